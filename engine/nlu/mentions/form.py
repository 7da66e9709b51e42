"""Answers of a vertical's own form: `like: "KAA 999A"`, A a letter, 9 a digit."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from engine.nlu.words.calendar import MONTHS, WEEKDAYS
from engine.nlu.words.common import ENGLISH, SWAHILI
from engine.nlu.words.turns import NOT_BEFORE

JOINTS = frozenset("-./")
"""Signs that people put between the parts of an answer where its form has none: KDA-123A."""
SLIPS = 2
"""Letters and digits too many, too few or of the wrong sort, with which it is still one meant."""
_WORDS_MOST = 4
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Formed:
    """An answer as the form writes it, and where it stood in the text."""

    value: str
    start: int
    end: int


def formed(text: str, like: str) -> Formed | None:
    """The first stretch of `text` that has the form and is not turned down; None if none has it.

    Case, spaces and joints do not matter; what is neither A nor 9 stands for itself. Of "not KDA
    123A, KDB 456B" it is the second.
    """
    every = list(_formed(text, like))
    return next((one for one in every if not _turned_down(text, one)), next(iter(every), None))


def _turned_down(text: str, one: Formed) -> bool:
    return (text[: one.start].split() or [""])[-1].lower() in NOT_BEFORE


def _formed(text: str, like: str) -> Iterator[Formed]:
    wanted = "".join(like.split())
    places = [at for at, char in enumerate(text) if not _between(char, like)]
    letters = [text[at] for at in places]
    starts = _starts(text, like)
    for start in sorted(starts):
        piece = letters[start : start + len(wanted)]
        ends = start + len(wanted)
        whole = ends >= len(letters) or ends in starts or not letters[ends].isalnum()
        if len(piece) == len(wanted) and whole and all(map(_fits, wanted, piece)):
            yield Formed(_written(piece, like), places[start], places[ends - 1] + 1)


def attempted(text: str, like: str) -> tuple[int, int] | None:
    """Where something stands that was meant to have the form and has not: "KDA 12A".

    It has letters and digits if the form has both, none of its words is a common one, and it is
    no more than two slips from the form.
    """
    wanted = _sorts("".join(like.split()))
    found = [
        (Levenshtein.distance(_sorts(piece), wanted), start, end)
        for piece, start, end in _pieces(text)
        if set(_sorts(piece)) >= set(wanted)
    ]
    slips, start, end = min(found, default=(SLIPS + 1, 0, 0))
    return (start, end) if slips <= SLIPS else None


def _pieces(text: str) -> Iterator[tuple[str, int, int]]:
    """Every few words in a row, written as one."""
    words = list(_WORD.finditer(text))
    for first in range(len(words)):
        for word in range(first, min(first + _WORDS_MOST, len(words))):
            if _common(words[word][0]):
                break
            start, end = words[first].start(), words[word].end()
            yield "".join(char for char in text[start:end] if char.isalnum()), start, end


def _common(word: str) -> bool:
    key = word.strip(".,;:!?").lower()
    return any(key in table for table in (ENGLISH, SWAHILI, MONTHS, WEEKDAYS))


def _sorts(piece: str) -> str:
    return "".join("9" if char.isdigit() else "A" for char in piece)


def _between(char: str, like: str) -> bool:
    return char.isspace() or (char in JOINTS and char not in like)


def _starts(text: str, like: str) -> frozenset[int]:
    """Where words begin, counted without what only stands between."""
    starts, index, before = set(), 0, " "
    for char in text:
        if not _between(char, like):
            if not before.isalnum():
                starts.add(index)
            index += 1
        before = char
    return frozenset(starts)


@lru_cache(maxsize=1024)
def _fits(place: str, char: str) -> bool:
    if place in {"A", "a"}:
        return char.isascii() and char.isalpha()
    if place == "9":
        return char.isascii() and char.isdigit()
    return char.upper() == place.upper()


def _written(piece: list[str], like: str) -> str:
    """The answer in capitals, with the spaces of the form."""
    chars = iter(piece)
    return "".join(" " if place.isspace() else next(chars).upper() for place in like)
