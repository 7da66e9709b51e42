"""The Swahili clock: saa tatu na nusu, saa nne kasorobo, saa 9:30, tatu asubuhi."""

from engine.nlu.tokens import Message
from engine.nlu.when.clock_en import meridiem, past_at
from engine.nlu.when.face import either, of_half, swahili, west
from engine.nlu.when.numbers import cardinal, english
from engine.nlu.when.pieces import Clock, Strength
from engine.nlu.when.slipped import unread_unit
from engine.nlu.words.calendar import MONTHS, UNITS
from engine.nlu.words.clock import (
    HALF_SW,
    HOUR,
    ISH,
    LESS_SW,
    MINUTE_DIGITS,
    MINUTES_SW,
    OCLOCK,
    PARTS,
    QUARTER_SW,
    TIMETABLE_DIGITS,
    TO_BE,
)
from engine.nlu.words.filler import COUNTED
from engine.nlu.words.numbers import TENS_SW, UNITS_SW
from engine.nlu.words.turns import CHOICE

Found = tuple[Clock, int] | None

_HOURS = 12
_BEYOND_TEN = 2
_LAST_HOUR = 24
_NEAR = 5
"""Words back from the second of two hours to the `saa` of the first."""


def clock(message: Message, at: int) -> Found:
    """A time of day that begins at `at`: saa tatu, or a number before `asubuhi` and its like."""
    at = past_at(message, at)
    if message.keys[at] == "saa":
        return _after_saa(message, at + 1)
    if _chosen(message, at):
        return _after_saa(message, at)
    return _before_part(message, at)


def hour(message: Message, at: int) -> Found:
    """An hour alone, as one end of a range says it: nane of `kati ya nane na kumi`, `saa tatu`."""
    at += 1 if message.keys[at] == "saa" else 0
    number = message.number(at)
    if number is not None:
        return (_turned(number, 0), at + 1) if 0 < number <= _HOURS else None
    found = _hour_word(message, at)
    return (swahili(found[0], 0), found[1]) if found else None


def _chosen(message: Message, at: int) -> bool:
    """Whether a number word is the other of two hours: `saa nane au tisa`."""
    choice = at > 0 and message.keys[at - 1] in CHOICE and message.keys[at] in UNITS_SW
    return choice and "saa" in message.keys[max(at - _NEAR, 0) : at - 1]


def _after_saa(message: Message, at: int) -> Found:
    at += 1 if message.keys[at] in TO_BE else 0  # saa iwe tatu
    hour = message.number(at)
    if hour is not None:
        return _digits(message, at, hour)
    word = english(message, at)
    if word and 0 < word[0] <= _HOURS:
        return _shaped(message, word[1], (word[0], 0), words=False)
    found = _hour_word(message, at)
    return _shaped(message, found[1], (found[0], 0), words=True) if found else None


def _hour_word(message: Message, at: int) -> tuple[int, int] | None:
    """Moja to kumi na mbili. "Kumi na tano" is ten and five minutes: left to the minutes."""
    keys = message.keys
    if keys[at] in TENS_SW:
        more = UNITS_SW.get(keys[at + 2], 0) if keys[at + 1] == "na" else 0
        if keys[at] != "kumi" or more > _BEYOND_TEN:
            return None
        return (10 + more, at + 3) if more else (10, at + 1)
    value = UNITS_SW.get(keys[at], 0)
    return (value, at + 1) if value else None


def _digits(message: Message, at: int, hour: int) -> Found:
    """Saa 9, saa 9:30, saa 9.30, saa 1430."""
    behind, minute = at + 1, 0
    if len(message.keys[at]) == TIMETABLE_DIGITS:
        hour, minute = divmod(hour, 100)
    elif _minutes_behind(message, behind):
        behind, minute = at + 3, message.number(at + 2) or 0
    if hour > _LAST_HOUR or minute >= HOUR:
        return None
    return _shaped(message, behind, (hour, minute), words=False)


def _minutes_behind(message: Message, at: int) -> bool:
    """Whether a sign and two figures of minutes stand there: 9:30, 9.30, 9,30, 9h30, tano:30."""
    sign, minute = message.keys[at], message.keys[at + 1]
    two = message.number(at + 1) is not None and len(minute) == MINUTE_DIGITS
    if not message.glued(at + 1):
        return False
    return (sign in {":", "."} and minute.isdigit()) or (sign in {",", "h"} and two)


def _spaced(message: Message, at: int) -> bool:
    """Whether two figures of minutes stand apart: saa 5 30. Before a month they are its day."""
    minute, behind = message.number(at), message.keys[at + 1]
    if minute is None or minute >= HOUR or len(message.keys[at]) != MINUTE_DIGITS:
        return False
    return not (behind in MONTHS or behind in UNITS or behind in COUNTED or behind in {"/", "-"})


