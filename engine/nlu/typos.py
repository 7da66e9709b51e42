"""Slips of the thumb in words of time: "tomorow", "wensday", "jumatau"."""

from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from engine.nlu.words.calendar import MONTHS, NEXT_SW, OFFSETS, UNITS, WEEKDAYS
from engine.nlu.words.clock import PART_WORDS
from engine.nlu.words.common import ENGLISH, SWAHILI
from engine.nlu.words.numbers import ORDINALS_EN, TENS_EN, TENS_SW, UNITS_EN, UNITS_SW
from engine.nlu.words.slips import NO_SLIPS, OTHER_LONG_WORDS

SHORTEST = 6
"""Shorter words lie too close to other words: "night" and "right"."""
TWO_SLIPS_FROM = 8

_ALIKE = 0.70
_SHORTEST_DAY = 5
_DAYS = tuple(word for word in {*WEEKDAYS, *OFFSETS} if len(word) >= _SHORTEST_DAY)
_SHORTEST_MONTH = 4
_MONTHS = tuple(word for word in MONTHS if len(word) >= _SHORTEST_MONTH)
_MEANINGS: dict[str, object] = {**WEEKDAYS, **MONTHS}
"""Spellings of one thing do not compete: alhamis, alhamisi."""

_TARGETS = tuple(
    sorted(
        word
        for word in {*WEEKDAYS, *MONTHS, *PART_WORDS, *OTHER_LONG_WORDS}
        if len(word) >= SHORTEST and " " not in word
    )
)
_KNOWN = (
    frozenset(_TARGETS)
    | NO_SLIPS
    | ENGLISH
    | SWAHILI
    | {*UNITS_EN, *TENS_EN, *UNITS_SW, *TENS_SW, *ORDINALS_EN, *UNITS, *OFFSETS, *NEXT_SW}
    | {"kasoro"}
)


@lru_cache(maxsize=8192)
def mended(word: str) -> str:
    """The word of time that `word` was meant to be, if one alone is near; else `word`."""
    if word in _KNOWN or not word.isalpha():
        return word
    if len(word) < SHORTEST:
        return _short_day(word)
    near: dict[int, set[str]] = {}
    for target in _TARGETS:
        allowed = 2 if len(target) >= TWO_SLIPS_FROM and target[0] == word[0] else 1
        if abs(len(target) - len(word)) <= allowed:
            slips = DamerauLevenshtein.distance(word, target, score_cutoff=allowed)
            if slips <= allowed:
                near.setdefault(slips, set()).add(target)
    if near and any(target[0] != word[0] for target in near[min(near)]):
        return word  # "secember" is no September; what it is the words around it tell
    best = sorted(near[min(near)]) if near else []
    meanings = {_MEANINGS.get(target, target) for target in best}
    return best[0] if len(meanings) == 1 else word


def _short_day(word: str) -> str:
    """The English day that lost one letter in its middle: "fridy", "mondy"; never Frida."""
    if len(word) != _SHORTEST_DAY or word[-1] != "y":
        return word
    days = (day for day in WEEKDAYS if len(day) == SHORTEST and day[:2] == word[:2])
    near = [day for day in days if DamerauLevenshtein.distance(word, day, score_cutoff=1) == 1]
    return near[0] if len(near) == 1 else word


@lru_cache(maxsize=8192)
def resembles_month(word: str) -> bool:
    """Whether an unknown word looks like a month: "agust", "jully"."""
    if len(word) < _SHORTEST_MONTH or word in _KNOWN or not word.isalpha():
        return False
    return any(
        month[0] == word[0] and DamerauLevenshtein.normalized_similarity(month, word) >= _ALIKE
        for month in _MONTHS
    )


@lru_cache(maxsize=8192)
def resembles_day(word: str) -> bool:
    """Whether an unknown word looks like a day too badly spelled to be mended: "thersdy"."""
    if len(word) < _SHORTEST_DAY or word in _KNOWN or not word.isalpha():
        return False
    return any(
        day[0] == word[0] and DamerauLevenshtein.normalized_similarity(day, word) >= _ALIKE
        for day in _DAYS
    )
