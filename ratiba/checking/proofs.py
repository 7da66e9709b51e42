"""Proofs of what businesses of every kind can say and do; made once for the same content."""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from threading import Event, Lock, Thread

from engine.assembly.library import Repertoire
from engine.model.flow import FlowSet
from engine.model.session import Session
from engine.proof import fingerprint
from engine.proof.proof import beneath, conclude, order, sessions, unit
from engine.proof.result import Fault, Unit
from engine.proof.roots import is_task
from engine.proof.switches import prepared
from engine.spec.document.problem import Problem
from ratiba.checking.shelf import Shelf

PROCESSES = 2
Told = Callable[[str], None]
_ALONE = Lock()
"""Several may want proofs at once; they are made one after the other."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a proof of one repertoire says, small enough to be kept.

    Attributes:
        situations, moves: how much there is.
    """

    faults: tuple[Fault, ...]
    situations: int
    moves: int


@dataclass(frozen=True, slots=True)
class _Job:
    """One exploration to be made: of which repertoire, from which flow, kept under which hash."""

    world: int
    root: str
    key: str


class Proofs:
    """Implements the prover of a publish."""

    def __init__(self, home: Path, told: Told = lambda words: None) -> None:
        """Keep proofs below `home`; `told` hears of long work as it goes on."""
        self._shelf = Shelf(home)
        self._told = told

    def faults(self, repertoire: Repertoire) -> Iterable[Problem]:
        """Everything that a conversation could come to and must not, as problems of its files."""
        return [problem(fault) for fault in self.verdicts([repertoire])[0].faults]

    def situations(self, flows: FlowSet) -> Iterable[Session]:
        """Every situation at rest that a conversation with these flows can come to."""
        ready = prepared(flows)
        units = self._units([flows], [self._keys(flows)])[0]
        return [session for found in units.values() for session in sessions(ready, found, units)]

    def verdicts(self, worlds: Sequence[Repertoire]) -> list[Verdict]:
        """Prove several repertoires; what they share is explored once."""
        keys = [self._keys(world.flows) for world in worlds]
        whole = [
            fingerprint.of_all(world.flows, world.book, made.values())
            for world, made in zip(worlds, keys, strict=True)
        ]
        kept = {key: self._shelf.take(key, Verdict) for key in dict.fromkeys(whole)}
        missing = [i for i, key in enumerate(whole) if kept[key] is None and whole.index(key) == i]
        units = self._units([worlds[i].flows for i in missing], [keys[i] for i in missing])
        for place, explored in zip(missing, units, strict=True):
            verdict = self._conclude(worlds[place], explored)
            kept[whole[place]] = verdict
            self._shelf.keep(whole[place], verdict)
        return [made_before for key in whole if (made_before := kept[key]) is not None]

    def _conclude(self, world: Repertoire, units: Mapping[str, Unit]) -> Verdict:
        proof = conclude(world.flows, prepared(world.flows), world.book, units, whole=True)
        return Verdict(proof.faults, len(proof.situations), proof.moves)

    def _keys(self, flows: FlowSet) -> dict[str, str]:
        task = beneath(flows)
        return {
            root: fingerprint.of_unit(flows, root, None if is_task(flows.flows[root]) else task)
            for root in order(flows)
        }

    def _units(
        self, worlds: Sequence[FlowSet], keys: Sequence[Mapping[str, str]]
    ) -> list[dict[str, Unit]]:
        """The explorations of every world: kept ones, and those made now, tasks first."""
        jobs = {
            key: _Job(world, root, key)
            for world, made in enumerate(keys)
            for root, key in made.items()
        }
        found = {key: self._shelf.take(key, Unit) for key in jobs}
        missing = [job for key, job in jobs.items() if found[key] is None]
        tasks = [job for job in missing if is_task(worlds[job.world].flows[job.root])]
        rest, made = [job for job in missing if job not in tasks], 0
        if missing:
            self._told(f"{len(missing)} flows")
        with _ALONE:
            for some in (tasks, rest):
                before = {key: one for key, one in found.items() if one is not None}
                for job, made_now in self._explored(some, worlds, keys, before):
                    made += 1
                    self._told(f"{made} of {len(missing)} flows: {job.root}")
                    found[job.key] = made_now
                    self._shelf.keep(job.key, made_now)
        return [
            {root: known for root, key in one.items() if (known := found[key]) is not None}
            for one in keys
        ]

    def _explored(
        self,
        jobs: Sequence[_Job],
        worlds: Sequence[FlowSet],
        keys: Sequence[Mapping[str, str]],
        known: Mapping[str, Unit],
    ) -> Iterable[tuple[_Job, Unit]]:
        """Explore, in two processes if there is enough to do."""
        _SHARED[:] = [_Shared(worlds, keys, known)]
        if len(jobs) < PROCESSES:
            yield from ((job, _explore(job)) for job in jobs)
            return
        fork, watched = get_context("fork"), (os.getpid(),)
        with ProcessPoolExecutor(PROCESSES, fork, _watched, watched) as pool:
            yield from zip(jobs, pool.map(_explore, jobs), strict=True)


def _watched(parent: int) -> None:
    """End this process if the one that wants its proofs was killed: nobody else ends it."""
    Thread(target=_watch, args=(parent, Event()), daemon=True).start()


def _watch(parent: int, never: Event) -> None:
    while os.getppid() == parent:
        never.wait(1)
    os._exit(1)


@dataclass(frozen=True, slots=True)
class _Shared:
    """What every exploration of one run may look at."""

    worlds: Sequence[FlowSet]
    keys: Sequence[Mapping[str, str]]
    known: Mapping[str, Unit]


_SHARED: list[_Shared] = []
"""One, which both processes find as it was when they parted."""


def _explore(job: _Job) -> Unit:
    (shared,) = _SHARED
    keys = shared.keys[job.world]
    made = {root: shared.known[key] for root, key in keys.items() if key in shared.known}
    return unit(prepared(shared.worlds[job.world]), job.root, made)


def problem(fault: Fault) -> Problem:
    """A fault as every other problem of a file is told."""
    remedy = fault.remedy.removesuffix(".")
    return Problem(fault.at.file, fault.at.line, fault.key, fault.fault, remedy)
