"""Where a turn stands between two of its pieces: what two turns must share to go on alike.

Stricter than a situation at rest: wishes still to be checked, what has been said so far and what
waits to be said all count. Values are left out as there.
"""

from collections.abc import Mapping

from engine.machine.step import Turn
from engine.machine.working.desk import Desk
from engine.model.effect import Say
from engine.model.event import Tap, Words
from engine.model.flow import Flow, FlowSet, Kind, Slot
from engine.model.session import Frame
from engine.model.understanding import Mention, Understanding
from engine.model.value import ANYONE, SlotValue, Source, Status
from engine.proof.events import SURE, UNSURE
from engine.proof.oracle import Known, Switch, plainly
from engine.proof.resting import Resting
from engine.proof.situation import Abstraction, Key
from engine.proof.switches import HAS, TURNS

FIRST = HAS + TURNS
RESTS = "rests"
"""Heads the keys of turns that only come to rest in an aside."""

Races = dict[str, tuple[tuple[str, frozenset[str]], ...]]


class Midway:
    """Makes keys of turns under way; one for an exploration."""

    def __init__(self, flows: FlowSet, situations: Abstraction) -> None:
        self._flows = flows
        self._situations = situations
        self.counts = situations.vouched
        self._races: Races = {name: _races(flows, name) for name in flows.flows}
        self._resting = Resting(flows, situations)
        self._frames: dict[int, tuple[Frame, Key]] = {}

    def key(self, turn: Turn) -> Key:
        """What decides how this turn goes on, beside what the prover itself remembers."""
        desk = turn.desk
        if turn.left and (aside := self._resting.aside(desk)):
            flows = tuple(frame.flow for frame in desk.frames)
            on_top = self._frame(aside), _flags(turn, {aside.uid: 0})
            return (RESTS, flows, desk.frames[0].step, on_top)
        stack = (*desk.frames, *desk.parked)
        at = {frame.uid: place for place, frame in enumerate(stack)}
        return (
            turn.stage,
            turn.left > 0,
            len(desk.frames),
            tuple(map(self._frame, stack)),
            self._session(desk),
            self._before(turn, at),
            _flags(turn, at),
        )

    def live(self, turn: Turn, switches: Mapping[Switch, bool]) -> Mapping[Switch, bool]:
        """The switches that something ahead reads; the others may be thrown anew."""
        desk = turn.desk
        stack = (*desk.frames, *desk.parked)
        walks = turn.left > 0 or turn.stage > 1
        anew = any(frame.anew or frame.uid in desk.dirty for frame in stack)
        if self._situations.exact or not switches or not walks or anew:
            return switches
        liveness = self._situations.liveness
        return {
            one: on
            for one, on in switches.items()
            if any(liveness.is_ahead(frame.flow, frame.step, one[1]) for frame in stack)
        }

    def _session(self, desk: Desk) -> Key:
        session, frames = desk.session, tuple(desk.frames)
        liveness = self._situations.liveness
        first = session.turns == 1 and any(
            FIRST in liveness.read_on(f.flow, f.step, anew=self._may_walk_again(desk, f))
            for f in frames
        )
        return (
            first,
            self._situations.spent(frames, session.spent) if frames else (),
            frozenset(one.partition(" ")[0] for one in session.final),
            (session.clarifying, session.rungs, session.lost),
        )

    def _may_walk_again(self, desk: Desk, frame: Frame) -> bool:
        before = next((one for one in desk.before.frames if one.uid == frame.uid), None)
        return frame.uid in desk.dirty or (before is not None and self._may_lose(frame, before))

    def _before(self, turn: Turn, at: dict[int, int]) -> Key:
        """What is still asked of the conversation as it stood before the turn."""
        desk = turn.desk
        known = {frame.uid: frame for frame in desk.before.frames if frame.uid in at}
        top = desk.frames[-1] if desk.frames else None
        greets = top is not None and top.flow == self._flows.fallback and top.uid in known
        rested = None if desk.reask or not turn.rested_at else turn.rested_at
        return (
            (at[rested[0]], rested[1]) if rested and rested[0] in at else None,
            self._prompt(desk, at, known),
            greets,
            tuple(
                self._frame(known[frame.uid])
                for frame in desk.frames
                if frame.uid in known and self._may_lose(frame, known[frame.uid])
            ),
        )

    def _prompt(self, desk: Desk, at: dict[int, int], known: dict[int, Frame]) -> Key:
        """The questions that were open, the topmost first, where they may be open still."""
        found: list[Key] = []
        prompt = desk.session.prompt
        while prompt is not None:
            uid = prompt.frame
            frame = next((one for one in desk.frames if one.uid == uid), None)
            same = frame is not None and known.get(frame.uid) == frame
            if uid in at and not (desk.reask and desk.moves and not same):
                found.append((at[uid], prompt.step, same, bool(desk.moves), bool(prompt.of)))
            prompt = prompt.beneath
        return tuple(found)

    def _may_lose(self, frame: Frame, before: Frame) -> bool:
        """Whether a race that is lost from here on brings back what stood before the turn."""
        return any(
            step not in frame.memo and all(name in before.slots for name in gives)
            for step, gives in self._races[frame.flow]
        )

    def _frame(self, frame: Frame) -> Key:
        found = self._frames.get(id(frame))
        if found is None:
            found = self._frames[id(frame)] = (frame, self._of(frame))
        return found[1]

    def _of(self, frame: Frame) -> Key:
        flow = self._flows.flows[frame.flow]
        return (
            frame.flow,
            frame.step,
            frame.how,
            frozenset((name, *self._slot(flow, name, one)) for name, one in frame.slots.items()),
            *self._situations.ways(frame),
            frozenset(name for name in frame.corrected if _matters(flow.slots.get(name))),
            frozenset(frame.settings.items()),
        )

    def _slot(self, flow: Flow, name: str, content: SlotValue) -> tuple[object, ...]:
        value = content.value
        asks = self._situations
        anyone = value.value == ANYONE
        source = Source.CUSTOMER if content.source is Source.CARD else content.source
        if content.status is not Status.WISH:
            seen = plainly(value.value) if name in asks.watched and not anyone else ""
            return (content.status, source, anyone, seen)
        slot = flow.slots.get(name)
        sure = slot is None or content.confidence >= slot.type.sure
        partial = value.value is None or value.facts.get("grain") == "day"
        known = isinstance(value.facts, Known) and name in asks.facts
        many = bool(content.candidates)
        return (Status.WISH, source, sure, many, partial, known, plainly(value.value))


