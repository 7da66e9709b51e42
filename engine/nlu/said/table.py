"""The tables of cues and of word classes, read from the YAML of this room and of others."""

from functools import cache
from pathlib import Path
from typing import TypeAlias

from engine.document.files import read_file
from engine.document.place import Place, top
from engine.document.problem import Faults, Problems, suggest
from engine.errors import ConfigError
from engine.nlu.said.pattern import check_patterns

Row: TypeAlias = tuple[str, float, str]
"""What the words mean, how surely (0 to 1), and patterns, one a line."""
HERE = Path(__file__).parent
_ROOT = HERE.parents[2]
_CLASSES = HERE / "both" / "classes.yaml"


def rows(*names: str) -> tuple[Row, ...]:
    """The cues of some tables of this room, one after the other.

    Args:
        names: files without their ending, as `en/tasks`.

    Raises:
        ConfigError: entries have another form; all faults, with file and line.
    """
    return tuple(row for name in names for row in table(HERE / f"{name}.yaml", "act"))


def table(path: Path, subject: str) -> tuple[Row, ...]:
    """The cues of one file, over the classes of this room and those of `classes_<name>` beside it.

    Args:
        path: of the file.
        subject: the key that tells what the words of an entry mean.

    Raises:
        ConfigError: entries have another form; all faults, with file and line.
    """
    faults = Faults()
    beside = path.with_name(f"classes_{path.stem}.yaml")
    classes = _names(_CLASSES) | (_names(beside) if beside.is_file() else frozenset())
    read = tuple(_row(entry, subject, classes, faults) for entry in _read(path).each())
    _right(faults)
    return read


def word_classes(path: Path) -> dict[str, tuple[str, ...]]:
    """Words by the name of their class, from one file.

    Raises:
        ConfigError: a class is no line of words; all faults, with file and line.
    """
    faults = Faults()
    read = {key: _words(place, faults) for key, place in _read(path).items()}
    _right(faults)
    return read


def _read(path: Path) -> Place:
    document = read_file(path, _ROOT)
    if isinstance(document, Problems):
        raise ConfigError("cues.faulty", str(document))
    return top(document.root)


def _right(faults: Faults) -> None:
    if len(faults):
        raise ConfigError("cues.faulty", str(faults.problems()))


@cache
def _names(path: Path) -> frozenset[str]:
    return frozenset(word_classes(path))


def _row(entry: Place, subject: str, classes: frozenset[str], faults: Faults) -> Row:
    keys = (subject, "confidence", "said")
    for name, place in entry.items():
        if name not in keys:
            faults.add(entry.key_at(name), place.key, "is no key of an entry", suggest(name, keys))
    if said := entry.get("said"):
        check_patterns(said, classes, faults)
    return _text(entry, subject, faults), _sure(entry, faults), _text(entry, "said", faults)


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
