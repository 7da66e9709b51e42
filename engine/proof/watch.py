"""What one move tells beyond where it led: deeds that stand, promises, ends, sealed answers."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from engine.machine import cursor
from engine.machine.desk import Desk, Scope
from engine.model.effect import Emit, Run, Step, Undo
from engine.model.event import Event, Happened
from engine.model.flow import After, End, Flow, FlowSet, Kind, Promise
from engine.model.session import Frame, How, Session
from engine.model.tool import Safety
from engine.model.value import Status
from engine.proof.oracle import Oracle, Unknown
from engine.proof.situation import Kept

_HELD = {Status.FILLED, Status.CONFIRMED, Status.SEALED}
AFTER, CHOSEN = "after ", "chosen "


@dataclass(frozen=True, slots=True)
class Wrong:
    """A fault found in a move.

    Attributes:
        sort: a word for the kind of fault, stable.
        flow, step: where it lies.
        fault: what is wrong, without full stop.
        remedy: what to do, without full stop.
    """

    sort: str
    flow: str
    step: str
    fault: str
    remedy: str


class Watch:
    """Looks at every move of one exploration."""

    def __init__(self, flows: FlowSet, oracle: Oracle) -> None:
        self._flows = flows
        self._oracle = oracle
        self._after = {
            name: [one for one in flow.always if isinstance(one, After)]
            for name, flow in flows.flows.items()
        }

    def ends(self, step: Step) -> list[tuple[str, str]]:
        """The ends, of whichever flow, that a move came to."""
        found = []
        for move in step.moves:
            state = self._flows.flows[move.flow].states[move.target]
            if state.kind is Kind.END:
                found.append((move.flow, move.target))
        return found

    def keep(self, before: Session, kept: Kept, event: Event, step: Step) -> Kept:
        """What the prover remembers after the move."""
        standing = self._standing(kept.standing, step)
        if standing and any(self._is_done(before, *end) for end in self.ends(step)):
            standing = frozenset()  # what a flow that came to its good end did is meant to stay
        marks = self._marks(before, kept, event, step)
        return Kept(standing, marks, kept.switches)

    def _is_done(self, before: Session, flow: str, end: str) -> bool:
        found = self._flows.flows[flow]
        called = found.start.called or any(
            frame.flow == flow and frame.how is How.CALLED for frame in before.frames
        )
        return found.states[end].what == End.DONE and not called and not found.pattern

    def _standing(self, standing: frozenset[str], step: Step) -> frozenset[str]:
        for effect in step.effects:
            if isinstance(effect, Undo):
                standing -= {effect.undone}
            elif isinstance(effect, Run):
                standing = self._ran(standing, effect)
        return standing

    def _ran(self, standing: frozenset[str], run: Run) -> frozenset[str]:
        """Done and to be taken back some day; what an irreversible deed takes is part of it."""
        tool = self._flows.tools[run.call.tool]
        if tool.safety is Safety.IRREVERSIBLE:
            used = {one for one in standing if set(self._flows.tools[one].gives) & {*tool.takes}}
            reversible = {o for o in used if self._flows.tools[o].safety is Safety.REVERSIBLE}
            standing -= reversible
        undoes = {one for one in standing if self._flows.tools[one].undo == tool.name}
        return (standing - undoes) | ({tool.name} if tool.undo else set())

    def _marks(
        self, before: Session, kept: Kept, event: Event, step: Step
    ) -> frozenset[tuple[str, str]]:
        happened = {event.name} if isinstance(event, Happened) else set[str]()
        happened |= {effect.event for effect in step.effects if isinstance(effect, Emit)}
        marks = set(kept.marks)
        for name in {frame.flow for frame in (*before.frames, *step.session.frames)}:
            for after in self._after[name]:
                if after.event in happened:
                    marks.add((AFTER + name, after.event))
        for move in step.moves:
            if move.trigger == cursor.AGAIN:
                marks -= {one for one in marks if one[0] == CHOSEN + move.flow}
            elif move.source and self._chooses(move.flow, move.source):
                marks.add((CHOSEN + move.flow, move.source))
        return frozenset(marks) if marks else kept.marks

    def _chooses(self, flow: str, source: str) -> bool:
        found = self._flows.flows[flow]
        asked = any(source in promise.before for promise in found.never)
        return asked and found.states[source].kind is Kind.CHOOSE

    def forget(
        self, session: Session, marks: frozenset[tuple[str, str]]
    ) -> frozenset[tuple[str, str]]:
        """The marks of flows that are still open."""
        if not marks:
            return marks
        open_flows = {frame.flow for frame in session.frames}
        return frozenset(one for one in marks if one[0].split(" ")[1] in open_flows)

    def wrong(self, before: Session, kept: Kept, step: Step, now: Kept) -> Iterator[Wrong]:
        """Everything that this move breaks."""
        ends = self.ends(step)
        yield from self._ended_otherwise(now, ends)
        yield from self._left_standing(step, now, ends)
        yield from self._unsealed(before, step.session)
        for place, move in enumerate(step.moves):
            for promise in self._flows.flows[move.flow].never:
                if promise.reach == move.target:
                    yield from self._early(before, kept, step, place, promise)

    def _ended_otherwise(self, now: Kept, ends: list[tuple[str, str]]) -> Iterator[Wrong]:
        for flow, end in ends:
            for after in self._after[flow]:
                if (AFTER + flow, after.event) in now.marks and end != after.end:
                    fault = f"after {after.event} the flow may end in '{end}'"
                    yield Wrong("after", flow, end, fault, f"Lead it to '{after.end}'")

    def _left_standing(self, step: Step, now: Kept, ends: list[tuple[str, str]]) -> Iterator[Wrong]:
        if step.session.frames or not ends or not now.standing:
            return
        flow, end = ends[-1]
        if self._flows.flows[flow].states[end].what == End.DONE:
            return
        for name in sorted(now.standing):
            fault = f"the flow may end in '{end}' while what {name} did still stands"
            remedy = f"Let the flow that calls {name} end with what it did, or undo it before"
            yield Wrong("standing", flow, end, fault, remedy)

    def _unsealed(self, before: Session, after: Session) -> Iterator[Wrong]:
        now = {frame.uid: frame for frame in after.frames}
        for frame in before.frames:
            later = now.get(frame.uid)
            if later is None or later is frame:
                continue
            for name, content in frame.slots.items():
                if content.status is Status.SEALED and later.slots.get(name) != content:
                    fault = f"'{name}' may change after it was used for good"
                    remedy = "Keep every way that asks or makes it anew before that step"
                    yield Wrong("sealed", frame.flow, later.step, fault, remedy)

    def _early(
        self, before: Session, kept: Kept, step: Step, place: int, promise: Promise
    ) -> Iterator[Wrong]:
        flow = self._flows.flows[step.moves[place].flow]
        frame = next((f for f in reversed(before.frames) if f.flow == flow.name), None)
        moves = [move for move in step.moves[: place + 1] if move.flow == flow.name]
        anew = max((i for i, move in enumerate(moves) if move.trigger == cursor.AGAIN), default=-1)
        passed = {
            m.source for m in moves[anew + 1 :] if m.source and _main(flow, m.source, m.trigger)
        }
        stood = frame is not None and anew < 0
        for one in promise.before:
            if one in passed or (frame is not None and stood and _passed(flow, frame, one, kept)):
                return
        if promise.when is not None and not self._may_hold(
            before, step.session, flow, promise.when
        ):
            return
        words = " or ".join(f"'{one}'" for one in promise.before)
        fault = f"'{promise.reach}' may be reached without {words}"
        yield Wrong(
            "never", flow.name, promise.reach, fault, f"Lead every way there through {words}"
        )

    def _may_hold(self, before: Session, after: Session, flow: Flow, rule: str) -> bool:
        """Whether a promise's rule may hold, as far as switches have been thrown."""
        for session in (after, before):
            for index in range(len(session.frames) - 1, -1, -1):
                if session.frames[index].flow == flow.name:
                    return self._holds(session, index, rule)
        return True

    def _holds(self, session: Session, index: int, rule: str) -> bool:
        facts = self._oracle.facts
        desk = Desk(self._flows, session, facts, _NEVER, list(session.frames), session)
        self._oracle.peeking = True
        try:
            return Scope(desk, index).rule(rule)
        except Unknown:
            return True
        finally:
            self._oracle.peeking = False


def _passed(flow: Flow, frame: Frame, step: str, kept: Kept) -> bool:
    """Whether a step stands as passed by its main way."""
    state = flow.states[step]
    match state.kind:
        case Kind.ASK:
            content = frame.slots.get(state.what)
            return content is not None and content.status in _HELD
        case Kind.CONFIRM:
            held = [frame.slots[name].status for name in state.shown if name in frame.slots]
            return bool(held) and all(one in {Status.CONFIRMED, Status.SEALED} for one in held)
        case Kind.CHOOSE:
            return (CHOSEN + flow.name, step) in kept.marks
        case _:
            left = frame.memo.get(step, frame.skip.get(step))
            return left is not None and _main(flow, step, left)


def _main(flow: Flow, step: str, trigger: str) -> bool:
    state = flow.states[step]
    return state.kind is Kind.CHOOSE or trigger == cursor.MAIN.get(state.kind)


_NEVER = datetime(2030, 1, 1, tzinfo=UTC)
