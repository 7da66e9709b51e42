"""The tables of cues and of word classes, read from the YAML of this room and of others."""

from collections.abc import Set
from functools import cache
from pathlib import Path
from typing import TypeAlias

from engine.document.files import read_file
from engine.document.place import Place, top
from engine.document.problem import Faults, Problems, suggest
from engine.document.tree import Series
from engine.errors import ConfigError
from engine.model.understanding import ACTS, INTENTS
from engine.nlu.said.pattern import check_patterns

Row: TypeAlias = tuple[str, float, str]
"""What the words mean, how surely (0 to 1), and patterns, one a line."""
ACT = "act"
INNER = frozenset({"misheard", "again", "unable", "unsaid", "rethought", "past", "forbid", "idiom"})
"""Meanings that understanding works with and routes nowhere."""
MEANT = frozenset({*ACTS, *INTENTS}) | INNER
HERE = Path(__file__).parent
ROOT = HERE.parents[2]
_CLASSES = HERE / "both" / "classes.yaml"


class FaultyWords(ConfigError):
    """Tables of words are written wrongly; where, and what to write, is in `problems`."""

    def __init__(self, problems: Problems) -> None:
        super().__init__("cues.faulty", str(problems))
        self.problems = problems


def rows(*names: str) -> tuple[Row, ...]:
    """The cues of some tables of this room, one after the other.

    Args:
        names: files without their ending, as `en/tasks`.

    Raises:
        FaultyWords: entries have another form; all faults, with file and line.
    """
    return tuple(row for name in names for row in table(HERE / f"{name}.yaml", ACT, MEANT))


def table(path: Path, subject: str, meant: Set[str] = frozenset()) -> tuple[Row, ...]:
    """The cues of one file, over the classes of this room and those of `classes_<name>` beside it.

    Args:
        path: of the file.
        subject: the key that tells what the words of an entry mean.
        meant: all that they may mean; nothing: whatever is written.

    Raises:
        FaultyWords: entries have another form; all faults, with file and line.
    """
    faults = Faults()
    read = _table(path, _read(path), subject, meant, faults)
    _right(faults)
    return read


def word_classes(path: Path) -> dict[str, tuple[str, ...]]:
    """Words by the name of their class, from one file.

    Raises:
        FaultyWords: a class is no line of words; all faults, with file and line.
    """
    faults = Faults()
    read = _classes(_read(path), faults)
    _right(faults)
    return read


def note_faults(path: Path, faults: Faults, subject: str = ACT) -> None:
    """Note what is wrong in one file, a table or classes of words.

    Args:
        path: of the file.
        faults: gets what is found.
        subject: the key of a table that tells what its words mean.
    """
    try:
        place = _read(path)
        if isinstance(place.node, Series):
            _table(path, place, subject, MEANT if subject == ACT else frozenset(), faults)
        else:
            _classes(place, faults)
    except FaultyWords as error:  # it cannot be read, or the classes it names cannot
        faults.take(error.problems)


def _table(
    path: Path, place: Place, subject: str, meant: Set[str], faults: Faults
) -> tuple[Row, ...]:
    beside = path.with_name(f"classes_{path.stem}.yaml")
    classes = _names(_CLASSES) | (_names(beside) if beside.is_file() else frozenset())
    return tuple(_row(entry, subject, (classes, meant), faults) for entry in place.each())


def _classes(place: Place, faults: Faults) -> dict[str, tuple[str, ...]]:
    return {key: _words(one, faults) for key, one in place.items()}


def _read(path: Path) -> Place:
    document = read_file(path, ROOT)
    if isinstance(document, Problems):
        raise FaultyWords(document)
    return top(document.root)


def _right(faults: Faults) -> None:
    if len(faults):
        raise FaultyWords(faults.problems())


@cache
def _names(path: Path) -> frozenset[str]:
    return frozenset(word_classes(path))


def _row(entry: Place, subject: str, known: tuple[Set[str], Set[str]], faults: Faults) -> Row:
    classes, meant = known
    keys = (subject, "confidence", "said")
    for name, place in entry.items():
        if name not in keys:
            faults.add(entry.key_at(name), place.key, "is no key of an entry", suggest(name, keys))
    if said := entry.get("said"):
        check_patterns(said, classes, faults)
    name = _text(entry, subject, faults)
    if name and meant and name not in meant:
        faults.add(
            entry.key_at(subject),
            entry.path(subject),
            f"there is no '{name}'",
            suggest(name, meant),
        )
    return name, _sure(entry, faults), _text(entry, "said", faults)


def _text(entry: Place, key: str, faults: Faults) -> str:
    place = entry.get(key)
    if place is None or not place.text.strip():
        faults.add((place or entry).at, entry.path(key), "is missing", f"Write '{key}: ...'")
        return ""
    return place.text


def _sure(entry: Place, faults: Faults) -> float:
    place = entry.get("confidence")
    sure = place.value if place else None
    if isinstance(sure, float | int) and 0 < sure <= 1:
        return float(sure)
    remedy = "Write a number above 0 and up to 1"
    faults.add((place or entry).at, entry.path("confidence"), "is no confidence", remedy)
    return 0.0


def _words(place: Place, faults: Faults) -> tuple[str, ...]:
    if not place.text.strip():
        faults.add(place.at, place.key, "has no words", "Write words with a space between")
    return tuple(place.text.split())
