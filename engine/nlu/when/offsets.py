"""Counted from now: in two hours, baada ya siku mbili, 3 Fridays from now; and bare durations."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import NamedTuple

from engine.nlu.phrases import longest, table
from engine.nlu.tokens import Message
from engine.nlu.when.amounts import amount
from engine.nlu.when.dates import date
from engine.nlu.when.days import day, weekday_at
from engine.nlu.when.holidays import holiday
from engine.nlu.when.numbers import cardinal
from engine.nlu.when.pieces import Day, Piece
from engine.nlu.words.calendar import AGO, NEXT_SW, OFFSETS, UNIT_FIRST, UNITS, WEEKDAYS
from engine.nlu.words.clock import PARTS
from engine.nlu.words.numbers import HUNDRED_EN
from engine.nlu.words.phrases import PARTS_OF_HOUR, PARTS_OF_ONE

_PARTS_OF_HOUR = {minutes: table(phrases) for minutes, phrases in PARTS_OF_HOUR.items()}
_ON = frozenset({"from", "after", "kutoka", "baada"})
_BACK = frozenset({"before", "kabla"})
_MINUTES = {"minute": 1, "hour": 60}
_AND = frozenset({"and", "na", "&"})
_PARTS = {("a", "quarter"): 15, ("quarter",): 15, ("robo",): 15, ("nusu",): 30}
_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_MOST_DAYS = 800
"""Two years ahead is further than any diary; it also keeps dates within the calendar."""
_MOST_MONTHS = 24
_MOST_HOURS = 48
_MOST_WEEKS = 52
_FROM_NOW = (
    ("from", "now"), ("from", "today"), ("kutoka", "sasa"), ("kuanzia", "sasa"), ("later",),
    ("hence",), ("time",), ("kutoka", "leo"),
)  # fmt: skip


class Length(NamedTuple):
    """A length of time: minutes, or days and months, and the token behind it."""

    minutes: int
    days: int
    months: int
    behind: int
    counted: bool = True
    """Whether a number was said: `wiki ijayo` is no length."""


def offset(message: Message, at: int, now: datetime, *, dated: bool = False) -> Piece | None:
    """A point counted from now that begins at `at`; a length that is no wish is read over.

    `dated`: a day is known, so that `baada ya saa nane` is later than two o'clock on it, not in
    eight hours.
    """
    keys, start = message.keys, at
    led, at = _lead(message, at)
    fridays = _weekdays_from_now(message, at) or _from_day(message, at)
    if fridays:
        return Piece(start, fridays[1], fridays[0])
    length = how_long(message, at)
    if length is None:
        return None
    if keys[length.behind] in AGO and length.counted:
        past = Day(offset=-length.days) if length.days else None
        return Piece(start, length.behind + 1, past, nothing=past is None, gone=True)
    if keys[at] == "saa" and (dated or _part_follows(message, length.behind)):
        return None
    behind = _tail(message, length)
    led = led or behind > length.behind
    if not led:
        clock_too = keys[at] == "saa" or keys[behind - 1] == "h"
        return None if clock_too else Piece(start, length.behind, nothing=True)
    return _point(Length(*length[:3], behind), start, now)


def _lead(message: Message, at: int) -> tuple[bool, int]:
    """In, within, after, baada ya, ndani ya."""
    keys = message.keys
    if keys[at] in {"baada", "ndani"} and keys[at + 1] == "ya":
        return True, at + 2
    if keys[at] in {"in", "within", "after", "baada"}:
        behind = at + 1
        while keys[behind] in {"about", "around", "like", "the", "next"}:
            behind += 1
        return True, behind
    return (False, at + 1) if keys[at] in {"for", "kwa"} else (False, at)


def _part_follows(message: Message, at: int) -> bool:
    at += 1 if message.keys[at] in {"za", "ya"} else 0
    return message.keys[at] in PARTS


def _tail(message: Message, length: Length) -> int:
    """The token behind "from now", "later", `zijazo`; where none is said, behind the length."""
    at = length.behind
    for words in _FROM_NOW:
        if message.keys[at : at + len(words)] == words:
            return at + len(words)
    return at + 1 if message.keys[at] in NEXT_SW and length.counted else at


def _point(length: Length, start: int, now: datetime) -> Piece | None:
    if (
        length.days > _MOST_DAYS
        or length.minutes > _MOST_DAYS * 24 * 60
        or length.months > _MOST_MONTHS
    ):
        return Piece(start, length.behind, vague=True)
    if length.minutes:
        moment = (now + timedelta(minutes=length.minutes)).replace(second=0, microsecond=0)
        return Piece(start, length.behind, moment=moment)
    if length.months:
        return Piece(start, length.behind, Day(months=length.months, dom=now.day))
    return Piece(start, length.behind, Day(offset=length.days))


def how_long(message: Message, at: int) -> Length | None:
    """Two hours, half an hour, an hour and a half, siku mbili, nusu saa, 30 mins."""
    part = _part_of_hour(message, at)
    if part:
        return Length(part[0], 0, 0, part[1])
    found = (_unit_first if message.keys[at] in UNIT_FIRST else _number_first)(message, at)
    return _and_minutes(message, found) if found else None


def _and_minutes(message: Message, found: Length) -> Length:
    """An hour and a quarter, 1 hour 20 minutes, `masaa mawili na robo`."""
    if not found.minutes or found.minutes % _MINUTES["hour"] or not found.counted:
        return found
    at = found.behind + (1 if message.keys[found.behind] in _AND else 0)
    for words, minutes in _PARTS.items():
        if at > found.behind and message.keys[at : at + len(words)] == words:
            return found._replace(minutes=found.minutes + minutes, behind=at + len(words))
    more = (_unit_first if message.keys[at] in UNIT_FIRST else _number_first)(message, at)
    if more is None or not 0 < more.minutes < _MINUTES["hour"]:
        return found
    return found._replace(minutes=found.minutes + more.minutes, behind=more.behind)


def _part_of_hour(message: Message, at: int) -> tuple[int, int] | None:
    """Half an hour, a quarter of an hour, nusu saa, robo saa: minutes, and the token behind."""
    for minutes, phrases in _PARTS_OF_HOUR.items():
        words = longest(message, at, phrases)
        if words:
            return minutes, at + len(words)
    return None


def _unit_first(message: Message, at: int) -> Length | None:
    keys, unit = message.keys, UNITS[message.keys[at]]
    found = amount(message, at + 1)
    count, behind = found or (1, at + 1)
    if keys[behind] in {":", "."} and message.number(behind + 1) is not None:
        return None
    if keys[at] == "saa" and found is None:
        return None
    if unit == "hour" and keys[behind : behind + 2] == ("na", "nusu"):
        return Length(count * 60 + 30, 0, 0, behind + 2)
    length = _of(count, unit, behind)
    return length._replace(counted=found is not None) if length else None


def _number_first(message: Message, at: int) -> Length | None:
    keys = message.keys
    hundreds = keys[at + 1] in HUNDRED_EN
    found = (1, at + 1) if keys[at] in {"a", "an"} and not hundreds else amount(message, at)
    couple = at + 1 if keys[at] == "a" else at
    if keys[couple] == "couple":
        found = (2, couple + 2 if keys[couple + 1] == "of" else couple + 1)
    if found is None:
        return None
    count, behind = found
    part = _part_of_one(message, behind)
    if part is not None:
        return Length(count * 60 + part[0], 0, 0, part[1])
    half = keys[behind : behind + 3] == ("and", "a", "half")
    behind += 3 if half else 0
    unit = UNITS.get(keys[behind])
    if unit is None or keys[behind] in UNIT_FIRST or (unit == "hour" and count > _MOST_HOURS):
        return None
    behind += 1
    if keys[behind : behind + 3] == ("and", "a", "half"):
        half, behind = True, behind + 3
    if unit == "hour" and half:
        return Length(count * 60 + 30, 0, 0, behind)
    return _of(count, unit, behind)


def _part_of_one(message: Message, at: int) -> tuple[int, int] | None:
    """Minutes of a part of an hour behind a number, and the token behind: 2.5 hours, 1 1/2 hrs."""
    for words, minutes in PARTS_OF_ONE.items():
        behind = at + len(words)
        if message.keys[at:behind] == words and UNITS.get(message.keys[behind]) == "hour":
            return minutes, behind + 1
    return None


def _of(count: int, unit: str, behind: int) -> Length | None:
    if unit in _MINUTES:
        return Length(count * _MINUTES[unit], 0, 0, behind)
    if unit in _DAYS:
        return Length(0, count * _DAYS[unit], 0, behind)
    return Length(0, 0, count * (12 if unit == "year" else 1), behind)


def _weekdays_from_now(message: Message, at: int) -> tuple[Day, int] | None:
    """Three Fridays from now: the third to come."""
    found = cardinal(message, at)
    weekday = weekday_at(message, found[1]) if found else None
    if found is None or weekday is None or not 0 < found[0] <= _MOST_WEEKS:
        return None
    behind = _tail(message, Length(0, 0, 0, weekday[1]))
    if behind == weekday[1]:
        return None
    return Day(weekday=weekday[0], later=found[0] - 1), behind


def _from_day(message: Message, at: int) -> tuple[Day, int] | None:
    """Two days from tomorrow, a week from Friday, the day after Christmas, a week tomorrow."""
    found, keys = _days_long(message, at), message.keys
    if found is None:
        return None
    count, at = found
    weeks = count % _DAYS["week"] == 0
    if keys[at] in _BACK:
        count = -count
    elif keys[at] not in _ON and not (weeks and (keys[at] == "on" or _plain_day(message, at))):
        return None
    at += 0 if _plain_day(message, at) else 1
    at += 1 if keys[at] in {"ya", "this"} else 0
    base = day(message, at) or date(message, at) or holiday(message, at)
    if base is None or base.day is None or base.gone or base.day.stretch:
        return None
    return replace(base.day, plus=count), base.end


def _days_long(message: Message, at: int) -> tuple[int, int] | None:
    """A length in days, and the token behind it: two days, a week, the day."""
    if message.keys[at] == "day" or message.keys[at : at + 2] == ("the", "day"):
        return 1, at + (1 if message.keys[at] == "day" else 2)
    length = how_long(message, at)
    if length is None or length.minutes or length.months or length.days > _MOST_DAYS:
        return None
    return length.days, length.behind


def _plain_day(message: Message, at: int) -> bool:
    """Whether a day follows with nothing before it: "a week tomorrow"."""
    return message.keys[at] in OFFSETS or message.keys[at] in WEEKDAYS
