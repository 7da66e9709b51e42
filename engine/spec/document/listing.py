"""Which files there are, and how messages name them; none is opened."""

from collections.abc import Iterable, Iterator
from pathlib import Path

FLOWS, PROMPTS, VERTICALS = "flows", "prompts", "verticals"
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


def vertical_folders(root: Path) -> list[Path]:
    """The folders of the verticals, by name."""
    return sorted(path for path in (root / VERTICALS).glob("*") if path.is_dir())


def given_files(paths: Iterable[Path], root: Path) -> list[Path]:
    """The files that are not read anyway, among files and folders that were named."""
    given = (path for path in paths if _stranger(path.resolve(), root.resolve()))
    return [file for path in given for file in (yaml_files(path) if path.is_dir() else (path,))]


def _stranger(path: Path, root: Path) -> bool:
    """Whether a file or folder is none of those that are read anyway."""
    read = [root / name for name in (FLOWS, PROMPTS, VERTICALS)]
    return not any(path.is_relative_to(one) or one.is_relative_to(path) for one in read)
