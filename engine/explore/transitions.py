"""The transitions of flows, and which of them fixtures have taken."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from engine.explore.probes import reads
from engine.explore.waits import taken_over
from engine.machine.working.cursor import PASS_OVER
from engine.model.builtin import BUILTIN, WAIT
from engine.model.effect import Move
from engine.model.flow import Flow, FlowSet, Kind, State, Way
from engine.model.passing import MAIN
from engine.model.tool import FAILED


@dataclass(frozen=True, slots=True, order=True)
class Transition:
    """One way out of a step, as it is written.

    Attributes:
        way: the name of the way: an exit, a button, a rule, a timer, an act; `yes`, `next`.
        trigger, target: as the machine tells it; of a branch the rule.
    """

    flow: str
    step: str
    way: str
    trigger: str
    target: str

    def __str__(self) -> str:
        return f"{self.flow}.{self.step}: {self.way} -> {self.target}"


def transitions(flows: FlowSet) -> tuple[Transition, ...]:
    """Every transition that a conversation can take, in the order of the files."""
    return tuple(one for flow in flows.flows.values() for one in of_flow(flow, flows))


def of_flow(flow: Flow, flows: FlowSet) -> Iterator[Transition]:
    """The transitions of one flow."""
    for state in flow.states.values():
        yield from _of_state(flow, state, flows)


def taken(moves: Iterable[Move], of: Iterable[Transition]) -> frozenset[Transition]:
    """Those of the transitions that are among the moves."""
    seen = {(move.flow, move.source, move.trigger, move.target) for move in moves}
    return frozenset(t for t in of if (t.flow, t.step, t.trigger, t.target) in seen)


def _of_state(flow: Flow, state: State, flows: FlowSet) -> Iterator[Transition]:
    for name, way in state.ways.items():
        if name == FAILED and state.what in BUILTIN:
            continue  # the machine's own tools do not fail
        yield _one(flow, state, name, name, way)
    if state.main is not None:
        if state.when or state.unless:
            yield _one(flow, state, "passed over", PASS_OVER, state.main)
        if not _until_answered(flow, state):
            yield _one(flow, state, _main(state), MAIN[state.kind], state.main)
    for timer in state.timers if state.waits else ():
        yield _one(flow, state, timer.name, timer.name, timer.way)
    for act, way in _anytime(flow, state, flows):
        yield _one(flow, state, act, act, way)


def _until_answered(flow: Flow, state: State) -> bool:
    """Whether it asks only while it has no answer: with one it is passed over."""
    rules = [flow.rules[name] for name in (*state.when, *state.unless) if name in flow.rules]
    return state.kind is Kind.ASK and any(reads(rule, state.what, flow) for rule in rules)


def _main(state: State) -> str:
    return "yes" if state.kind is Kind.CONFIRM else "next"


def _anytime(flow: Flow, state: State, flows: FlowSet) -> Iterator[tuple[str, Way]]:
    """What may be said here at any time, and is heard by this step's own flow.

    Of a step that calls, what the called flow hears itself is not; nor is anything heard while
    a person has taken over.
    """
    if not (state.waits or state.kind is Kind.CALL) or _silenced(state, flows):
        return
    above = flows.flows[state.what].anytime if state.kind is Kind.CALL else {}
    if state.kind is Kind.CALL and _deaf(flows.flows[state.what], flows):
        return
    for act, way in flow.anytime.items():
        if act not in state.ways and act not in above:
            yield act, way


def _deaf(flow: Flow, flows: FlowSet) -> bool:
    """Whether a person has taken over wherever this flow waits."""
    waiting = [state for state in flow.states.values() if state.waits]
    return all(_silenced(state, flows) for state in waiting)


def _silenced(state: State, flows: FlowSet) -> bool:
    """Whether nothing said here is heard by the flow: a person has it, or it falls at once."""
    falls = state.kind is Kind.DO and state.what == WAIT.name
    return falls or taken_over(flows, state)


def _one(flow: Flow, state: State, name: str, trigger: str, way: Way) -> Transition:
    """A way that leaves the flow, or only speaks, leads to where it began."""
    target = way.step or state.id
    if way.again:
        target = flow.slots[way.again[0]].step or state.id
    return Transition(flow.name, state.id, name, trigger, target)
