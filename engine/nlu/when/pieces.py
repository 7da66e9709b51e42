"""What the grammar finds in a message: pieces of a time, before anybody asks which one is meant."""

from dataclasses import dataclass, fields, replace
from datetime import datetime
from enum import Enum
from typing import Literal, NamedTuple

from engine.nlu.words.clock import Part


class Face(Enum):
    """By which clock a reading was made."""

    WEST = "west"
    SWAHILI = "swahili"


class Reading(NamedTuple):
    """A time of day: minutes after midnight, and the clock that gives it."""

    minute: int
    face: Face


class Strength(Enum):
    """How surely a number is a time of day at all."""

    BARE = 1
    """A number: only the context makes it a time."""
    AT = 2
    SURE = 3
    """Written as a time: 3pm, saa tisa, 15:00, half past 3."""


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day with its possible readings.

    Attributes:
        readings: likelier first; one only if it is certain.
        usual: the reading taken where nothing speaks against it: "11:30" is before noon.
        hour, minute: as said, for a part of the day that turns the clock: "kesho 9:30 mchana".
        turns: whether it may be on the Swahili clock though nobody said `saa`.
    """

    readings: tuple[Reading, ...]
    strength: Strength = Strength.SURE
    usual: Reading | None = None
    hour: int = 0
    minute: int = 0
    turns: bool = False


@dataclass(frozen=True, slots=True)
class Day:
    """A day as it was described; pieces of one description merge.

    Attributes:
        offset: days from today.
        weekday: 0 = Monday. which: the word beside it; `ijayo` and `hii` are the
            Swahili "next" and "this".
        week, months: calendar weeks and months from the present one.
        later: weeks after the one meant: "Friday week". plus: days after it: "the day after".
        dom, month, year: parts of a date; `years` from the present one. The n-th weekday of a
            month is `nth` (-1: the last).
        easter: days from Easter Sunday.
        stretch: a week, weekend or month was named: a day of it is still open.
    """

    offset: int | None = None
    weekday: int | None = None
    which: Literal["this", "next", "last", "ijayo", "hii"] | None = None
    week: int | None = None
    months: int | None = None
    later: int | None = None
    plus: int | None = None
    dom: int | None = None
    month: int | None = None
    year: int | None = None
    years: int | None = None
    nth: int | None = None
    easter: int | None = None
    stretch: Literal["week", "weekend", "month", "year"] | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """From one time of day to another; either end may be open.

    `by`: said as "by 4", which is four itself as well: an hour where one is asked for.
    """

    after: Clock | None = None
    before: Clock | None = None
    by: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """Tokens `start` to `end` (exclusive) say this of a time.

    Attributes:
        moment: a point counted from now: "in two hours".
        vague: they are about time, but name none that can be looked up ("after Friday").
        open: any time will do.
        nothing: they are no wish at all (a duration, a price): read over.
        gone: they name a day that is over: "last Friday". It is told of more often than wished.
        doubt: whatever stands beside is not meant as it stands there: another zone's clock, the
            night before a day, a day every week. It is asked.
        bare: numbers only: the context makes them a time.
    """

    start: int
    end: int
    day: Day | None = None
    clock: Clock | None = None
    part: Part | None = None
    span: Span | None = None
    moment: datetime | None = None
    vague: bool = False
    open: bool = False
    nothing: bool = False
    gone: bool = False
    doubt: bool = False
    bare: bool = False


def merged(first: Day, second: Day) -> Day | None:
    """One description out of two; None if they contradict each other."""
    both = {}
    for field in fields(Day):
        left, right = getattr(first, field.name), getattr(second, field.name)
        if left is not None and right is not None and left != right:
            return None
        both[field.name] = right if left is None else left
    return replace(first, **both)
