"""What is measured against what: a way to hold the same conversation."""

from collections.abc import Awaitable, Callable, Sequence
from functools import reduce
from operator import add
from typing import Protocol, Self, TypeVar

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


class Amount(Protocol):
    """What can be told apart and summed up: times, bytes."""

    def __add__(self, other: Self, /) -> Self: ...
    def __sub__(self, other: Self, /) -> Self: ...


A = TypeVar("A", bound=Amount)
A_co = TypeVar("A_co", bound=Amount, covariant=True)


class Gauge(Protocol[A_co]):
    """Something that only grows, and can be read."""

    def read(self) -> A_co:
        """How far it has come."""
        ...


async def spent(gauge: Gauge[A], rounds: Sequence[Callable[[], Awaitable[None]]]) -> A:
    """By how much a gauge grows in rounds; what is done between two of them does not count."""
    grown: list[A] = []
    for one in rounds:
        before = gauge.read()
        await one()
        grown.append(gauge.read() - before)
    return reduce(add, grown)


class Side(Protocol):
    """One side of the comparison; opened, warm, ready for blocks."""

    @property
    def name(self) -> str:
        """What the tables call it."""
        ...

    @property
    def schemas(self) -> Sequence[str]:
        """Where its rows are."""
        ...

    async def block(self, customers: int, gauge: Gauge[A]) -> A:
        """Let so many new customers book, and give what their turns took, and nothing else.

        Raises:
            AstrayError: a conversation went otherwise than it must.
        """
        ...
