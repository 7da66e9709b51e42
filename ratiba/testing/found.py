"""The fixtures there are: below `flows/` and the verticals, or where they are named."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from engine.assembly.library import ROOT
from engine.document.files import read_file
from engine.document.listing import FIXTURES
from engine.document.problem import Problem, Problems
from engine.errors import ConfigError, InputError
from engine.rehearsal.fixtures.fixture import PLAIN, Fixture
from engine.rehearsal.fixtures.read import read_fixtures, said_tenant, said_vertical
from engine.rehearsal.staging.world import World
from ratiba.testing.worlds import world_of
from tools.tenants.verticals import list_verticals

OwnWorlds: TypeAlias = Callable[[str | None], World | None]


@dataclass(frozen=True, slots=True)
class Case:
    """A fixture with the world it plays in."""

    fixture: Fixture
    world: World
    path: Path


@dataclass(frozen=True, slots=True)
class Found:
    """Every fixture that can be played, and what is wrong with the files of the others."""

    cases: tuple[Case, ...]
    problems: tuple[Problem, ...]
    files: int


def find(paths: tuple[Path, ...], own: OwnWorlds | None = None) -> Found:
    """Read the fixtures of these files and folders; of everything shipped if none is named.

    Args:
        paths: files, and folders in which every `fixtures/` is read.
        own: the world of a business that a file names, or None for one that names none.

    Raises:
        InputError: a path does not exist.
        ConfigError: the flows themselves do not hold together.
    """
    for path in paths:
        if not path.exists():
            raise InputError("test.path", f"There is no {path}. Name a file or a folder.")
    files = [file for path in paths or _folders() for file in _files(path)]
    cases: list[Case] = []
    problems: list[Problem] = []
    for file in files:
        found = _read(file, own)
        if isinstance(found, Problems):
            problems += found
        else:
            cases += found
    return Found(tuple(cases), tuple(problems), len(files))


def _folders() -> Iterator[Path]:
    yield ROOT / "flows" / FIXTURES
    yield from sorted((ROOT / "verticals").glob(f"*/{FIXTURES}"))


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    inside = FIXTURES in path.resolve().parts
    found = (one for one in path.rglob("*.yaml") if inside or FIXTURES in one.parts)
    return sorted(found)


def _read(path: Path, own: OwnWorlds | None) -> list[Case] | Problems:
    document = read_file(path.resolve(), ROOT)
    if isinstance(document, Problems):
        return document
    home = _vertical_of(path)
    named = own(next(said_tenant(document), None)) if own else None
    if named is not None:
        fixtures = read_fixtures(
            document, named.flows, named.book.phrases, named.tenant.vertical, own=True
        )
        if isinstance(fixtures, Problems):
            return fixtures
        return [Case(one, named, path) for one in fixtures]
    known = list_verticals()
    kinds = (one for one in said_vertical(document) if one in known)
    world = world_of(next(kinds, home))
    fixtures = read_fixtures(document, world.flows, world.book.phrases, home)
    if isinstance(fixtures, Problems):
        return fixtures
    return [Case(one, _world(one), path) for one in fixtures]


def _world(fixture: Fixture) -> World:
    try:
        return world_of(fixture.vertical)
    except InputError as error:
        where = f"{fixture.at.file}:{fixture.at.line}"
        raise ConfigError("test.vertical", f"{where}: {error}") from error


def _vertical_of(path: Path) -> str:
    parts = path.resolve().parts
    return parts[parts.index("verticals") + 1] if "verticals" in parts[:-1] else PLAIN
