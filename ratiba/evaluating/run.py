"""What `ratiba eval` does: finds sets, scores each, tells how they fare."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ratiba import loop
from ratiba.evaluating import show
from ratiba.evaluating.ear import Ear
from ratiba.evaluating.finding import find
from ratiba.evaluating.hearing import hear_all
from ratiba.evaluating.leading.run import lead_all
from ratiba.evaluating.means import Means, listening, means
from ratiba.evaluating.report import Report
from ratiba.evaluating.sets import EvalSet
from ratiba.evaluating.wish import Wish
from ratiba.terminal.faults import GOOD, USAGE
from ratiba.terminal.progress import Progress


def run(wish: Wish, *, json: bool) -> int:
    """Score every set of a file or folder.

    Raises:
        InputError: there is nothing to score; no such business, vertical or state.
    """
    found = find(wish.path)
    if found.problems:
        show.faults(found.problems, json=json)
        return USAGE
    with Progress(quiet=json) as progress, means(wish, found.sets, progress) as opened:
        reports = loop.run(_scored(wish, found.sets, opened, progress, json=json))
        if not json:
            show.summary(reports, found.passed_over)
    return GOOD


async def _scored(
    wish: Wish, sets: Iterable[EvalSet], opened: Means, progress: Progress, *, json: bool
) -> Sequence[Report]:
    """Each set is told as soon as it is scored."""
    reports = []
    async with listening(wish, opened) as ear:
        for one in sets:
            some = replace(one, records=one.records[:: wish.every])
            report = await _score(some, ear, opened, progress)
            if json:
                show.record(report, wish.worst)
            else:
                progress.done(f"{len(report.scored)} scored")
                show.people(report, wish.worst)
            reports.append(report)
    return reports


async def _score(found: EvalSet, ear: Ear, opened: Means, progress: Progress) -> Report:
    if found.kind.led and opened.house is not None:
        return await lead_all(found, opened.house, progress)
    return await hear_all(found, ear, progress)
