"""Which files there are, and how messages name them; none is opened."""

from collections.abc import Iterable, Iterator
from pathlib import Path

FIXTURES = "fixtures"
"""Folders of conversations that flows are held against; they hold no flow themselves."""


def shown(path: Path, root: Path) -> str:
    """Return how messages name a file: from `root` on, where it lies below it."""
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()


def yaml_files(folder: Path) -> Iterator[Path]:
    """Yield the YAML files below a folder, in the order of their names; fixtures are none of it."""
    found = (path for path in folder.rglob("*.yaml") if path.is_file())
    yield from sorted(path for path in found if FIXTURES not in path.relative_to(folder).parts)


def within(file: str, wanted: Iterable[str]) -> bool:
    """Whether a file is one of those, or below one of them.

    Args:
        file: as messages name it.
        wanted: files and folders, likewise.
    """
    return any(one in {".", file} or file.startswith(f"{one.rstrip('/')}/") for one in wanted)
