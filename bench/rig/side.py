"""What is measured against what: a way to hold the same conversation."""

from typing import Protocol

from bench.rig.meter import Reading

SAID = (
    "Hi I want to book",
    "back massage please",
    "Mary",
    "on {day} June at {hour}",
    "yes",
)
"""What each customer says, in five turns; each comes at a time of their own."""
DAYS = range(9, 27)
HOURS = ("9am", "10am", "11am", "12pm", "1pm", "2pm", "3pm", "4pm")
MOST = len(DAYS) * len(HOURS)
"""Customers of a block at most: a time can be booked once."""


def said_by(customer: int, turn: int) -> str:
    """The words of a customer of a block in a turn, both counted from 0."""
    day, hour = DAYS[customer // len(HOURS)], HOURS[customer % len(HOURS)]
    return SAID[turn].format(day=day, hour=hour)


class AstrayError(Exception):
    """A conversation went otherwise than it must: what it cost means nothing."""


class Side(Protocol):
    """One side of the comparison; opened, warm, ready for blocks."""

    @property
    def name(self) -> str:
        """What the tables call it."""
        ...

    async def block(self, customers: int) -> Reading:
        """Let so many new customers book, and give what their turns cost, and nothing else.

        Raises:
            AstrayError: a conversation went otherwise than it must.
        """
        ...
