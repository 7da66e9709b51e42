"""Lengths of time: two hours, half an hour, an hour and a quarter, `siku mbili`, 2.5 hours."""

from typing import NamedTuple

from engine.nlu.phrases import longest, table
from engine.nlu.tokens import Message
from engine.nlu.when.amounts import amount
from engine.nlu.words.calendar import FORTNIGHT, UNIT_FIRST, UNITS
from engine.nlu.words.clock import MINUTES
from engine.nlu.words.numbers import HUNDRED_EN
from engine.nlu.words.phrases import PARTS_OF_HOUR, PARTS_OF_ONE

_PARTS_OF_HOUR = {minutes: table(phrases) for minutes, phrases in PARTS_OF_HOUR.items()}
_MINUTES = {"minute": 1, "hour": 60}
_AND = frozenset({"and", "na", "&"})
_PARTS = {("a", "quarter"): 15, ("quarter",): 15, ("robo",): 15, ("nusu",): 30}
_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_TWO = 2
_MOST_HOURS = 48
_LONGEST = 12
"""Words of the longest length: `masaa mia mbili na hamsini na tano`."""


class Length(NamedTuple):
    """A length of time: minutes, or days and months, and the token behind it."""

    minutes: int
    days: int
    months: int
    behind: int
    counted: bool = True
    """Whether a number was said: `wiki ijayo` is no length."""


def how_long(message: Message, at: int) -> Length | None:
    """Two hours, half an hour, an hour and a half, siku mbili, nusu saa, 30 mins."""
    if UNITS.keys().isdisjoint(message.keys[at : at + _LONGEST]):
        return None
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
    if message.keys[at - 1] == "h" and message.glued(at) and len(message.keys[at]) == _TWO:
        behind = at + 2 if message.keys[at + 1] in MINUTES else at + 1
        return found._replace(minutes=found.minutes + (message.number(at) or 0), behind=behind)
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
    if keys[at] in FORTNIGHT and found is None:
        return Length(0, _DAYS["fortnight"], 0, at + 1)
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
