"""The dials that there are: those that a flow or phrase reads. One that does nothing is none."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from engine.document.listing import yaml_files
from engine.document.place import Place
from engine.document.problem import Faults, suggest
from engine.errors import InputError
from engine.model.value import Scalar

ROOT = Path(__file__).resolve().parents[2]
RANGE = "Write a number from 0 to 1"
_READ = re.compile(r"\bdials\.([a-z][a-z0-9_]*)")
_FOLDERS = ("flows", "prompts")


def read_in(text: str) -> frozenset[str]:
    """Name the dials that a flow or a phrase reads."""
    return frozenset(_READ.findall(text))


def known_dials(root: Path = ROOT) -> frozenset[str]:
    """Name the dials of what is shipped, and of what lies below `root`.

    Args:
        root: the folder that holds `flows/`, `prompts/` and `verticals/`.
    """
    folders = [folder for one in {ROOT, root} for folder in (one, *_verticals(one))]
    return frozenset().union(*(read_in(text) for folder in folders for text in _texts(folder)))


@cache
def shipped_dials() -> frozenset[str]:
    """Name the dials of what is shipped; read once."""
    return known_dials()


def beyond(value: Scalar) -> bool:
    """Whether a dial cannot stand there: it is a number from 0 to 1, or a word."""
    if isinstance(value, bool) or value is None:
        return True
    return isinstance(value, int | float) and not 0 <= value <= 1


def check_dials(place: Place | None, known: Iterable[str], faults: Faults) -> None:
    """Note every dial of a vertical's file that there is not, or that stands beyond its range."""
    names = sorted(known)
    for name, one in place.items() if place else ():
        if name not in names:
            faults.add(one.at, one.key, f"no dial is called '{name}'", suggest(name, names))
        elif beyond(one.value):
            faults.add(one.at, one.key, f"is {json.dumps(one.value)}", RANGE)


def refuse_unknown(dials: Mapping[str, Scalar], own: Iterable[str] = ()) -> None:
    """Refuse a dial that nothing reads.

    Args:
        dials: what is to be set.
        own: dials that the business's own documents read.

    Raises:
        InputError: with the nearest of those there are.
    """
    known = shipped_dials() | frozenset(own)
    for name in dials:
        if name not in known:
            raise InputError("option.dial", f"No dial '{name}'. {suggest(name, known)}.")


def _verticals(root: Path) -> list[Path]:
    return [path for path in sorted((root / "verticals").glob("*")) if path.is_dir()]


def _texts(folder: Path) -> Iterator[str]:
    for name in _FOLDERS:
        for path in yaml_files(folder / name):
            yield path.read_text("utf-8", "replace")
