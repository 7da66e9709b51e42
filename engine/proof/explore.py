"""Every situation that a conversation can come to, nearest first, by the engine's own step."""

import re
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from engine.machine.errors import Broken
from engine.machine.step import step as machine_step
from engine.model.effect import Say, Step
from engine.model.event import Event
from engine.model.flow import FlowSet
from engine.model.session import Session
from engine.proof.events import Events
from engine.proof.happening import Happening
from engine.proof.oracle import Oracle, Ring, Script
from engine.proof.situation import Abstraction, Kept, Key
from engine.proof.watch import Watch, Wrong

NOW = datetime(2030, 1, 1, 9, tzinfo=UTC)
MOST = 8_000
"""Situations of one flow; the largest of ours has some hundreds."""
ENOUGH = 12
"""Faults of one flow: whoever has these to mend needs no more yet."""
BLANK = Session("proof")


@dataclass(slots=True)
class Place:
    """A situation, and how it was first come to.

    Attributes:
        before: index of the place before it; -1 at the start.
        session: one conversation that stands for all; frames empty at an end.
        onward: places that can come next, with the happening that leads there.
        ends: ends (flow, step) that lie on the way to the next places.
    """

    key: Key
    session: Session
    kept: Kept
    before: int
    happening: Happening | None
    script: Script
    onward: list[tuple[int, Happening, tuple[tuple[str, str], ...]]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Found:
    """A fault in the move from a place."""

    wrong: Wrong
    place: int
    happening: Happening
    script: Script


@dataclass(slots=True)
class Exploration:
    """The situations of one flow.

    Attributes:
        reached: steps that some conversation came to, as (flow, step).
        said: what was said, with which names in sight: (phrase, names, said, chips).
        runs: how often the engine's step was run.
    """

    root: str
    places: list[Place] = field(default_factory=list)
    faults: list[Found] = field(default_factory=list)
    reached: set[tuple[str, str]] = field(default_factory=set)
    said: set[tuple[object, ...]] = field(default_factory=set)
    runs: int = 0
    full: bool = False


class Explorer:
    """Explores one flow from its beginnings."""

    def __init__(self, flows: FlowSet, root: str) -> None:
        self.flows = flows
        self.blank = BLANK
        self.oracle = Oracle(flows, root)
        self.events = Events(flows, self.oracle)
        self.found = Exploration(root)
        self.situations = Abstraction(flows, self.oracle)
        self._watch = Watch(flows, self.oracle)
        self._known: dict[Key, int] = {}
        self._waiting: deque[int] = deque()
        self._stacks: set[tuple[tuple[str, str], ...]] = set()
        self._told: set[tuple[str, str, str, str]] = set()

    def begin(self, session: Session, kept: Kept, happenings: Iterable[Happening]) -> None:
        """Begin from a conversation that is not of this exploration."""
        index = len(self.found.places)
        self.found.places.append(Place((index, "start"), session, kept, -1, None, ()))
        for happening in happenings:
            self._all_runs(index, happening)

    def explore(self, stop: Callable[[Session], bool] = lambda session: False) -> Exploration:
        """Go on until nothing is new.

        Args:
            stop: conversations that belong to another exploration.
        """
        while self._waiting:
            index = self._waiting.popleft()
            place = self.found.places[index]
            resting = place.session.frames and self.situations.resting_aside(place.session)
            if not place.session.frames or resting or stop(place.session):
                continue
            if len(self.found.faults) >= ENOUGH:
                break
            if len(self.found.places) > MOST:
                self.found.full = True
                break
            self.oracle.thorough = self._first_here(place)
            floor = self._floor(place.session)
            for happening in self.events.of(place.session):
                if happening.frame >= floor:
                    self._all_runs(index, happening)
        return self.found

    def _floor(self, session: Session) -> int:
        """The frame of the flow that is looked at; what lies beneath is proved on its own."""
        flows = [frame.flow for frame in session.frames]
        return flows.index(self.found.root) if self.found.root in flows else 0

    def _first_here(self, place: Place) -> bool:
        """Whether these steps were not come to before: there every chain of answers is tried."""
        steps = tuple((frame.flow, frame.step) for frame in place.session.frames)
        first = steps not in self._stacks
        self._stacks.add(steps)
        return first

    def _all_runs(self, index: int, happening: Happening) -> None:
        scripts: list[Script] = [()]
        while scripts:
            script = scripts.pop()
            self._run(index, happening, script)
            scripts.extend(self.oracle.others())

    def _run(self, index: int, happening: Happening, script: Script) -> None:
        self.found.runs += 1
        place = self.found.places[index]
        self.oracle.begin(script, place.kept.switches or {})
        try:
            event, step = self.step(place.session, happening)
        except Broken as broken:
            self._note(index, happening, broken_wrong(str(broken), self.found.root))
            return
        except Ring as ring:
            self._note(index, happening, self._ring(ring, place.session))
            return
        except (LookupError, TypeError, ValueError, AttributeError) as fault:
            self._note(index, happening, self._failed(fault, place.session))
            return
        self._arrive(index, happening, event, step)

    def step(self, session: Session, happening: Happening) -> tuple[Event, Step]:
        """One run of the engine's step, answered by the oracle.

        Raises:
            Broken: a promise of the language does not hold.
            Ring: a call came out the same way again and again.
        """
        event = self.events.event(happening, session)
        running = machine_step(self.flows, session, event, self.oracle.facts, NOW)
        try:
            call = next(running)
            while True:
                call = running.send(self.oracle.answer(call))
        except StopIteration as stop:
            done: Step = stop.value
            return event, done

    def _arrive(self, index: int, happening: Happening, event: Event, step: Step) -> None:
        place = self.found.places[index]
        self._see(step)
        kept = self._kept(place, event, step)
        for wrong in self._watch.wrong(place.session, place.kept, step, kept):
            self._note(index, happening, wrong)
        session, kept = step.session, self._still(step.session, kept)
        key = self.situations.key(session, kept)
        target = self._known.get(key)
        if target is None:
            target = self._new(Place(key, session, kept, index, happening, self.oracle.played()))
        place.onward.append((target, happening, tuple(self._watch.ends(step))))

    def _kept(self, place: Place, event: Event, step: Step) -> Kept:
        thrown = Kept(place.kept.standing, place.kept.marks, self.oracle.switches)
        return self._watch.keep(place.session, thrown, event, step)

    def _still(self, session: Session, kept: Kept) -> Kept:
        """What is of consequence where the conversation has come to rest."""
        live = self.situations.live(session, kept.switches)
        return Kept(kept.standing, self._watch.forget(session, kept.marks), live)

    def arrived(self, place: Place, event: Event, step: Step) -> tuple[Key, Session, Kept]:
        """The situation that a move from a place led to, and what stands for it."""
        kept = self._still(step.session, self._kept(place, event, step))
        key = self.situations.key(step.session, kept)
        settled = self.situations.settle(step.session, self.oracle)
        return key, settled if step.session.frames else step.session, kept

    def _new(self, place: Place) -> int:
        if place.session.frames:
            place.session = self.situations.settle(place.session, self.oracle)
        self.found.places.append(place)
        self._known[place.key] = len(self.found.places) - 1
        self._waiting.append(len(self.found.places) - 1)
        return len(self.found.places) - 1

    def _see(self, step: Step) -> None:
        found = self.found
        for move in step.moves:
            found.reached.add((move.flow, move.target))
        for effect in step.effects:
            if isinstance(effect, Say):
                chips = (
                    tuple((c.label, c.shows is not None) for c in effect.prompt.chips)
                    if effect.prompt
                    else None
                )
                kinds = tuple((name, value.type) for name, value in effect.values.items())
                found.said.add((effect.phrase, kinds, tuple(effect.said), chips))

    def _note(self, index: int, happening: Happening, wrong: Wrong) -> None:
        """Note a fault once: the first conversation that shows it is the shortest."""
        sort = (wrong.sort, wrong.flow, wrong.step, wrong.fault)
        if sort not in self._told:
            self._told.add(sort)
            self.found.faults.append(Found(wrong, index, happening, self.oracle.played()))

    def _failed(self, fault: Exception, session: Session) -> Wrong:
        """A fault of the engine's own, met on the way."""
        frame = session.frames[-1] if session.frames else None
        flow, step = (frame.flow, frame.step) if frame else (self.found.root, "")
        words = f"the engine itself fails here: {type(fault).__name__}: {fault}"
        return Wrong("fails", flow, step, words, "Report it")

    def _ring(self, ring: Ring, session: Session) -> Wrong:
        step = str(ring).split(".")[1]
        flow = next((f for f in self.flows.flows.values() if step in f.states), None)
        name = flow.name if flow else self.found.root
        fault = f"goes round without waiting: '{step}' comes out the same again and again"
        return Wrong("ring", name, step, fault, "Wait for an answer on the way: {again: [slot]}")


_BROKEN = (
    ("not confirmed", "unconfirmed", "Lead every way there through a confirm that shows it"),
    ("second time", "twice", "Lead the second time through a confirm that shows the same"),
    (" without ", "without", "Ask for it, or make it, on every way there"),
    ("goes round", "ring", "Wait for an answer on the way: {again: [slot]}"),
    ("used for good", "sealed", "Keep every way that asks or makes it anew before that step"),
)
"""What the engine refuses, by its words: the kind of fault and the remedy."""


def broken_wrong(message: str, root: str) -> Wrong:
    """A refusal of the engine as a fault of the flow; it names the step first."""
    found = _NAMED.search(message)
    flow, step = found.groups() if found else (root, "")
    kinds = ((sort, remedy) for words, sort, remedy in _BROKEN if words in message)
    sort, remedy = next(kinds, ("broken", "Give the step that way, or take it from nobody"))
    fault = message.removeprefix(f"{flow}.{step} ").removeprefix(f"{flow}: ")
    return Wrong(sort, flow, step, fault, remedy)


_NAMED = re.compile(r"\b([a-z][a-z0-9_]*)\.([a-z][a-z0-9_]*)")