def _matters(slot: Slot | None) -> bool:
    """Whether it matters within a turn that an answer was corrected in it."""
    if slot is None:
        return False
    assumed = slot.type.assume is not None and slot.type.assume <= UNSURE
    return slot.remember or assumed or slot.type.sure > SURE


def _wish(content: SlotValue) -> tuple[object, ...]:
    value = content.value
    partial = value.value is None or value.facts.get("grain") == "day"
    many = bool(content.candidates)
    return (content.confidence, many, partial, plainly(value.value))


def _flags(turn: Turn, at: dict[int, int]) -> Key:
    desk = turn.desk
    spoke = isinstance(turn.event, Words | Tap)
    unsaid = spoke and not desk.reask and not any(isinstance(one, Say) for one in desk.effects)
    shown = desk.chips.get(desk.frames[-1].uid, ()) if desk.frames else ()
    return (
        (desk.reask, unsaid or (desk.rung > 0 and spoke), spoke and _may_greet(desk)),
        (desk.rung, desk.clarified, desk.greets),
        (desk.then[0], _heard(desk.then[1])) if desk.then else None,
        _heard(desk.unheard),
        frozenset(at.get(uid, -1) for uid in desk.dirty),
        frozenset((at.get(uid, -1), name) for uid, name in desk.asked_anew),
        frozenset(
            (at.get(uid, -1), name, *_wish(content))
            for uid, some in desk.hints.items()
            for name, content in some.items()
        ),
        tuple((chip.label, chip.shows is not None) for chip in shown),
    )


def _may_greet(desk: Desk) -> bool:
    """Whether nothing may be left open once this turn is over: then the greeting may be due."""
    return desk.greets or desk.then is not None or not desk.frames or desk.flow(0).pattern


def _heard(understanding: Understanding | None) -> Key | None:
    """Words that are still to be heard; those without a value say nothing more."""
    if understanding is None or not (understanding.mentions or understanding.time):
        return None
    time = understanding.time
    return (
        tuple(map(_mentioned, understanding.mentions)),
        time and (time.grain, time.confidence, bool(time.candidates)),
    )


def _mentioned(mention: Mention) -> Key:
    """A value; one that is turned down is known by what it is, as it is looked for."""
    value = mention.value if mention.excluded else plainly(mention.value)
    return (mention.type, mention.confidence, mention.excluded, value)


def _races(flows: FlowSet, name: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """The steps whose tool may come too late for what it was to give, so that it is asked anew."""
    return tuple(
        (state.id, frozenset(flows.tools[state.what].gives))
        for state in flows.flows[name].states.values()
        if state.kind is Kind.DO
        and flows.tools[state.what].gives
        and any(way.again for way in state.ways.values())
    )
