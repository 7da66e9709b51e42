"""Numbers of a hundred and more in words: two hundred and five, mia mbili na tano, elfu tatu."""

from engine.nlu.tokens import Message
from engine.nlu.when.numbers import Found, cardinal, english, swahili
from engine.nlu.words.numbers import HUNDRED_EN, HUNDRED_SW, THOUSAND_EN, THOUSAND_SW

_HUNDRED, _THOUSAND = 100, 1000
_LARGE = HUNDRED_EN | THOUSAND_EN | {HUNDRED_SW, THOUSAND_SW}
_AHEAD = 4
"""Words in which the first size is named: "twenty-five thousand"."""


def amount(message: Message, at: int) -> Found:
    """A number of any size: 25, two hundred, a thousand five hundred, mia mbili, elfu moja."""
    if _LARGE.isdisjoint(message.keys[at : at + _AHEAD]):
        return cardinal(message, at)
    return _english(message, at) or _swahili(message, at) or cardinal(message, at)


def _english(message: Message, at: int) -> Found:
    """So many thousands, so many hundreds, and the rest; None where neither is said."""
    thousands = _times(message, at, THOUSAND_EN, _THOUSAND)
    begun = thousands[1] if thousands else at
    hundreds = _times(message, _past(message, begun, "and") if thousands else at,
                      HUNDRED_EN, _HUNDRED)  # fmt: skip
    found = _sum(thousands, hundreds)
    if found is None:
        return None
    rest = english(message, _past(message, found[1], "and"))
    return (found[0] + rest[0], rest[1]) if rest and rest[0] else found


def _times(message: Message, at: int, scale: frozenset[str], size: int) -> Found:
    """How often a size is said before its word: two hundred, 2 hundred, a hundred."""
    keys = message.keys
    count = (1, at + 1) if keys[at] in {"a", "an"} else cardinal(message, at)
    if count is None or keys[count[1]] not in scale:
        return None
    return count[0] * size, count[1] + 1


def _swahili(message: Message, at: int) -> Found:
    """The same with the size before how often: elfu tatu mia mbili na hamsini."""
    thousands = _counted(message, at, THOUSAND_SW, _THOUSAND)
    begun = _past(message, thousands[1], "na") if thousands else at
    found = _sum(thousands, _counted(message, begun, HUNDRED_SW, _HUNDRED))
    if found is None:
        return None
    behind = _past(message, found[1], "na")
    rest = swahili(message, behind) if behind > found[1] else None
    return (found[0] + rest[0], rest[1]) if rest and rest[0] else found


def _counted(message: Message, at: int, word: str, size: int) -> Found:
    if message.keys[at] != word:
        return None
    count = swahili(message, at + 1)
    return (count[0] * size, count[1]) if count and count[0] else (size, at + 1)


def _sum(larger: Found, smaller: Found) -> Found:
    if larger is None or smaller is None:
        return larger or smaller
    return larger[0] + smaller[0], smaller[1]


def _past(message: Message, at: int, word: str) -> int:
    return at + 1 if message.keys[at] == word else at
