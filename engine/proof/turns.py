"""A turn taken piece by piece: forked where an answer is open, joined where turns go on alike.

Everything that can come of one happening, without playing any piece of a turn twice: two turns
that have come to the same point midway rest in the same places, whatever began them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol, TypeAlias

from engine.machine.step import Turn, advance, begun, finished
from engine.machine.working.altered import altered
from engine.machine.working.desk import Desk
from engine.machine.working.errors import Broken
from engine.model.effect import Step
from engine.model.event import Event, Happened
from engine.model.flow import FlowSet
from engine.model.session import Session
from engine.model.tool import Call
from engine.proof.events import Events
from engine.proof.happening import Happening
from engine.proof.kept import Kept
from engine.proof.midway import RESTS, Midway
from engine.proof.onward import staged
from engine.proof.oracle import Known, Oracle, Ring, Script, Switch
from engine.proof.situation import Key
from engine.proof.track import Track, Tracker
from engine.proof.vouched import adopt

NOW = datetime(2030, 1, 1, 9, tzinfo=UTC)
FAILS = (LookupError, TypeError, ValueError, AttributeError)
"""What an engine that fails raises."""

Ends: TypeAlias = frozenset[tuple[str, str]]
Rest: TypeAlias = tuple[int, Ends]
"""A place that a turn rests at, and the ends, as far as promises name them, on the way there."""


class Host(Protocol):
    """Who is told what comes of a turn."""

    def failed(self, fault: Exception, script: Script) -> None:
        """It did not come to rest."""
        ...

    def passed(self, track: Track, desk: Desk, before: Desk | None, script: Script) -> None:
        """A piece of it is over."""
        ...

    def rested(self, step: Step, track: Track, kept: Kept, script: Script) -> int:
        """It has come to rest; the place."""
        ...


@dataclass(slots=True)
class Fork:
    """A turn midway, and what the prover knows beside it.

    Attributes:
        turn: None before its first piece.
        told: how often each call has come out each way in this turn.
        script: every choice so far.
        step: what it ended with, once it is over.
    """

    turn: Turn | None
    switches: Mapping[Switch, bool]
    told: Mapping[tuple[str, str], int]
    track: Track
    script: Script = ()
    step: Step | None = None


@dataclass(frozen=True, slots=True)
class Beyond:
    """What comes of a turn from some point on.

    Attributes:
        longest: steps of the walk under way until it rests.
    """

    rests: tuple[Rest, ...]
    longest: int


_OPEN = Beyond((), 0)
"""Of a point that is being looked at: who comes to it again goes round."""


class Turns:
    """Takes turns for one exploration."""

    def __init__(
        self, flows: FlowSet, oracle: Oracle, events: Events, midway: Midway, host: Host
    ) -> None:
        self._flows = flows
        self._oracle = oracle
        self._events = events
        self._host = host
        self._tracker = Tracker(flows, oracle)
        self._midway = midway
        self._counts = midway.counts
        self._known: dict[Key, Beyond] = {}
        self.pieces = 0

    def of(self, session: Session, kept: Kept, happening: Happening) -> tuple[Rest, ...]:
        """Everything that can come of one happening."""
        start = Fork(None, kept.switches, {}, self._tracker.begun(session, kept))
        return self._beyond(start, session, happening).rests

    def _beyond(self, fork: Fork, session: Session, happening: Happening) -> Beyond:
        forks = self._pieces(fork, session, happening)
        joined = len(forks) > 1 or fork.turn is None
        found: dict[Rest, None] = {}
        longest = 0
        for one in forks:
            ends = one.track.ends
            if one.step is not None:
                kept = Kept(one.track.standing, one.track.marks, one.switches)
                found[self._host.rested(one.step, one.track, kept, one.script), ends] = None
                continue
            on = (
                self._joined(one, session, happening)
                if joined
                else self._beyond(one, session, happening)
            )
            found.update(((place, ends | more), None) for place, more in on.rests)
            longest = max(longest, on.longest if one.turn and one.turn.left else 0)
        return Beyond(tuple(found), longest + 1)

    def _joined(self, fork: Fork, session: Session, happening: Happening) -> Beyond:
        """What comes of a point to which other turns may have come before."""
        if (turn := fork.turn) is None:
            return self._beyond(fork, session, happening)
        fork.switches = self._midway.live(turn, fork.switches)
        key = self._midway.key(turn), fork.track.key, _owned(turn.desk, fork.switches)
        if key[0][0] == RESTS:
            key = key[0], (fork.track.standing, fork.track.marks), ()
        known = self._known.get(key)
        if known is _OPEN:
            self._host.failed(_ring(turn.desk), fork.script)
            return _OPEN
        if known is None or (turn.left and known.longest > turn.left):
            self._known[key] = _OPEN
            known = self._known[key] = self._beyond(fork, session, happening)
        return known

    def _pieces(self, fork: Fork, session: Session, happening: Happening) -> list[Fork]:
        """The turn on to the next answer that is open, with every way to answer it."""
        found: list[Fork] = []
        scripts: list[Script] = [()]
        oracle, base = self._oracle, fork.turn
        while scripts:
            script = scripts.pop()
            oracle.begin(script, fork.switches, fork.told)
            try:
                if base is None:
                    stood = staged(self._flows, oracle, happening, session)
                    event = self._events.event(happening, stood)
                    turn = begun(self._flows, stood, event, oracle.facts, NOW)
                else:
                    turn = altered(base, desk=copied(base.desk))
                over, count = self._on(turn)
                step = finished(turn) if over else None
            except (Broken, Ring, *FAILS) as fault:
                self._host.failed(fault, fork.script + oracle.played())
                count = 0
            else:
                found.append(self._after(fork, turn, step))
            scripts.extend(oracle.others())
            if count > 1 and scripts and base is not None:
                base = self._stand(base, count - 1)
        return found

    def _on(self, turn: Turn) -> tuple[bool, int]:
        """Go on until an answer was open; whether the turn is over, and how many pieces it took."""
        oracle, count, over = self._oracle, 0, False
        while not over:
            over = self.driven(turn)
            count += 1
            if oracle.taken or turn.stage == 1 == count:
                break
        self.pieces += count
        return over, count

    def _stand(self, base: Turn, pieces: int) -> Turn:
        """A copy, so many pieces on in which no answer is open."""
        turn = altered(base, desk=copied(base.desk))
        for _ in range(pieces):
            self.driven(turn)
        self.pieces += pieces
        return turn

    def whole(self, session: Session, event: Event) -> Step:
        """A turn taken at once.

        Raises:
            Broken: a promise of the language does not hold.
            Ring: a call came out the same way again and again.
        """
        turn = begun(self._flows, session, event, self._oracle.facts, NOW)
        while not self.driven(turn):
            pass
        return finished(turn)

    def driven(self, turn: Turn) -> bool:
        """Take one piece of a turn; whether it is over."""
        running = advance(turn)
        try:
            call = next(running)
            while True:
                call = running.send(self._oracle.answer(call, _flow_of(turn.desk, call)))
        except StopIteration as stop:
            adopt(turn.desk, self._oracle, self._flows, self._counts)
            return bool(stop.value)

    def _after(self, fork: Fork, turn: Turn, step: Step | None) -> Fork:
        oracle, desk = self._oracle, turn.desk
        before = fork.turn.desk if fork.turn else None
        happened = turn.event.name if before is None and isinstance(turn.event, Happened) else ""
        script = fork.script + oracle.played()
        track = self._tracker.after(fork.track, before, desk, happened)
        self._host.passed(track, desk, before, script)
        return Fork(turn, oracle.switches, oracle.told, track, script, step)


def copied(desk: Desk) -> Desk:
    """A working copy of a working copy: what one piece changes the other does not see."""
    return altered(
        desk,
        frames=list(desk.frames),
        effects=list(desk.effects),
        moves=list(desk.moves),
        chips=dict(desk.chips),
        parked=list(desk.parked),
        changed=list(desk.changed),
        dirty=set(desk.dirty),
        asked_anew=set(desk.asked_anew),
        hints=dict(desk.hints),
    )


def _owned(desk: Desk, switches: Mapping[Switch, bool]) -> Key:
    """Switches by the slot whose value they are of; those of no value in sight are nobody's."""
    if not switches:
        return ()
    owners: dict[str, str] = {}
    for place, frame in enumerate((*desk.frames, *desk.parked)):
        for name, content in frame.slots.items():
            facts = content.value.facts
            if isinstance(facts, Known):
                owners[facts.token] = f"{place}.{name}"
    return tuple(
        sorted(
            (owners.get(token, ""), name, on)
            for (token, name), on in switches.items()
            if not token or token in owners
        )
    )


def _ring(desk: Desk) -> Ring:
    frame = desk.frames[-1] if desk.frames else None
    return Ring(frame.flow, frame.step) if frame else Ring("", "")


def _flow_of(desk: Desk, call: Call) -> str:
    """The flow of the frame that calls: its number heads the call's key."""
    uid = call.key.partition(".")[0]
    return next((frame.flow for frame in desk.frames if str(frame.uid) == uid), "")
