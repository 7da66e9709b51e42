"""Which files there are, and how messages name them; none is opened."""

from collections.abc import Iterable, Iterator
from os.path import abspath
from pathlib import Path

FLOWS, PROMPTS, VERTICALS = "flows", "prompts", "verticals"
MODELS = "models"
FIXTURES = "fixtures"
"""Folders of conversations that flows are held against; they hold no flow themselves."""
SUFFIXES = frozenset({".yaml", ".yml"})


def shown(path: Path, root: Path) -> str:
    """Return how messages name a file: from `root` on, where it lies below it."""
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()


def yaml_files(folder: Path) -> Iterator[Path]:
    """Yield the YAML files below a folder, in the order of their names; fixtures are none of it."""
    every = (path for path in folder.rglob("*.*") if path.suffix.lower() in SUFFIXES)
    found = (path for path in every if path.is_file())
    yield from sorted(path for path in found if FIXTURES not in path.relative_to(folder).parts)


def within(file: str, wanted: Iterable[str]) -> bool:
    """Whether a file is one of those, or below one of them.

    Args:
        file: as messages name it.
        wanted: files and folders, likewise.
    """
    return any(one in {".", file} or file.startswith(f"{one.rstrip('/')}/") for one in wanted)


def asked_of(paths: Iterable[Path], root: Path) -> list[str]:
    """How messages name files and folders that were named by hand: what `within` takes."""
    return [_named(path, path.resolve(), root.resolve(), root) for path in paths]


def _named(path: Path, true: Path, top: Path, root: Path) -> str:
    if top.is_relative_to(true):
        return "."
    return shown(true, top) if true.is_relative_to(top) else shown(_from_top(path), root)


def _from_top(path: Path) -> Path:
    """The same path, absolute; a link keeps its name, and a pipe has no other."""
    return Path(abspath(path))  # noqa: PTH100 - `resolve` would follow it


def vertical_folders(root: Path) -> list[Path]:
    """The folders of the verticals, by name."""
    return sorted(path for path in (root / VERTICALS).glob("*") if path.is_dir())


def given_files(paths: Iterable[Path], root: Path) -> list[Path]:
    """The files that are not read anyway, among files and folders that were named.

    They are absolute, as messages name them, wherever the command was called.
    """
    strange = (path for path in paths if _stranger(path.resolve(), root.resolve()))
    given = [_from_top(path) for path in strange]
    return [file for path in given for file in (yaml_files(path) if path.is_dir() else (path,))]


def _stranger(path: Path, root: Path) -> bool:
    """Whether a file or folder is none of those that are read anyway."""
    read = [root / name for name in (FLOWS, PROMPTS, VERTICALS, MODELS)]
    return not any(path.is_relative_to(one) or one.is_relative_to(path) for one in read)
