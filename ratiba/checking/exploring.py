"""Explorations made side by side: the longest first, each as soon as what it stands on is there."""

import gc
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from dataclasses import dataclass
from functools import cache
from multiprocessing import get_context, parent_process
from multiprocessing.context import ForkContext, ForkServerContext
from threading import Thread, active_count

from engine.model.flow import FlowSet
from engine.proof import fingerprint
from engine.proof.proof import order, unit
from engine.proof.result import Unit
from engine.proof.scope import over as beneath
from engine.proof.switches import prepared
from ratiba.checking.beside import end_quietly

PROCESSES = 2
TOLD_S = 1.0
"""Meanwhile it is told again what is being explored."""
Keys = Mapping[str, str]
"""The hash of each exploration of a world, by the flow that it begins with."""
Running = Callable[[Sequence["Job"]], None]
"""Hears of the explorations that are being made."""


@dataclass(frozen=True, slots=True)
class Job:
    """One exploration to be made: of which world, from which flow, kept under which hash.

    Attributes:
        over: the hash of the exploration over whose places it goes too; None: over none.
        size: how long it may take, against others.
    """

    world: int
    root: str
    key: str
    over: str | None
    size: int


def keys_of(flows: FlowSet) -> dict[str, str]:
    """The hashes of all explorations of one world, by the flow each begins with."""
    return {root: fingerprint.of_unit(flows, root) for root in order(flows)}


def jobs_of(worlds: Sequence[FlowSet], keys: Sequence[Keys]) -> dict[str, Job]:
    """What is to be explored, by its hash: the same of several worlds once; the longest first."""
    found: dict[str, Job] = {}
    for world, (flows, made) in enumerate(zip(worlds, keys, strict=True)):
        for root, key in made.items():
            flow = flows.flows[root]
            over = made.get(beneath(flows, root) or "")
            found.setdefault(key, Job(world, root, key, over, len(flow.states) * len(flow.slots)))
    return dict(sorted(found.items(), key=lambda item: -item[1].size))


def explored(
    jobs: Sequence[Job],
    worlds: Sequence[FlowSet],
    known: Mapping[str, Unit],
    running: Running = lambda jobs: None,
) -> Iterator[tuple[Job, Unit]]:
    """Make explorations, in two processes if there is enough to do; yields them as they end.

    Args:
        jobs: what to make.
        worlds: as the jobs number them.
        known: made before, by hash.
        running: hears of what is being explored, whenever that changes and once a second.
    """
    made = dict(known)
    if len(jobs) < PROCESSES and active_count() > 1:
        for job in jobs:
            running([job])
            yield job, _explore(worlds[job.world], job.root, _beneath(job, made))
        return
    with ProcessPoolExecutor(PROCESSES, apart(), _begin, (worlds,)) as pool:
        for job, found in _as_they_end(pool, jobs, made, running):
            made[job.key] = found
            yield job, found


def apart() -> ForkContext | ForkServerContext:
    """How a process begins in which flows are explored.

    A command that does nothing else is forked, in no time. Beside other threads (a publish checks
    beside the loop) that would copy locks that they hold, for ever: there a process begins that has
    none, some two seconds later the first time.
    """
    if active_count() == 1:
        return get_context("fork")
    clean = get_context("forkserver")
    clean.set_forkserver_preload([__name__])
    return clean


def _as_they_end(
    pool: ProcessPoolExecutor, jobs: Sequence[Job], made: Mapping[str, Unit], running: Running
) -> Iterator[tuple[Job, Unit]]:
    waiting = {job.key: job for job in jobs}
    under_way: dict[Future[Unit], Job] = {}
    while waiting or under_way:
        for job in [one for one in waiting.values() if one.over not in waiting]:
            if job.over in {one.key for one in under_way.values()}:
                continue
            del waiting[job.key]
            beneath_it = _beneath(job, made)
            under_way[pool.submit(_explore_shared, job.world, job.root, beneath_it)] = job
        running(list(under_way.values())[:PROCESSES])  # they are taken in turn
        ended, _ = wait(under_way, TOLD_S, return_when=FIRST_COMPLETED)
        for future in ended:
            yield under_way.pop(future), future.result()


def _beneath(job: Job, made: Mapping[str, Unit]) -> Unit | None:
    return made.get(job.over) if job.over else None


_WORLDS: list[FlowSet] = []
"""Those of this run, in the processes that explore; nothing is in it elsewhere."""


@cache
def _ready(world: int) -> FlowSet:
    return prepared(_WORLDS[world])


def _explore_shared(world: int, root: str, over: Unit | None) -> Unit:
    return unit(_ready(world), root, {over.root: over} if over else {})


def _explore(flows: FlowSet, root: str, over: Unit | None) -> Unit:
    return unit(prepared(flows), root, {over.root: over} if over else {})


def _begin(worlds: Sequence[FlowSet]) -> None:
    """Know what is explored, and end if who wants it was killed: nobody else ends this process.

    An exploration leaves no rings behind; to search for some takes a fifth of its time.
    """
    end_quietly()
    gc.disable()
    _WORLDS[:] = worlds
    Thread(target=_watch, daemon=True).start()


def _watch() -> None:
    if (wanting := parent_process()) is not None:
        wanting.join()
        os._exit(1)
