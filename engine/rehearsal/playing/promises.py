"""What must hold in every conversation, whatever its flow: watched from outside the machine."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from engine.explore.waits import taken_over
from engine.model.effect import Emit, Run, Say, Undo
from engine.model.event import Tap, Words
from engine.model.flow import End, FlowSet, Kind
from engine.model.session import Frame, Session
from engine.model.tool import Safety
from engine.model.value import Status, Value
from engine.rehearsal.staging.stage import Met

ASKING = frozenset({Kind.ASK, Kind.CHOOSE, Kind.CONFIRM})


@dataclass(slots=True)
class Watch:
    """What has been done in one conversation.

    Attributes:
        yeses: how often a confirm got its yes.
        runs: how often each irreversible tool ran.
        owed: what tools gave that an undo can take back, by tool and id.
    """

    flows: FlowSet
    yeses: int = 0
    runs: dict[str, int] = field(default_factory=dict)
    owed: set[tuple[str, str]] = field(default_factory=set)
    thread: str = ""

    def broken(self, met: Met) -> tuple[str, ...]:
        """Every promise that this event broke, in words."""
        if met.step.session.thread_id != self.thread:
            self.thread, self.yeses, self.runs, self.owed = met.step.session.thread_id, 0, {}, set()
        self.yeses += self._is_yes(met)
        return (
            *self._effects(met),
            *_sealed(met),
            *_answered(met, self.flows),
            *_asks(met, self.flows),
            *self._left(met),
        )

    def _is_yes(self, met: Met) -> bool:
        """A yes of the customer to the confirm on top."""
        said = met.event.understanding.acts if isinstance(met.event, Words) else ()
        yes = any(act.name == "affirm" for act in said) or (
            isinstance(met.event, Tap) and met.event.value == "act:affirm"
        )
        return yes and any(
            move.trigger == "affirm"
            and self.flows.flows[move.flow].states[move.source].kind is Kind.CONFIRM
            for move in met.step.moves
            if move.source
        )

    def _effects(self, met: Met) -> Iterator[str]:
        for effect in met.step.effects:
            if isinstance(effect, Emit):
                self._reached(effect.event.partition(".")[0])
            elif isinstance(effect, Undo):
                self.owed -= {(effect.undone, _id(value)) for value in effect.gave.values()}
            elif isinstance(effect, Run):
                yield from self._ran(effect)

    def _reached(self, flow: str) -> None:
        """A task came to its goal: what it did stays done."""
        if not self.flows.flows[flow].start.called:
            self.owed = set()

    def _ran(self, effect: Run) -> Iterator[str]:
        tool = self.flows.tools[effect.call.tool]
        if tool.safety is Safety.IRREVERSIBLE:
            self.runs[tool.name] = self.runs.get(tool.name, 0) + 1
            if not self.yeses:
                yield f"{tool.name} ran without a yes"
            elif self.runs[tool.name] > self.yeses:
                yield f"{tool.name} ran {self.runs[tool.name]} times on {self.yeses} yes"
            used = {_id(value) for value in effect.call.args.values() if isinstance(value, Value)}
            self.owed = {one for one in self.owed if one[1] not in used}
        if tool.undo:
            taken_back = set(self.flows.tools[tool.undo].takes)
            gives = effect.answer.gives.items()
            self.owed |= {(tool.name, _id(value)) for name, value in gives if name in taken_back}

    def _left(self, met: Met) -> Iterator[str]:
        """Nothing that can be taken back stands at an end where the customer left."""
        session = met.step.session
        if session.frames or not met.before.frames or not self.owed:
            return
        ends = [
            state
            for flow in self.flows.flows.values()
            for state in flow.states.values()
            if state.id == session.ended and state.kind is Kind.END
        ]
        if ends and all(End(state.what) is not End.DONE for state in ends):
            names = ", ".join(sorted({tool for tool, _ in self.owed}))
            yield f"what {names} gave stands though the customer left at {session.ended}"


def _sealed(met: Met) -> Iterator[str]:
    """What something irreversible has used does not change."""
    after = {frame.uid: frame for frame in met.step.session.frames}
    for frame in met.before.frames:
        there = after.get(frame.uid)
        for name, content in frame.slots.items() if there else ():
            if content.status is Status.SEALED and there and _changed(frame, there, name):
                yield f"{frame.flow}.{name} changed after it was used for good"


def _changed(before: Frame, after: Frame, name: str) -> bool:
    """Another value; what was learnt of the same one since (a receipt) may come to it."""
    now = after.slots.get(name)
    return now is None or now.value.value != before.slots[name].value.value


def _answered(met: Met, flows: FlowSet) -> Iterator[str]:
    """Whoever speaks is answered, unless a person has the conversation."""
    spoke = isinstance(met.event, Words | Tap) and not _with_person(met.before, flows)
    if spoke and not any(isinstance(effect, Say) for effect in met.step.effects):
        yield "the customer spoke and nothing was said"


def _asks(met: Met, flows: FlowSet) -> Iterator[str]:
    """A conversation rests at a question that stands open, at a wait, or at its end.

    Whoever speaks reads that question, whatever else is said: no reply is a dead end.
    """
    session = met.step.session
    if not session.frames:
        return
    top = session.frames[-1]
    state = flows.flows[top.flow].states[top.step]
    if not state.waits:
        yield f"it rests at {top.flow}.{top.step}, which does not wait"
    prompt = session.prompt
    if state.kind in ASKING and (prompt is None or prompt.step != top.step):
        yield f"no question stands open at {top.flow}.{top.step}"
    put = any(isinstance(one, Say) and one.prompt for one in met.step.effects)
    if state.kind in ASKING and isinstance(met.event, Words | Tap) and not put:
        yield f"the reply at {top.flow}.{top.step} does not carry its question"


def _with_person(session: Session, flows: FlowSet) -> bool:
    if not session.frames:
        return False
    top = session.frames[-1]
    return taken_over(flows, flows.flows[top.flow].states[top.step])


def _id(value: Value) -> str:
    return str(value.value)
