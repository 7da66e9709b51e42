"""What customers say, checked beside flows: the tables of understanding and those of topics."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from engine.document.listing import yaml_files
from engine.document.problem import Faults, Problem
from engine.proof.code import digest, modules
from ratiba.checking.inputs import OURS, here
from ratiba.checking.shelf import Shelf

KEPT = "said"
SAID, TOPICS = "engine/nlu/said", "tools/knowledge"
READERS = ("engine/nlu", "engine/document", "engine/model")
"""The code that finds faults there, and that names what it needs of them."""


@dataclass(frozen=True, slots=True)
class _Found:
    """What was found in files of these bytes."""

    problems: tuple[Problem, ...]


def said_faults(home: Path, *, afresh: bool, ours: Path = OURS) -> tuple[Problem, ...]:
    """Find the faults of what customers say; nothing is understood where there are any.

    Args:
        home: the folder where what is found is kept, for the same content.
        afresh: nothing is taken for true that was found before.
        ours: the folder that holds `engine/` and `tools/`.
    """
    readers = digest(OURS, modules(*(OURS / name for name in READERS)))
    said, topics = list(yaml_files(ours / SAID)), list(yaml_files(ours / TOPICS))
    key = digest(ours, (*said, *topics), readers, here())
    shelf = Shelf(home, KEPT, blind=afresh)
    found = shelf.take(key, _Found)
    if found is None:
        found = _Found(_read(said, topics))
        shelf.keep(key, found)
    return found.problems


def _read(said: Iterable[Path], topics: Iterable[Path]) -> tuple[Problem, ...]:
    from engine.nlu.said.table import FaultyWords, note_faults

    faults = Faults()
    for path in said:
        note_faults(path, faults)
    for path in topics:
        note_faults(path, faults, "topic")
    if not len(faults):
        try:
            import engine.nlu.rules  # noqa: F401  # names every list that rules need
        except FaultyWords as error:
            faults.take(error.problems)
    return tuple(faults.problems())
