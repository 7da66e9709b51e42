"""What may be wrong in a pattern of a table, told at its line."""

from collections.abc import Iterator, Set
from dataclasses import replace

from engine.document.place import Place
from engine.document.problem import Faults, suggest

ROLE = "role"
"""A class that is in no file: whatever those who serve are called."""
_BARE = frozenset({"..", "^", "$"})
"""Places that hold no word."""


def check_patterns(said: Place, classes: Set[str], faults: Faults) -> None:
    """Note what keeps patterns from being matched.

    Args:
        said: patterns, one a line.
        classes: the names of word classes.
        faults: gets what is found.
    """
    block = "\n" in said.text
    for number, line in enumerate(said.text.splitlines(), start=1):
        at = replace(said.at, line=said.at.line + number) if block else said.at
        for fault, remedy in _faults(line.split(), classes):
            faults.add(at, said.key, f"'{line.strip()}' {fault}", remedy)


def _faults(places: list[str], classes: Set[str]) -> Iterator[tuple[str, str]]:
    needed = [one for one in places if one not in _BARE and not _optional(one)]
    if places and not needed:
        yield "has no word that must be said", "Write one, without '?' behind it"
    elif places[:1] == [".."] or places[:2] == ["^", ".."]:
        yield "begins with any words", "Leave '..' out"
    for one in (one for place in places for one in _either(place)):
        if not one:
            yield "has nothing on one side of '|'", "Write a word there, or '?' behind the other"
        elif one.startswith("@") and one[1:] not in {*classes, ROLE}:
            remedy = suggest(one[1:], {*classes, ROLE})
            yield f"names '{one}', which is no class", remedy


def _optional(place: str) -> bool:
    return place.endswith("?") and not place.endswith("|?") and place != "?"


def _either(place: str) -> list[str]:
    return (place[:-1] if _optional(place) else place).split("|")
