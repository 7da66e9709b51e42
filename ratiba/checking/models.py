"""What is written of models, checked beside flows: `models/`, with every prompt in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from engine.document.listing import MODELS, PROMPTS, within, yaml_files
from engine.document.problem import Problem
from engine.proof.code import digest, modules
from ratiba.checking.inputs import OURS, here
from ratiba.checking.shelf import Shelf

KEPT = "models"
READERS = ("engine/assembly/models", "engine/llm", "engine/spec")
"""The code that finds faults there."""


@dataclass(frozen=True, slots=True)
class _Found:
    """What was found in files of these bytes."""

    problems: tuple[Problem, ...]


def model_faults(root: Path, home: Path, wanted: Sequence[str], *, afresh: bool) -> list[Problem]:
    """Find the faults of `models/`; what was found before for the same content is told again.

    Args:
        root: the folder that holds it; one that does not has none.
        home: the folder where it is kept.
        wanted: files and folders, as messages name them, of which alone it is told; none: of all.
        afresh: nothing is taken for true that was found before.
    """
    folder = root / MODELS
    if not folder.is_dir():
        return []
    readers = digest(OURS, modules(*(OURS / name for name in READERS)))
    files = (*yaml_files(folder), *yaml_files(root / PROMPTS))
    key = digest(root, files, readers, here())
    shelf = Shelf(home, KEPT, blind=afresh)
    found = shelf.take(key, _Found)
    if found is None:
        found = _Found(_read(root))
        shelf.keep(key, found)
    return [one for one in found.problems if not wanted or within(one.file, wanted)]


def _read(root: Path) -> tuple[Problem, ...]:
    from engine.assembly.models.reading import faults_of  # half a second of imports

    return faults_of(root)
