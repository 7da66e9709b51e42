"""Answers of a vertical's own form: `like: "KAA 999A"`, A a letter, 9 a digit."""

from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Formed:
    """An answer as the form writes it, and where it stood in the text."""

    value: str
    start: int
    end: int


def formed(text: str, like: str) -> Formed | None:
    """The first stretch of `text` that has the form; None if none has.

    Case and spaces do not matter; what is neither A nor 9 stands for itself.
    """
    wanted = "".join(like.split())
    places = [at for at, char in enumerate(text) if not char.isspace()]
    letters = [text[at] for at in places]
    starts = _starts(text)
    for start in sorted(starts):
        piece = letters[start : start + len(wanted)]
        ends = start + len(wanted)
        whole = ends >= len(letters) or ends in starts or not letters[ends].isalnum()
        if len(piece) == len(wanted) and whole and all(map(_fits, wanted, piece)):
            return Formed(_written(piece, like), places[start], places[ends - 1] + 1)
    return None


def _starts(text: str) -> frozenset[int]:
    """Where words begin, counted without spaces."""
    starts, index, before = set(), 0, " "
    for char in text:
        if not char.isspace():
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
