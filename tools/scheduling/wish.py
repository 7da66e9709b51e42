"""What the customer said about the time."""

from dataclasses import dataclass
from datetime import date, datetime

from engine.model.value import Scalar, Value

ISO_DAY = 10
"""Characters of `2026-06-01`."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A day, a minute of it, a part of it, or nothing.

    Attributes:
        minute: of the wall clock; only with a day.
        after, before: starts from here on, and before there; minutes of the wall clock.
        past: it named a time that is over, whatever else it said.
    """

    day: date | None = None
    minute: int | None = None
    after: int | None = None
    before: int | None = None
    past: bool = False

    def within(self, minute: int) -> bool:
        """Tell whether a start lies in the wished part of the day."""
        return (self.after is None or minute >= self.after) and (
            self.before is None or minute < self.before
        )

    @property
    def about(self) -> int | None:
        """The minute around which other starts are sought."""
        if self.minute is not None:
            return self.minute
        return self.before if self.after is None else self.after


def read_wish(wish: Value | Scalar) -> Wish:
    """Read a wish for an opening: `2026-06-01`, `2026-06-01T15:00` or None, facts after, before."""
    if not isinstance(wish, Value):
        return Wish()
    after, before = (_minute(wish.facts.get(fact)) for fact in ("after", "before"))
    past = wish.facts.get("past") is True
    if not isinstance(wish.value, str):
        return Wish(after=after, before=before, past=past)
    at = datetime.fromisoformat(wish.value)
    if len(wish.value) == ISO_DAY:
        return Wish(at.date(), after=after, before=before, past=past)
    return Wish(at.date(), at.hour * 60 + at.minute, past=past)


def clock(minute: int) -> str:
    """Write a minute of the day as `15:00`."""
    return f"{minute // 60:02}:{minute % 60:02}"


def _minute(fact: Scalar) -> int | None:
    if not isinstance(fact, str):
        return None
    hours, _, minutes = fact.partition(":")
    return int(hours) * 60 + int(minutes)
