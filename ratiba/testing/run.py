"""What `ratiba test` does."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from engine.rehearsal.coverage import Transition, taken, transitions
from engine.rehearsal.read import where
from engine.rehearsal.report import Played
from ratiba.terminal.faults import FINDINGS, GOOD
from ratiba.terminal.out import console, emit
from ratiba.terminal.problems import line_of
from ratiba.testing import show
from ratiba.testing.crew import play_all
from ratiba.testing.found import Found, find
from ratiba.testing.updating import update


@dataclass(frozen=True, slots=True)
class Wish:
    """What `test` was asked for; see its options."""

    paths: tuple[Path, ...]
    coverage: bool = False
    update: bool = False
    json: bool = False


def run(wish: Wish) -> int:
    """Play fixtures and tell what came of them.

    Raises:
        InputError: a path does not exist.
        ConfigError: the flows themselves do not hold together.
    """
    began = perf_counter()
    found = find(wish.paths)
    played = play_all(found.cases)
    if wish.update and update(found.cases, played):
        found = find(wish.paths)
        played = play_all(found.cases)
    seconds = perf_counter() - began
    tell = _tell_programs if wish.json else _tell_people
    tell(wish, found, played, seconds)
    return FINDINGS if found.problems or any(one.faults for one in played) else GOOD


def covered(
    found: Found, played: Sequence[Played]
) -> tuple[tuple[Transition, ...], frozenset[Transition]]:
    """Every transition of the flows that were played, and those that were taken."""
    worlds = {id(case.world.flows): case.world.flows for case in found.cases}
    known = tuple(dict.fromkeys(one for flows in worlds.values() for one in transitions(flows)))
    moves = {move for one in played for move in one.moves}
    return known, taken(moves, known)


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
        known, took = covered(found, played)
        told = {"transitions": len(known), "taken": len(took),
                "never": [str(one) for one in known if one not in took]}  # fmt: skip
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
        known, took = covered(found, played)
        for part in show.coverage(known, took, out):
            out.print(part)
        out.print()
    out.print(show.summary(played, found.files, seconds))
