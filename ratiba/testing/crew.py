"""Fixtures played side by side, a process a processor; a few are quicker played here.

Those that count rows are led through the whole engine meanwhile, on Postgres.
"""

import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from engine.rehearsal.fixtures.fixture import Fixture
from engine.rehearsal.playing.play import play
from engine.rehearsal.playing.report import Played
from ratiba.checking.beside import end_quietly
from ratiba.testing.found import Case

FEW = 60
"""Fixtures that one process plays before another one has started."""
_cases: list[Case] = []


def play_all(cases: Sequence[Case], *, quiet: bool = True) -> list[Played]:
    """Play every fixture; the results are in the order of the fixtures.

    Args:
        cases: with their worlds.
        quiet: nothing is told of a store that is started.

    Raises:
        RatibaError: a fixture counts rows and no store can be had.
    """
    rows = [case.fixture for case in cases if case.fixture.end.rows]
    with _playing([case for case in cases if not case.fixture.end.rows]) as others:
        staged = iter(_play_rows(rows, quiet=quiet) if rows else ())
        played = iter(others())
        return [next(staged) if case.fixture.end.rows else next(played) for case in cases]


def _play_rows(fixtures: Sequence[Fixture], *, quiet: bool) -> list[Played]:
    from ratiba.testing.house import play_rows

    return play_rows(fixtures, quiet=quiet)


@contextmanager
def _playing(cases: Sequence[Case]) -> Iterator[Callable[[], list[Played]]]:
    """Begin to play beside whatever the block does; gives what waits for the results."""
    workers = min(os.cpu_count() or 1, len(cases) // FEW + 1)
    if workers == 1 or "fork" not in multiprocessing.get_all_start_methods():
        yield lambda: [play(case.world, case.fixture) for case in cases]
        return
    _cases[:] = cases
    with multiprocessing.get_context("fork").Pool(workers, end_quietly) as pool:
        yield pool.map_async(_one, range(len(cases)), max(1, len(cases) // (workers * 4))).get


def _one(index: int) -> Played:
    case = _cases[index]
    return play(case.world, case.fixture)
