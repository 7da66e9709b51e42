"""What the customer said about the time."""

from dataclasses import dataclass
from datetime import date, datetime

from engine.model.value import Scalar, Value

ISO_DAY = 10
"""Characters of `2026-06-01`."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A day, a minute of it, a part of it, an hour of any day, or nothing.

    Attributes:
        minute: of the wall clock; only with a day.
        hours: without a day: the minutes of the wall clock that an hour said alone may mean.
        near: the day that was spoken of before: days are looked for from there on.
        after, before: starts from here on, and before there; minutes of the wall clock.
        past: it named a time that is over, whatever else it said.
    """

    day: date | None = None
    minute: int | None = None
    after: int | None = None
    before: int | None = None
    past: bool = False
    hours: tuple[int, ...] = ()
    near: date | None = None

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
        if self.hours:
            return self.hours[0]
        return self.before if self.after is None else self.after


def read_wish(wish: Value | Scalar) -> Wish:
    """Read a wish for an opening: `2026-06-01`, `2026-06-01T15:00`, or None and what narrows it.

    Facts narrow it: `after` and `before`; `clock`, or `clocks` with commas between, for an hour
    of any day.
    """
    if not isinstance(wish, Value):
        return Wish()
    after, before = (_minute(wish.facts.get(fact)) for fact in ("after", "before"))
    past = wish.facts.get("past") is True
    if not isinstance(wish.value, str):
        near = wish.facts.get("near")
        day = date.fromisoformat(near) if isinstance(near, str) else None
        return Wish(after=after, before=before, past=past, hours=_hours(wish), near=day)
    at = datetime.fromisoformat(wish.value)
    if len(wish.value) == ISO_DAY:
        return Wish(at.date(), after=after, before=before, past=past)
    return Wish(at.date(), at.hour * 60 + at.minute, past=past)


def _hours(wish: Value) -> tuple[int, ...]:
    said = wish.facts.get("clocks", wish.facts.get("clock"))
    minutes = (_minute(one) for one in str(said).split(",")) if said else ()
    return tuple(minute for minute in minutes if minute is not None)


def clock(minute: int) -> str:
    """Write a minute of the day as `15:00`."""
    return f"{minute // 60:02}:{minute % 60:02}"


def _minute(fact: Scalar) -> int | None:
    if not isinstance(fact, str):
        return None
    hours, _, minutes = fact.partition(":")
    return int(hours) * 60 + int(minutes)
