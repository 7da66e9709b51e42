"""The one module of this room that opens files."""

from collections.abc import Iterator
from pathlib import Path

from engine.model.flow import Origin
from engine.spec.document.problem import Faults, Problems
from engine.spec.document.reader import MAX_BYTES, read
from engine.spec.document.tree import Document

FIXTURES = "fixtures"
"""Folders of conversations that flows are held against; they hold no flow themselves."""


def read_file(path: Path, root: Path) -> Document | Problems:
    """Read one YAML file; messages name it relative to `root`."""
    name = shown(path, root)
    try:
        with path.open("rb") as source:
            content = source.read(MAX_BYTES + 1)
    except OSError as error:
        faults = Faults()
        reason = error.strerror or type(error).__name__
        faults.add(Origin(name, 1), "", f"cannot be opened ({reason})", "Give its right name")
        return faults.problems()
    return read(content, name)


def shown(path: Path, root: Path) -> str:
    """Return how messages name a file: from `root` on, where it lies below it."""
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()


def yaml_files(folder: Path) -> Iterator[Path]:
    """Yield the YAML files below a folder, in the order of their names; fixtures are none of it."""
    found = (path for path in folder.rglob("*.yaml") if path.is_file())
    yield from sorted(path for path in found if FIXTURES not in path.relative_to(folder).parts)
