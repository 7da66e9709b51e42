"""What `ratiba eval` does: finds sets, scores each, tells how they fare."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from engine.assembly.core import opened
from engine.assembly.library import load_library
from engine.clock import Clock, SystemClock
from engine.errors import InputError
from engine.model.tenant import Tenant
from engine.nlu.understander import Understander
from engine.runtime.kit import Kit
from engine.settings import Settings
from engine.spec.document.problem import Problem
from ratiba import loop
from ratiba.evaluating import show
from ratiba.evaluating.ear import Ear, ear, shipped
from ratiba.evaluating.hearing import hear_all
from ratiba.evaluating.report import Report
from ratiba.evaluating.sets import KINDS, EvalSet, read_set
from ratiba.keeping.schema import bring_up
from ratiba.kits import TenantKits
from ratiba.logs import start_logs
from ratiba.surroundings import own_machine
from ratiba.terminal.faults import GOOD, USAGE
from ratiba.terminal.progress import Progress
from tools.definitions import load_definitions

SUFFIX = ".jsonl"


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be scored, and how much is told of it.

    Attributes:
        tenant: the business that hears; None: a fresh one of `vertical`.
        state: that hears single utterances; "" is a conversation that has not begun.
        every: only each so many'th record.
        worst: how many examples are told of a set.
    """

    path: Path
    tenant: str | None = None
    vertical: str = "spa"
    state: str = ""
    every: int = 1
    worst: int = 5


@dataclass(frozen=True, slots=True)
class Found:
    """The sets there are, files that are none, and every fault of the others."""

    sets: tuple[EvalSet, ...]
    passed_over: tuple[Path, ...]
    problems: tuple[Problem, ...]


def run(wish: Wish, *, json: bool) -> int:
    """Score every set of a file or folder.

    Raises:
        InputError: there is nothing to score; no such business, vertical or state.
    """
    found = find(wish.path)
    if found.problems:
        show.faults(found.problems, json=json)
        return USAGE
    with Progress(quiet=json) as progress:
        reports = _scored(wish, found.sets, progress, json=json)
        if not json:
            progress.done()
            show.summary(reports, found.passed_over)
    return GOOD


def find(path: Path) -> Found:
    """Read every set of a file, or of a folder and those below it.

    Raises:
        InputError: there is no such path, or no set in it.
    """
    if not path.exists():
        raise InputError("eval.path", f"There is no {path}. Name a file or a folder of sets.")
    files = sorted(path.rglob(f"*{SUFFIX}")) if path.is_dir() else [path]
    read = [(file, read_set(file)) for file in files]
    sets = tuple(one for _, one in read if isinstance(one, EvalSet))
    problems = tuple(each for _, one in read if not isinstance(one, EvalSet | None) for each in one)
    if not sets and not problems:
        kinds = ", ".join(kind.name for kind in KINDS)
        raise InputError("eval.kind", f"No set is in {path}. One record a line, of {kinds}.")
    return Found(sets, tuple(file for file, one in read if one is None), problems)


def _scored(
    wish: Wish, sets: Iterable[EvalSet], progress: Progress, *, json: bool
) -> Sequence[Report]:
    """Each set is told as soon as it is scored."""
    listener = _listener(wish, progress)
    reports = []
    for one in sets:
        some = replace(one, records=one.records[:: wish.every])
        report = loop.run(hear_all(some, listener, progress))
        if json:
            show.record(report, wish.worst)
        else:
            progress.done(f"{len(report.scored)} scored")
            show.people(report, wish.worst)
        reports.append(report)
    return reports


def _listener(wish: Wish, progress: Progress) -> Ear:
    clock = SystemClock()
    if wish.tenant is None:
        return ear(*shipped(wish.vertical), wish.state, clock, Understander())
    with own_machine(progress, rehearsal=True) as settings:
        start_logs(settings, quiet="error")
        bring_up(settings.database_url, progress)
        tenant, kit = loop.run(_business(settings, wish.tenant, clock))
    return ear(tenant, kit, wish.state, clock, Understander())


async def _business(settings: Settings, slug: str, clock: Clock) -> tuple[Tenant, Kit]:
    async with opened(settings, clock) as core:
        tenant = await core.tenants.by_slug(slug)
        kits = TenantKits(load_library(load_definitions()), core.database, core.clock)
        return tenant, await kits.of(tenant)
