"""What `ratiba eval` does: finds sets, scores each, tells how they fare."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ratiba import loop
from ratiba.evaluating import show
from ratiba.evaluating.ear import Ear
from ratiba.evaluating.finding import find
from ratiba.evaluating.fixtures import play_fixtures
from ratiba.evaluating.hearing import hear_all
from ratiba.evaluating.kinds.dialogues import Dialogue
from ratiba.evaluating.kinds.talks import WholeTalk
from ratiba.evaluating.leading.run import lead_all, talk_all
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
    reports: list[Report] = []
    with Progress(quiet=json) as progress:
        if found.fixtures is not None:
            progress.again(f"playing {len(found.fixtures.cases)} fixtures")
            reports.append(play_fixtures(found.fixtures, wish.every))
            _tell(reports[-1], wish, progress, json=json)
        if found.sets:
            with means(wish, found.sets, progress) as opened:
                reports += loop.run(_scored(wish, found.sets, opened, progress, json=json))
    if not json:
        show.summary(reports, found.passed_over)
    return GOOD


def _tell(report: Report, wish: Wish, progress: Progress, *, json: bool) -> None:
    """A set is told as soon as it is scored."""
    if json:
        show.record(report, wish.worst)
    else:
        progress.done(f"{len(report.scored)} scored")
        show.people(report, wish.worst)


async def _scored(
    wish: Wish, sets: Iterable[EvalSet], opened: Means, progress: Progress, *, json: bool
) -> Sequence[Report]:
    reports = []
    async with listening(wish, opened) as ear:
        for one in sets:
            some = replace(one, records=one.records[:: wish.every])
            report = await _score(some, ear, opened, progress)
            _tell(report, wish, progress, json=json)
            reports.append(report)
    return reports


async def _score(found: EvalSet, ear: Ear, opened: Means, progress: Progress) -> Report:
    if opened.houses is not None and found.kind.record is Dialogue:
        return await lead_all(found, opened.houses, progress)
    if opened.houses is not None and found.kind.record is WholeTalk:
        return await talk_all(found, opened.houses, progress)
    return await hear_all(found, ear, progress, compare=opened.compare)