def _shaped(message: Message, at: int, said: tuple[int, int], *, words: bool) -> Found:
    """The hour with its minutes, and am or pm, which keeps digits on the Western clock."""
    hour, minute = said
    more, at = _minutes(message, at)
    while message.keys[at] in OCLOCK or message.keys[at] in ISH:
        at += 1
    found = swahili(hour, minute + more) if words else _turned(hour, minute + more)
    half = meridiem(message, at)
    if half is None:
        return found, at
    if words or hour > _HOURS:
        return of_half(found, afternoon=half[0]), half[1]
    plain = west(*_carry(hour, minute + more), Strength.SURE)
    return of_half(plain, afternoon=half[0]), half[1]


def _turned(hour: int, minute: int) -> Clock:
    return either(*_carry(hour, minute))


def _carry(hour: int, minute: int) -> tuple[int, int]:
    """Minutes below zero or above an hour moved into the hour; twelve stays twelve."""
    if 0 <= minute < HOUR:
        return hour, minute
    shifted = hour + minute // HOUR
    return (shifted if hour > _HOURS else (shifted - 1) % _HOURS + 1), minute % HOUR


def _minutes(message: Message, at: int) -> tuple[int, int]:
    """Na nusu, na robo, kasoro robo, na dakika kumi: minutes more or fewer, and what follows."""
    keys = message.keys
    if keys[at] == "kasorobo":
        return -15, at + 1
    if keys[at] in LESS_SW:
        return _less(message, at + 1)
    eleven = keys[at] == "n" and keys[at - 1] in TENS_SW and keys[at + 1] in UNITS_SW
    if (not eleven and keys[at] in {"na", "u", "n"}) or (
        keys[at] == "," and keys[at + 1] in MINUTES_SW
    ):
        return _more(message, at + 1)
    if keys[at] in HALF_SW or keys[at] in QUARTER_SW or keys[at] in MINUTES_SW:
        return _more(message, at)
    if keys[at] == ":" and _minutes_behind(message, at):
        return _within(message.number(at + 1) or 0, at + 2)
    return _bare_minutes(message, at)


def _bare_minutes(message: Message, at: int) -> tuple[int, int]:
    """Minutes with nothing before them: saa 5 30, saa tano arobaini."""
    if message.keys[at] in TENS_SW and message.keys[at] != "kumi":
        return cardinal(message, at) or (0, at)
    return _within(message.number(at) or 0, at + 1) if _spaced(message, at) else (0, at)


def _within(minute: int, behind: int) -> tuple[int, int]:
    return (minute, behind) if minute < HOUR else (0, behind)


def _less(message: Message, at: int) -> tuple[int, int]:
    keys = message.keys
    if keys[at] in QUARTER_SW:
        return -15, at + 1
    found = cardinal(message, at + 1 if keys[at] in MINUTES_SW else at)
    return (-found[0], found[1]) if found and 0 < found[0] < HOUR else (0, at - 1)


def _more(message: Message, at: int) -> tuple[int, int]:
    keys = message.keys
    if keys[at] in HALF_SW:
        return 30, at + 1
    if keys[at] in QUARTER_SW:
        return (45, at + 2) if keys[at + 1] == "tatu" else (15, at + 1)
    named = keys[at] in MINUTES_SW
    found = cardinal(message, at + 1 if named else at)
    ok = found is not None and 0 < found[0] < HOUR
    return found if ok and found else (0, at if named else at - 1)


def unread_minutes(message: Message, at: int) -> bool:
    """Whether minutes begin behind an hour that nobody can read: "kasoro nusu", "na dakika 75"."""
    keys = message.keys
    if keys[at : at + 3] == ("and", "a", "half"):
        return True
    if keys[at - 1] in TENS_SW and unread_unit(message, at):
        return True
    at += 1 if keys[at] in {"na", "n", ","} else 0
    return keys[at] in LESS_SW or keys[at] in MINUTES_SW


def _before_part(message: Message, at: int) -> Found:
    """Tatu asubuhi, nane na nusu mchana: the part of the day makes the number an hour."""
    found = _hour_word(message, at)
    if found is None:
        return None
    shaped = _shaped(message, found[1], (found[0], 0), words=True)
    if shaped is None:
        return None
    behind = shaped[1] + (1 if message.keys[shaped[1]] in {"za", "ya"} else 0)
    part = PARTS.get(message.keys[behind])
    return shaped if part and part.swahili else None
