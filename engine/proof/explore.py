"""Every situation that a conversation can come to, nearest first, by the engine's own step."""

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from engine.machine.working.desk import Desk
from engine.machine.working.errors import Broken, Reason
from engine.model.effect import Effect, Say, Step
from engine.model.event import Event, Happened
from engine.model.flow import FlowSet
from engine.model.session import Session
from engine.proof.events import Events
from engine.proof.happening import Happening, Sort
from engine.proof.kept import Kept
from engine.proof.midway import Midway
from engine.proof.onward import staged
from engine.proof.oracle import Oracle, Ring, Script
from engine.proof.said import Said
from engine.proof.situation import Abstraction, Key
from engine.proof.track import Track, Tracker, fresh
from engine.proof.turns import Turns
from engine.proof.watch import Watch, Wrong

MOST = 8_000
"""Situations of one flow; the largest of ours has some hundreds."""
ENOUGH = 12
"""Faults of one flow: whoever has these to mend needs no more yet."""
FOREIGN = 1_000_000
"""Tokens from here on are none that a conversation of another exploration brought along."""
BLANK = Session("proof")
_OF_ITSELF = frozenset({Sort.EVENT, Sort.SILENCE})
"""What happens whatever is said: it comes to a flow too over which another lies."""


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
        runs: pieces of turns that the engine took.
    """

    root: str
    places: list[Place] = field(default_factory=list)
    faults: list[Found] = field(default_factory=list)
    reached: set[tuple[str, str]] = field(default_factory=set)
    said: set[Said] = field(default_factory=set)
    runs: int = 0
    full: bool = False


class Explorer:
    """Explores one flow from its beginnings."""

    def __init__(self, flows: FlowSet, root: str, *, exact: bool = True) -> None:
        """Of `flows`, prepared, from `root` on; what `exact` tells apart see `Abstraction`."""
        self.flows = flows
        self.blank = BLANK
        self.oracle = Oracle(flows, root)
        self.events = Events(flows, self.oracle)
        self.found = Exploration(root)
        self.situations = Abstraction(flows, self.oracle, exact=exact)
        self._watch = Watch(flows, self.oracle)
        self._tracker = Tracker(flows, self.oracle)
        midway = Midway(flows, self.situations)
        self._turns = Turns(flows, self.oracle, self.events, midway, self)
        self._here = -1
        self._happening = Happening(Sort.ACT, "")
        self._known: dict[Key, int] = {}
        self._waiting: deque[int] = deque()
        self._told: set[tuple[str, str, str, str]] = set()

    def begin(self, session: Session, kept: Kept, happenings: Iterable[Happening]) -> None:
        """Begin from a conversation that is not of this exploration."""
        index = len(self.found.places)
        session = self.situations.adopted(session, self.oracle)
        self.oracle.tokens = max(self.oracle.tokens, FOREIGN if session.frames else 0)
        self.found.places.append(Place((index, "start"), session, kept, -1, None, ()))
        for happening in happenings:
            self._turn(index, happening)

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
            if len(self.found.faults) >= (ENOUGH if self.situations.exact else 1):
                break
            if len(self.found.places) > MOST:
                self.found.full = True
                break
            floor = self._floor(place.session)
            for happening in self.events.of(place.session):
                if happening.frame >= floor or happening.sort in _OF_ITSELF:
                    self._turn(index, happening)
        self.found.runs = self._turns.pieces
        return self.found

    def close(self) -> None:
        """Nothing more is asked of it: what it holds is given back without a search for rings."""
        del self._turns

    def _floor(self, session: Session) -> int:
        """The frame of the flow that is looked at; what is said beneath is proved there."""
        flows = [frame.flow for frame in session.frames]
        return flows.index(self.found.root) if self.found.root in flows else 0

    def _turn(self, index: int, happening: Happening) -> None:
        """Everything that can come of one happening at a place."""
        self._here, self._happening = index, happening
        place = self.found.places[index]
        rests = self._turns.of(place.session, place.kept, happening)
        place.onward += [(target, happening, tuple(ends)) for target, ends in rests]

    # --- what comes of a turn --------------------------------------------------------------

    def failed(self, fault: Exception, script: Script) -> None:
        """It did not come to rest."""
        session = self.found.places[self._here].session
        match fault:
            case Broken():
                wrong = broken_wrong(fault, self.found.root)
            case Ring():
                wrong = self._ring(fault)
            case _:
                wrong = self._failed(fault, session)
        self._note(wrong, script)

    def passed(self, track: Track, desk: Desk, before: Desk | None, script: Script) -> None:
        """A piece of it is over."""
        for move in desk.moves[len(before.moves) :] if before else desk.moves:
            self.found.reached.add((move.flow, move.target))
        for effect in fresh(before, desk):
            self._say(effect)
        for wrong in track.wrong:
            self._note(wrong, script)

    def rested(self, step: Step, track: Track, kept: Kept, script: Script) -> int:
        """It has come to rest; the place."""
        if not step.session.frames:
            for wrong in self._watch.left_standing(track.standing, track.last):
                self._note(wrong, script)
        session, kept = step.session, self._still(step.session, kept)
        key = self.situations.key(session, kept)
        target = self._known.get(key)
        if target is None:
            place = Place(key, session, kept, self._here, self._happening, script)
            target = self._new(place)
        return target

    def step(self, session: Session, happening: Happening) -> tuple[Event, Step]:
        """One run of the engine's step, answered by the oracle.

        Raises:
            Broken: a promise of the language does not hold.
            Ring: a call came out the same way again and again.
        """
        stood = staged(self.flows, self.oracle, happening, session)
        event = self.events.event(happening, stood)
        return event, self._turns.whole(stood, event)

    def _still(self, session: Session, kept: Kept) -> Kept:
        """What is of consequence where the conversation has come to rest."""
        live = self.situations.live(session, kept.switches)
        return Kept(kept.standing, self._watch.forget(session, kept.marks), live)

    def arrived(self, place: Place, event: Event, step: Step) -> tuple[Key, Session, Kept]:
        """The situation that a move from a place led to, and what stands for it."""
        happened = event.name if isinstance(event, Happened) else ""
        kept = self._tracker.whole(place.session, place.kept, step, happened)
        kept = self._still(step.session, Kept(kept.standing, kept.marks, self.oracle.switches))
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

    def _say(self, effect: Effect) -> None:
        if not isinstance(effect, Say):
            return
        chips = (
            tuple((c.label, c.shows is not None) for c in effect.prompt.chips)
            if effect.prompt
            else None
        )
        kinds = tuple((name, value.type) for name, value in effect.values.items())
        self.found.said.add(Said(effect.phrase, kinds, tuple(effect.said), chips))

    def _note(self, wrong: Wrong, script: Script) -> None:
        """Note a fault once: the first conversation that shows it is the shortest."""
        sort = (wrong.sort, wrong.flow, wrong.step, wrong.fault)
        if sort not in self._told:
            self._told.add(sort)
            self.found.faults.append(Found(wrong, self._here, self._happening, script))

    def _failed(self, fault: Exception, session: Session) -> Wrong:
        """A fault of the engine's own, met on the way."""
        frame = session.frames[-1] if session.frames else None
        flow, step = (frame.flow, frame.step) if frame else (self.found.root, "")
        words = f"the engine itself fails here: {type(fault).__name__}: {fault}"
        return Wrong("fails", flow, step, words, "Report it")

    def _ring(self, ring: Ring) -> Wrong:
        name = ring.flow or self.found.root
        fault = f"goes round without waiting: '{ring.step}' comes out the same again and again"
        return Wrong(
            "ring", name, ring.step, fault, "Wait for an answer on the way: {again: [slot]}"
        )


_REMEDIES = {
    Reason.UNCONFIRMED: "Lead every way there through a confirm that shows it",
    Reason.TWICE: "Lead the second time through a confirm that shows the same",
    Reason.WITHOUT: "Ask for it, or make it, on every way there",
    Reason.RING: "Wait for an answer on the way: {again: [slot]}",
    Reason.SEALED: "Keep every way that asks or makes it anew before that step",
    Reason.WAYLESS: "Give the step that way, or take it from nobody",
}


def broken_wrong(broken: Broken, root: str) -> Wrong:
    """A refusal of the engine as a fault of the flow."""
    remedy = _REMEDIES[broken.reason]
    return Wrong(str(broken.reason), broken.flow or root, broken.step, broken.fault, remedy)
