"""`ratiba test --fuzz N`: random conversations, the failures made short and kept as fixtures."""

import multiprocessing
import os
from collections.abc import Sequence
from time import perf_counter

from rich.table import Table
from rich.text import Text

from engine.assembly.library import ROOT
from engine.document.listing import FIXTURES
from engine.explore.transitions import taken, transitions
from engine.rehearsal.fixtures.fixture import PLAIN, Fixture
from engine.rehearsal.fixtures.write import fixture_lines
from engine.rehearsal.fuzzing.fuzz import Failure, Walked, as_fixture, walks
from engine.rehearsal.fuzzing.shrink import shrink
from engine.rehearsal.staging.world import World
from ratiba.checking.beside import end_quietly
from ratiba.terminal.faults import FINDINGS, GOOD
from ratiba.terminal.out import console, emit
from ratiba.testing.found import find
from ratiba.testing.show import act_words
from ratiba.testing.worlds import world_of

CHUNK = 50
"""Conversations that learn from each other where few have been; the unit of a seed."""
FOLDER = ROOT / "flows" / FIXTURES / "found"
_stage: list[tuple[World, Sequence[Fixture]]] = []


def run(number: int, seed: str, *, json: bool) -> int:
    """Lead random conversations; what breaks a promise is shortened, written and told.

    Raises:
        ConfigError: the flows do not hold together.
    """
    began = perf_counter()
    world = world_of(PLAIN)
    known = [case.fixture for case in find(()).cases if case.fixture.vertical == PLAIN]
    walked = walk(world, known, seed, number)
    shortest = [shrink(world, one) for one in first_of_each(walked.failures)]
    files = [_kept(one, world, f"fuzz_{seed}_{n}") for n, one in enumerate(shortest, start=1)]
    tell = _tell_programs if json else _tell_people
    tell(world, walked, list(zip(shortest, files, strict=True)), perf_counter() - began)
    return FINDINGS if shortest else GOOD


def walk(world: World, known: Sequence[Fixture], seed: str, number: int) -> Walked:
    """Lead the conversations in chunks, side by side where there are processors."""
    chunks = [(f"{seed}.{n}", min(CHUNK, number - n)) for n in range(0, number, CHUNK)]
    _stage[:] = [(world, known)]
    walked = Walked()
    workers = min(os.cpu_count() or 1, len(chunks))
    if workers > 1 and "fork" in multiprocessing.get_all_start_methods():
        with multiprocessing.get_context("fork").Pool(workers, end_quietly) as pool:
            parts = pool.map(_chunk, chunks, chunksize=1)
    else:
        parts = list(map(_chunk, chunks))
    for part in parts:
        walked.add(part)
    return walked


def first_of_each(failures: Sequence[Failure]) -> list[Failure]:
    """The shortest conversation of every kind of failure."""
    kinds = dict.fromkeys(failure.kind for failure in failures)
    return [
        min((f for f in failures if f.kind == kind), key=lambda one: len(one.acts))
        for kind in kinds
    ]


def _chunk(chunk: tuple[str, int]) -> Walked:
    world, known = _stage[0]
    return walks(world, chunk[0], chunk[1], known)


def _kept(failure: Failure, world: World, name: str) -> str:
    """Write a failure as a fixture; it fails until the fault is mended."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    name = "".join(letter if letter.isalnum() else "_" for letter in name.lower())
    fixture = as_fixture(failure, world, name)
    path = FOLDER / f"{name}.yaml"
    path.write_text("ratiba: 1\n" + "\n".join(fixture_lines(fixture)) + "\n", "utf-8")
    return path.relative_to(ROOT).as_posix()


def _tell_programs(
    world: World, walked: Walked, found: Sequence[tuple[Failure, str]], seconds: float
) -> None:
    for failure, file in found:
        emit({"broken": failure.why, "turns": list(map(act_words, failure.acts)), "file": file})
    known = transitions(world.flows)
    emit({"conversations": walked.conversations, "turns": walked.turns,
          "transitions": len(known), "taken": len(taken(walked.moves, known)),
          "failures": len(walked.failures), "kinds": len(found),
          "s": round(seconds, 2)})  # fmt: skip


def _tell_people(
    world: World, walked: Walked, found: Sequence[tuple[Failure, str]], seconds: float
) -> None:
    out = console()
    for failure, file in found:
        out.print(Text(f"✗ {failure.why}", "bold red"), soft_wrap=True)
        for act in failure.acts:
            out.print(Text.assemble(("  > ", "cyan"), act_words(act)))
        out.print(f"  kept as {file}\n")
    known = transitions(world.flows)
    done = len(taken(walked.moves, known))
    ends = Table(box=None, header_style="bold underline", padding=(0, 2, 0, 0))
    ends.add_column("ended in")
    ends.add_column("times", justify="right")
    for end, times in walked.ends.most_common(12):
        ends.add_row(end, str(times))
    out.print(ends)
    verdict = Text.assemble(
        (f"{len(found)} kinds of failure", "bold red") if found else ("no promise broke", "green"),
        f"  {walked.conversations} conversations, {walked.turns} turns, "
        f"{done} of {len(known)} transitions; {seconds:.1f} s",
    )
    out.print(verdict)
