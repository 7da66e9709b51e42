"""Numbers in words, both languages: value and the token behind."""

from engine.nlu.tokens import Message
from engine.nlu.words.numbers import (
    ORDINAL_MARKS,
    ORDINALS_EN,
    ORDINALS_SW,
    TENS_EN,
    TENS_SW,
    UNITS_EN,
    UNITS_SW,
)

_TEN = 10
_WORDS = frozenset({*TENS_EN, *UNITS_EN, *TENS_SW, *UNITS_SW})

Found = tuple[int, int] | None
"""A value and the index of the token behind it."""


def cardinal(message: Message, at: int) -> Found:
    """A number: 25, twenty five, ishirini na tano."""
    digits = message.number(at)
    if digits is not None:
        return digits, at + 1
    if message.keys[at] not in _WORDS:
        return None
    return english(message, at) or swahili(message, at)


def english(message: Message, at: int) -> Found:
    """An English number in words up to 99."""
    keys = message.keys
    if keys[at] in TENS_EN:
        after = at + 2 if keys[at + 1] == "-" else at + 1
        unit = UNITS_EN.get(keys[after], 0)
        tens = TENS_EN[keys[at]]
        return (tens + unit, after + 1) if 0 < unit < _TEN else (tens, at + 1)
    unit = UNITS_EN.get(keys[at], -1)
    return (unit, at + 1) if unit >= 0 else None


def swahili(message: Message, at: int) -> Found:
    """A Swahili number in words up to 99."""
    keys = message.keys
    if keys[at] in TENS_SW:
        tens = TENS_SW[keys[at]]
        unit = UNITS_SW.get(keys[at + 2], 0) if keys[at + 1] in {"na", "n"} else 0
        return (tens + unit, at + 3) if unit else (tens, at + 1)
    unit = UNITS_SW.get(keys[at], -1)
    return (unit, at + 1) if unit >= 0 else None


def ordinal(message: Message, at: int) -> Found:
    """An English ordinal: 5th, fifth, twenty-first."""
    digits = message.number(at)
    if digits is not None:
        marked = message.keys[at + 1] in ORDINAL_MARKS and message.glued(at + 1)
        return (digits, at + 2) if marked else None
    keys = message.keys
    if keys[at] in TENS_EN:
        after = at + 2 if keys[at + 1] == "-" else at + 1
        unit = ORDINALS_EN.get(keys[after], 0)
        return (TENS_EN[keys[at]] + unit, after + 1) if 0 < unit < _TEN else None
    value = ORDINALS_EN.get(keys[at])
    return (value, at + 1) if value else None


def swahili_ordinal(message: Message, at: int) -> Found:
    """The number behind `ya`, `wa` or `tarehe`: kwanza, mosi, pili, tatu, 5."""
    value = ORDINALS_SW.get(message.keys[at])
    return (value, at + 1) if value else cardinal(message, at)
