"""What `ratiba test` does."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from time import perf_counter

from engine.document.listing import FIXTURES
from engine.rehearsal.fixtures.read import where
from engine.rehearsal.playing.report import Played
from engine.rehearsal.staging.world import World
from ratiba.terminal.faults import FINDINGS, GOOD
from ratiba.terminal.out import console, emit
from ratiba.terminal.problems import line_of
from ratiba.testing import show
from ratiba.testing.covering import covered
from ratiba.testing.crew import play_all
from ratiba.testing.found import Found, OwnWorlds, find
from ratiba.testing.updating import tell_written, update


@dataclass(frozen=True, slots=True)
class Wish:
    """What `test` was asked for; see its options."""

    paths: tuple[Path, ...]
    coverage: bool = False
    update: bool = False
    tenant: str | None = None
    json: bool = False


def run(wish: Wish, business: Callable[[str], World]) -> int:
    """Play fixtures and tell what came of them.

    Args:
        wish: what was asked for.
        business: opens one of the database, by its slug.

    Raises:
        InputError: a path does not exist.
        ConfigError: the flows themselves do not hold together.
    """
    began = perf_counter()
    own, paths = _own(wish, business), _paths(wish)
    found = find(paths, own)
    played = play_all(found.cases, quiet=wish.json)
    if wish.update and (wrote := update(found.cases, played)):
        tell_written(wrote, json=wish.json)
        found = find(paths, own)
        played = play_all(found.cases, quiet=wish.json)
    seconds = perf_counter() - began
    tell = _tell_programs if wish.json else _tell_people
    tell(wish, found, played, seconds)
    return FINDINGS if found.problems or any(one.faults for one in played) else GOOD


def _own(wish: Wish, business: Callable[[str], World]) -> OwnWorlds:
    """The world of the business that a file, or the command, names; each is opened once."""
    world = cache(business)

    def named(slug: str | None) -> World | None:
        name = slug or wish.tenant
        return world(name) if name else None

    return named


def _paths(wish: Wish) -> tuple[Path, ...]:
    """What is named; of a business what lies beside its pulled documents."""
    if wish.paths or wish.tenant is None:
        return wish.paths
    return (Path(wish.tenant) / FIXTURES,)


def _tell_programs(wish: Wish, found: Found, played: Sequence[Played], seconds: float) -> None:
    for problem in found.problems:
        emit({"file": problem.file, "line": problem.line, "key": problem.key,
              "fault": problem.fault, "remedy": problem.remedy})  # fmt: skip
    for one in played:
        faults = [
            {"at": where(f.at), "key": f.key, "expected": f.expected, "came": f.came}
            for f in one.faults
        ]
        emit({"fixture": one.fixture.name, "at": where(one.fixture.at), "holds": not one.faults,
              "turns": len(one.exchanges), "ms": round(one.ms, 1), "faults": faults})  # fmt: skip
    told: dict[str, object] = {}
    if wish.coverage:
        ways = covered(found.cases, played, every=not wish.paths and not wish.tenant)
        told = {"transitions": sum(len(one.known) for one in ways),
                "taken": sum(len(one.taken) for one in ways),
                "flows": {o.name: round(len(o.taken) / len(o.known), 3) for o in ways},
                "never": [str(way) for one in ways for way in one.never]}  # fmt: skip
    failed = sum(1 for one in played if one.faults)
    emit({"fixtures": len(played), "failed": failed, "problems": len(found.problems), **told,
          "s": round(seconds, 2)})  # fmt: skip


def _tell_people(wish: Wish, found: Found, played: Sequence[Played], seconds: float) -> None:
    out = console()
    for problem in found.problems:
        out.print(line_of(problem), soft_wrap=True)
    for failure in show.failures(played):
        out.print(failure)
    if wish.coverage:
        for part in show.coverage(
            covered(found.cases, played, every=not wish.paths and not wish.tenant)
        ):
            out.print(part)
        out.print()
    out.print(show.summary(played, found, seconds))
