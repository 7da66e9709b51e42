"""Proofs of what businesses of every kind can say and do; made once for the same content."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from engine.assembly.library import Repertoire
from engine.document.problem import Problem
from engine.model.flow import FlowSet
from engine.model.session import Session
from engine.proof import fingerprint
from engine.proof.proof import conclude, sessions
from engine.proof.result import Fault, Unit
from engine.proof.switches import prepared
from ratiba.checking.exploring import Job, Keys, explored, jobs_of, keys_of
from ratiba.checking.shelf import Shelf

Told = Callable[[str], None]
_ALONE = Lock()
"""Several may want proofs at once; they are made one after the other."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a proof of one repertoire says, small enough to be kept.

    Attributes:
        situations, moves: how much there is.
        proof: the hash of what it stands on.
    """

    faults: tuple[Fault, ...]
    situations: int
    moves: int
    proof: str


class Proofs:
    """Implements the prover of a publish."""

    def __init__(
        self,
        home: Path,
        told: Told = lambda words: None,
        *,
        afresh: bool = False,
        recorded: Iterable[Verdict] = (),
    ) -> None:
        """Keep proofs below a folder.

        Args:
            home: the folder.
            told: hears of long work as it goes on.
            afresh: nothing that was kept before is looked at.
            recorded: what was proved elsewhere and is taken for true.
        """
        self._shelf = Shelf(home, blind=afresh)
        self._told = told
        self._recorded = {one.proof: one for one in recorded}

    def faults(self, repertoire: Repertoire) -> Iterable[Problem]:
        """Everything that a conversation could come to and must not, as problems of its files."""
        return problems(repertoire, self.verdicts([repertoire])[0])

    def situations(self, flows: FlowSet) -> Iterable[Session]:
        """Every situation at rest that a conversation with these flows can come to."""
        ready = prepared(flows)
        units = self._units([flows], [keys_of(flows)])[0]
        return [session for found in units.values() for session in sessions(ready, found, units)]

    def verdicts(self, worlds: Sequence[Repertoire]) -> list[Verdict]:
        """Prove several repertoires; what they share is explored once."""
        keys = [keys_of(world.flows) for world in worlds]
        whole = [
            fingerprint.of_all(world.flows, world.book, made.values())
            for world, made in zip(worlds, keys, strict=True)
        ]
        kept = {key: self._known(key) for key in dict.fromkeys(whole)}
        missing = [i for i, key in enumerate(whole) if kept[key] is None and whole.index(key) == i]
        units = self._units([worlds[i].flows for i in missing], [keys[i] for i in missing])
        for place, made in zip(missing, units, strict=True):
            verdict = self._conclude(worlds[place], made, whole[place])
            kept[whole[place]] = verdict
            self._shelf.keep(whole[place], verdict)
        return [made_before for key in whole if (made_before := kept[key]) is not None]

    def _known(self, key: str) -> Verdict | None:
        return self._recorded.get(key) or self._shelf.take(key, Verdict)

    def _conclude(self, world: Repertoire, units: Mapping[str, Unit], key: str) -> Verdict:
        proof = conclude(world.flows, prepared(world.flows), world.book, units, whole=True)
        return Verdict(proof.faults, len(proof.situations), proof.moves, key)

    def _units(self, worlds: Sequence[FlowSet], keys: Sequence[Keys]) -> list[dict[str, Unit]]:
        """The explorations of every world: kept ones, and those made now."""
        jobs = jobs_of(worlds, keys)
        found = self._taken(jobs)
        if len(found) < len(jobs):
            with self._alone():
                found |= self._taken(key for key in jobs if key not in found)
                self._explore(jobs, worlds, found)
        return [{root: found[key] for root, key in one.items()} for one in keys]

    def _taken(self, keys: Iterable[str]) -> dict[str, Unit]:
        kept = {key: self._shelf.take(key, Unit) for key in keys}
        return {key: one for key, one in kept.items() if one is not None}

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Wait until nobody else explores; what they made is on the shelf then."""
        if not _ALONE.acquire(blocking=False):
            self._told("what others want first")
            _ALONE.acquire()
        try:
            yield
        finally:
            _ALONE.release()

    def _explore(
        self, jobs: Mapping[str, Job], worlds: Sequence[FlowSet], found: dict[str, Unit]
    ) -> None:
        """Make what is still missing in `found`, and keep each as soon as it is there."""
        missing = [job for key, job in jobs.items() if key not in found]
        before = len(found)

        def running(now: Sequence[Job]) -> None:
            names = " and ".join(dict.fromkeys(job.root for job in now))
            self._told(f"{len(found) - before} of {len(missing)} flows, now {names}")

        for made, (job, one) in enumerate(explored(missing, worlds, found, running), 1):
            self._told(f"{made} of {len(missing)} flows: {job.root}")
            found[job.key] = one
            self._shelf.keep(job.key, one)


def problems(
    repertoire: Repertoire, verdict: Verdict, known: Sequence[Fault] = ()
) -> list[Problem]:
    """The faults of a verdict, each at the line that made it one.

    Args:
        repertoire: what was proved.
        verdict: of its proof.
        known: faults that what lies beneath has alone: they stay where they are.
    """
    before = {(fault.at, fault.sort) for fault in known}
    return [
        problem(fault) if (fault.at, fault.sort) in before else told(repertoire, fault)
        for fault in verdict.faults
    ]


def told(repertoire: Repertoire, fault: Fault) -> Problem:
    """A fault at the line that made it one: of a phrase, of an overlay, else where it lies."""
    if fault.phrase:
        return repertoire.blame.said(problem(fault), *fault.phrase)
    return repertoire.blame.tell(problem(fault))


def problem(fault: Fault) -> Problem:
    """A fault as every other problem of a file is told."""
    at, remedy = fault.at, fault.remedy.removesuffix(".")
    return Problem(at.file, at.line, fault.key, fault.fault, remedy, fault.sort, fault.conversation)
