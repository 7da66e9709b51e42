"""Fixtures played side by side, a process a processor; a few are quicker played here."""

import multiprocessing
import os
from collections.abc import Sequence

from engine.rehearsal.play import play
from engine.rehearsal.report import Played
from ratiba.testing.found import Case

FEW = 60
"""Fixtures that one process plays before another one has started."""
_cases: list[Case] = []


def play_all(cases: Sequence[Case]) -> list[Played]:
    """Play every fixture; the results are in the order of the fixtures."""
    workers = min(os.cpu_count() or 1, len(cases) // FEW + 1)
    if workers == 1 or "fork" not in multiprocessing.get_all_start_methods():
        return [play(case.world, case.fixture) for case in cases]
    _cases[:] = cases
    with multiprocessing.get_context("fork").Pool(workers) as pool:
        return pool.map(_one, range(len(cases)), chunksize=max(1, len(cases) // (workers * 4)))


def _one(index: int) -> Played:
    case = _cases[index]
    return play(case.world, case.fixture)
