"""The English clock: 3pm, 3:30, 15h00, half past 3, quarter to four, ten fifty five p.m., noon."""

from engine.nlu.tokens import Message
from engine.nlu.when.face import NOON, fixed, of_half, west
from engine.nlu.when.numbers import cardinal, english
from engine.nlu.when.pieces import Clock, Strength
from engine.nlu.words.calendar import MONTHS, UNITS
from engine.nlu.words.clock import (
    AM,
    AT,
    HALF_DAY,
    HOUR,
    ISH,
    MID,
    MIDDAY,
    MIDNIGHT,
    MINUTE_DIGITS,
    MINUTES,
    OCLOCK,
    PAST,
    PM,
    TIMETABLE_DIGITS,
    TO,
)
from engine.nlu.words.filler import COUNTED, NUMBERED

Found = tuple[Clock, int] | None
Said = tuple[int, int, int, bool] | None
"""Hour, minute, the token behind, and whether it was written as a time."""

_MOST_AT = 3
_HALF = 30
_TEN = 10
_MOST_BARE = 25
_FIRST_LIGHT = 7
"""From seven on a leading zero is a timetable's: 08:30."""
_QUARTERS = {"half": _HALF, "quarter": 15}
_LAST_HOUR = 24
_WHO_MAY = frozenset({"i", "we", "you", "he", "she", "they"})
"""Behind a "may" that is no month."""


def clock(message: Message, at: int) -> Found:
    """A time of day that begins at `at`, with its preposition if it has one."""
    start, at = at, past_at(message, at)
    said_at = at > start
    found = _special(message, at) or _fraction(message, at) or _plain(message, at)
    if found is None or not said_at or found[0].strength is not Strength.BARE:
        return found
    return west(found[0].hour, found[0].minute, Strength.AT), found[1]


def past_at(message: Message, at: int) -> int:
    """The token behind "at", "at about" or the like; rows of them are no preposition."""
    last = at + _MOST_AT
    while at < last and message.keys[at] in AT:
        at += 1
    return at


def _special(message: Message, at: int) -> Found:
    """Noon and midnight."""
    keys = message.keys
    number = keys[at] in {"12", "twelve"} and (keys[at + 1] in MIDDAY or keys[at + 1] in MIDNIGHT)
    at += 1 if number else 0
    if keys[at] in MID:
        behind = at + 2 if keys[at + 1] == "-" else at + 1
        middle = {"day": NOON, "night": 0}.get(keys[behind])
        return None if middle is None else (fixed(middle), behind + 1)
    if keys[at] in MIDDAY:
        return fixed(NOON), at + 2 if keys[at + 1] in ISH else at + 1
    return (fixed(0), at + 1) if keys[at] in MIDNIGHT else None


def _fraction(message: Message, at: int) -> Found:
    """Half past 3, a quarter to four, twenty minutes past five, half eight."""
    keys = message.keys
    at += 1 if keys[at] in {"a", "the"} and keys[at + 1] in _QUARTERS else 0
    minutes, at = (_QUARTERS[keys[at]], at + 1) if keys[at] in _QUARTERS else _minutes(message, at)
    if minutes == 0:
        return None
    if keys[at] in PAST:
        return _beside(message, at + 1, minutes)
    if keys[at] in TO and minutes <= _HALF:
        return _beside(message, at + 1, -minutes)
    return _beside(message, at, 30) if minutes == _HALF and keys[at - 1] == "half" else None


def _minutes(message: Message, at: int) -> tuple[int, int]:
    """Minutes said before past or to; 0 if there are none. Bare ones must be round."""
    found = cardinal(message, at)
    if found is None or not 0 < found[0] < HOUR or message.keys[found[1]] == ":":
        return 0, at
    value, behind = found
    if message.keys[behind] in MINUTES:
        dotted = message.keys[behind + 1] == "." and message.glued(behind + 1)
        return value, behind + (2 if dotted else 1)
    to_hour = (
        _plain_hour(message, behind + 1) if message.keys[behind] in {"to", "till", "til"} else 0
    )
    upward = value < to_hour
    return (value, behind) if value % 5 == 0 and value <= _MOST_BARE and not upward else (0, at)


def _plain_hour(message: Message, at: int) -> int:
    found = cardinal(message, at)
    return found[0] if found and found[0] <= HALF_DAY else 0


def _beside(message: Message, at: int, minutes: int) -> Found:
    """Some minutes past (or, below zero, to) the hour that begins at `at`."""
    special = _special(message, at)
    if special:
        return fixed(special[0].readings[0].minute + minutes), special[1]
    found = cardinal(message, at)
    if found is None or not 0 < found[0] <= HALF_DAY:
        return None
    hour = found[0] if minutes > 0 else (found[0] - 2) % 12 + 1
    return _finish(message, found[1], (hour, minutes % 60), exact=False, strength=Strength.SURE)


def _plain(message: Message, at: int) -> Found:
    """An hour, with or without minutes."""
    said = _digits(message, at) or _words(message, at)
    if said is None:
        return None
    hour, minute, behind, written = said
    if hour > _LAST_HOUR or minute >= HOUR or (hour == _LAST_HOUR and minute):
        return None
    strength = Strength.SURE if written else Strength.BARE
    leading_zero = message.keys[at].startswith("0") and hour >= _FIRST_LIGHT
    found = _finish(message, behind, (hour, minute), exact=written, strength=strength)
    if leading_zero and found and written:
        return (fixed(hour * 60 + minute), behind) if len(found[0].readings) > 1 else found
    return found


