"""What one move tells beyond where it led: deeds that stand, promises, ends, sealed answers."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from engine.machine.working import cursor
from engine.machine.working.altered import altered
from engine.machine.working.desk import Desk, Scope
from engine.model.effect import Effect, Move, Run, Undo
from engine.model.flow import After, End, FlowSet, Kind
from engine.model.passing import passes
from engine.model.session import Frame, How, Session
from engine.model.tool import Safety
from engine.model.value import Status
from engine.proof.oracle import Oracle, Unknown

AFTER, CHOSEN = "after ", "chosen "


@dataclass(frozen=True, slots=True)
class Wrong:
    """A fault found in a move.

    Attributes:
        sort: a word for the kind of fault, stable.
        flow, step: where it lies.
        fault: what is wrong, without full stop.
        remedy: what to do, without full stop.
        phrase: what is said wrongly, with its first language.
    """

    sort: str
    flow: str
    step: str
    fault: str
    remedy: str
    phrase: tuple[str, str] | None = None


class Watch:
    """Looks at every move of one exploration."""

    def __init__(self, flows: FlowSet, oracle: Oracle) -> None:
        self._flows = flows
        self._oracle = oracle
        self._after = {
            name: [one for one in flow.always if isinstance(one, After)]
            for name, flow in flows.flows.items()
        }

    def is_done(self, frames: Sequence[Frame], flow: str, end: str) -> bool:
        """Whether a flow that nothing called has come to its good end."""
        found = self._flows.flows[flow]
        called = found.start.called or any(
            frame.flow == flow and frame.how is How.CALLED for frame in frames
        )
        return found.states[end].what == End.DONE and not called and not found.pattern

    def standing(self, standing: frozenset[str], effects: Sequence[Effect]) -> frozenset[str]:
        """The deeds that could still be taken back, after these effects."""
        for effect in effects:
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

    def marks(
        self,
        marks: frozenset[tuple[str, str]],
        flows: Set[str],
        happened: Set[str],
        moves: Sequence[Move],
    ) -> frozenset[tuple[str, str]]:
        """What promises wait upon, after what happened and these moves."""
        for name in flows:
            for after in self._after[name]:
                if after.event in happened:
                    marks |= {(AFTER + name, after.event)}
        for move in moves:
            if move.trigger == cursor.AGAIN:
                marks -= {one for one in marks if one[0] == CHOSEN + move.flow}
            elif move.source and self._chosen(move):
                marks |= {(CHOSEN + move.flow, move.source)}
        return marks

    def _chosen(self, move: Move) -> bool:
        """Whether a choice that a promise asks for was made: by a button, not by silence."""
        found = self._flows.flows[move.flow]
        asked = any(move.source in promise.before for promise in found.never)
        return asked and found.states[move.source].kind is Kind.CHOOSE and self.main(move)

    def forget(
        self, session: Session, marks: frozenset[tuple[str, str]]
    ) -> frozenset[tuple[str, str]]:
        """The marks of flows that are still open."""
        if not marks:
            return marks
        open_flows = {frame.flow for frame in session.frames}
        return frozenset(one for one in marks if one[0].split(" ")[1] in open_flows)

    def ended_otherwise(
        self, marks: frozenset[tuple[str, str]], ends: Sequence[tuple[str, str]]
    ) -> Iterator[Wrong]:
        """Ends that are not the one promised after what has happened."""
        for flow, end in ends:
            for after in self._after[flow]:
                if (AFTER + flow, after.event) in marks and end != after.end:
                    fault = f"after {after.event} the flow may end in '{end}'"
                    yield Wrong("after", flow, end, fault, f"Lead it to '{after.end}'")

    def left_standing(
        self, standing: frozenset[str], last: tuple[str, str] | None
    ) -> Iterator[Wrong]:
        """Deeds that nobody takes back, where the conversation ended with `last`."""
        if last is None or not standing:
            return
        flow, end = last
        if self._flows.flows[flow].states[end].what == End.DONE:
            return
        for name in sorted(standing):
            fault = f"the flow may end in '{end}' while what {name} did still stands"
            remedy = f"Let the flow that calls {name} end with what it did, or undo it before"
            yield Wrong("standing", flow, end, fault, remedy)

    def unsealed(self, before: Sequence[Frame], after: Sequence[Frame]) -> Iterator[Wrong]:
        """Answers that were used for good and are no longer what they were."""
        now = {frame.uid: frame for frame in after}
        for frame in before:
            later = now.get(frame.uid)
            if later is None or later is frame:
                continue
            for name, content in frame.slots.items():
                if content.status is Status.SEALED and later.slots.get(name) != content:
                    fault = f"'{name}' may change after it was used for good"
                    remedy = "Keep every way that asks or makes it anew before that step"
                    yield Wrong("sealed", frame.flow, later.step, fault, remedy)

    def main(self, move: Move) -> bool:
        """Whether a move passes its step."""
        return passes(self._flows.flows[move.flow].states[move.source], move.trigger)

    def early(
        self, before: Sequence[Frame], desk: Desk, move: Move, stood: Set[str]
    ) -> Iterator[Wrong]:
        """Promises that a move breaks.

        Args:
            before: the frames before it.
            desk: as it is after it.
            move: the move.
            stood: steps of its flow that stand as passed.
        """
        for promise in self._flows.flows[move.flow].never:
            if promise.reach != move.target or not stood.isdisjoint(promise.before):
                continue
            if promise.when and not self._may_hold(before, desk, move.flow, promise.when):
                continue
            words = " or ".join(f"'{one}'" for one in promise.before)
            fault = f"'{promise.reach}' may be reached without {words}"
            remedy = f"Lead every way there through {words}"
            yield Wrong("never", move.flow, promise.reach, fault, remedy)

    def _may_hold(self, before: Sequence[Frame], desk: Desk, flow: str, rule: str) -> bool:
        """Whether a promise's rule may hold, as far as switches have been thrown."""
        for frames in (desk.frames, before):
            for index in range(len(frames) - 1, -1, -1):
                if frames[index].flow == flow:
                    return self._holds(altered(desk, frames=list(frames)), index, rule)
        return True

    def _holds(self, desk: Desk, index: int, rule: str) -> bool:
        self._oracle.peeking = True
        try:
            return Scope(desk, index).rule(rule)
        except Unknown:
            return True
        finally:
            self._oracle.peeking = False
