"""Past conversations of a business, run again on its flows as they are or as drafts make them."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from engine.assembly.core import opened
from engine.assembly.library import load_library
from engine.clock import SystemClock
from engine.document.problem import Problem
from engine.errors import InputError
from engine.journal.recording import Recording
from engine.journal.replay import Class, Replayed, replay
from engine.model.flow import FlowSet
from engine.settings import Settings
from engine.store.tenancy import TenantGate
from ratiba import loop
from ratiba.instants import read_instant
from ratiba.keeping.schema import bring_up
from ratiba.replaying.drafts import with_drafts
from ratiba.replaying.show import tell_one, tell_people, tell_programs
from ratiba.surroundings import own_machine
from ratiba.terminal.faults import FINDINGS, GOOD, say_fault
from ratiba.terminal.progress import Progress
from tools.definitions import load_definitions
from tools.publishing.recordings import recordings

HARMLESS = frozenset({Class.SAME, Class.SAID_OTHERWISE})
"""What every conversation must be for the verb to end well."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be run again."""

    tenant: str
    files: tuple[Path, ...]
    since: str | None
    most: int
    thread: str | None


def run(wanted: Wanted, *, json: bool) -> int:
    """Run conversations again and tell how each fares.

    Raises:
        InputError: no such tenant, file, instant or thread.
    """
    for path in wanted.files:
        if not path.is_file():
            raise InputError("replay.file", f"There is no file {path}. Name a flow or an overlay.")
    with Progress(quiet=json) as progress, own_machine(progress) as settings:
        bring_up(settings.database_url, progress)
        progress("reading the journal")
        flows, found = loop.run(_read(settings, wanted))
        progress.done()
    if not isinstance(flows, FlowSet):
        return _refused(flows)
    began = perf_counter()
    results = tuple(replay(flows, found))
    _tell(wanted, found, results, perf_counter() - began, json=json)
    return GOOD if all(one.kind in HARMLESS for one in results) else FINDINGS


async def _read(
    settings: Settings, wanted: Wanted
) -> tuple[FlowSet | tuple[Problem, ...], tuple[Recording, ...]]:
    async with opened(settings, SystemClock(settings.ratiba_clock_offset_file)) as core:
        tenant = await core.tenants.by_slug(wanted.tenant)
        gate = TenantGate(core.database, tenant)
        flows = await with_drafts(load_library(load_definitions()), gate, tenant, wanted.files)
        since = read_instant(wanted.since, tenant.zone) if wanted.since else None
        found = await recordings(gate, tenant, most=wanted.most, since=since, thread=wanted.thread)
    if wanted.thread and not found:
        raise InputError("replay.thread", f"No conversation has the thread '{wanted.thread}'.")
    return flows, found


def _refused(problems: Sequence[Problem]) -> int:
    for problem in problems:
        say_fault(str(problem))
    return FINDINGS


def _tell(
    wanted: Wanted,
    found: Sequence[Recording],
    results: Sequence[Replayed],
    took_s: float,
    *,
    json: bool,
) -> None:
    if json:
        tell_programs(results)
    elif wanted.thread:
        tell_one(found[0], results[0], load_definitions())
    else:
        tell_people(results, load_definitions(), took_s)