def _digits(message: Message, at: int) -> Said:
    """15:30, 3.30, 15h00, 1530hrs, 3."""
    hour = message.number(at)
    if hour is None:
        return None
    keys, size = message.keys, len(message.keys[at])
    minute = message.number(at + 2)
    if keys[at + 1] in {":", ".", "h"} and minute is not None and _joined(message, at):
        return hour, minute, _past_seconds(message, at + 3), True
    loose = _loose_minutes(message, at + 1) if hour <= HALF_DAY else None
    if loose is not None:
        return hour, loose[0], loose[1], True
    if size >= TIMETABLE_DIGITS - 1 and meridiem(message, at + 1):
        return hour // 100, hour % 100, at + 1, True
    if size == TIMETABLE_DIGITS and (
        keys[at + 1] in {"hrs", "hours", "h", "hr"} or keys[at - 1 if at else 0] in AT
    ):
        return hour // 100, hour % 100, at + 1, True
    return (hour, 0, at + 1, False) if size <= MINUTE_DIGITS else None


def _loose_minutes(message: Message, at: int) -> tuple[int, int] | None:
    """Minutes that only am or pm behind them tells from another number: 3 30 pm, 3,30pm, 3-30pm.

    In words they need no such proof: ten fifteen, 10 fifteen.
    """
    keys = message.keys
    words = english(message, at) if message.number(at) is None else None
    if words is not None:
        counted = keys[words[1]] in UNITS or keys[words[1]] in COUNTED
        return words if _TEN <= words[0] < HOUR and not counted else None
    at += 1 if keys[at] in {",", ";", "-"} and message.glued(at) and message.glued(at + 1) else 0
    minute, two = message.number(at), len(keys[at]) == MINUTE_DIGITS
    least = HALF_DAY + 1 if keys[at - 1] == "-" else 0
    if minute is None or not two or not least <= minute < HOUR or not meridiem(message, at + 1):
        return None
    return minute, at + 1


def torn(message: Message, at: int) -> bool:
    """Whether the number at `at` was part of something longer that nobody can read: 3.3pm."""
    sign = message.keys[at - 1] if at > 1 else ""
    return (
        sign in {".", ":", ";", ","}
        and message.glued(at)
        and message.glued(at - 1)
        and message.number(at - 2) is not None
    )


def _past_seconds(message: Message, at: int) -> int:
    """The token behind seconds that nobody needs: 7:56:30."""
    return at + 2 if message.keys[at] == ":" and message.number(at + 1) is not None else at


def _joined(message: Message, at: int) -> bool:
    """Hour, sign and two digits of minutes with no space between."""
    two_digits = len(message.keys[at + 2]) == MINUTE_DIGITS
    tight = message.glued(at + 1) and message.glued(at + 2)
    return two_digits and (tight or message.keys[at + 1] == ":")


def _words(message: Message, at: int) -> Said:
    """Three, ten fifty five, nine oh five."""
    found = english(message, at)
    if found is None or not 0 < found[0] <= HALF_DAY:
        return None
    hour, at = found
    if message.keys[at] in {"oh", "o"}:
        unit = english(message, at + 1)
        return (hour, unit[0], unit[1], True) if unit and unit[0] < _TEN else (hour, 0, at, False)
    minutes = english(message, at)
    if minutes and _TEN <= minutes[0] < HOUR:
        return hour, minutes[0], minutes[1], True
    return hour, 0, at, False


def _finish(
    message: Message, at: int, said: tuple[int, int], *, exact: bool, strength: Strength
) -> Found:
    """What follows the hour: o'clock, -ish, am or pm; or something that makes it no hour."""
    keys = message.keys
    hour, minute = said
    if keys[at] in {"-", "~"} and keys[at + 1] in ISH:
        at += 1
    if keys[at] in OCLOCK or keys[at : at + 2] == ("o", "clock"):
        strength, at = Strength.SURE, at + (2 if keys[at] == "o" else 1)
    elif keys[at] in ISH:
        strength, at = max(strength, Strength.AT, key=lambda s: s.value), at + 1
    half = meridiem(message, at)
    if half and hour == 0:
        return None
    if half:
        afternoon, at = half
        found = west(hour, minute, Strength.SURE)
        return (of_half(found, afternoon=afternoon) if hour <= HALF_DAY else found), at
    if strength is Strength.BARE and _counts(message, at):
        return None
    return west(hour, minute, strength, exact=exact), at


def meridiem(message: Message, at: int) -> tuple[bool, int] | None:
    """Am or pm at `at`: whether it is pm, and the token behind."""
    keys = message.keys
    if keys[at] in AM or keys[at] in PM:
        dotted = keys[at + 1] == "." and message.glued(at + 1)
        return keys[at] in PM, at + 2 if dotted and keys[at + 2] == "" else at + 1
    if keys[at] in {"a", "p"}:
        behind = at + 2 if keys[at + 1] == "." else at + 1
        if keys[behind] == "m":
            return keys[at] == "p", behind + 2 if keys[behind + 1] == "." else behind + 1
        if keys[at] == "p" and message.glued(at):
            return True, at + 1
    return None


def _counts(message: Message, at: int) -> bool:
    """Whether the number before `at` counts or names something: 2 people, 8 August, form 2."""
    keys = message.keys
    if keys[at] in UNITS or keys[at] in COUNTED:
        return True
    if keys[at] in MONTHS and keys[at + 1] not in _WHO_MAY:
        return True
    before = [key for key in keys[max(at - 3, 0) : at - 1] if key not in {"la", "ya", "cha"}]
    return bool(before) and before[-1] in NUMBERED
