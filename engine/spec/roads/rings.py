"""Rings in which nobody is asked and nothing is awaited: the engine would go round for ever."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from engine.document.problem import Faults
from engine.model.flow import End, Flow, Kind, State
from engine.spec.draft import Draft
from engine.spec.graph import Edge, Sort, inner, reach, roads

MOST = 1_000
"""More than a flow has steps."""


def check_rings(flow: Flow, flows: Mapping[str, Flow], draft: Draft, faults: Faults) -> None:
    """Note each ring of steps that a conversation can walk without a wait."""
    silence = _Silence(flows)
    onward = {step: silence.onward(flow, step) for step in flow.states}
    order = {step: index for index, step in enumerate(flow.states)}
    back = (
        edge for ways in onward.values() for edge in ways if order[edge.to] <= order[edge.source]
    )
    for edge in back:
        ring = _ring(edge, onward)
        if ring is not None:
            body = draft.steps[edge.source].body
            remedy = "Ask again instead: {again: [slot]}, or wait for an answer on the way"
            fault = f"goes round without waiting: {', '.join(ring)}"
            faults.add(body.at, body.key, fault, remedy)


@dataclass(frozen=True, slots=True)
class _Silent:
    """A way that a walk can take without anything being awaited."""

    source: str
    to: str


def _ring(edge: _Silent, onward: Mapping[str, list[_Silent]]) -> list[str] | None:
    """The steps of the shortest ring through a way, or None if it is in no ring."""

    def moves(step: str) -> Iterator[tuple[str, str]]:
        return ((one.to, one.to) for one in onward[step])

    found = roads(edge.to, moves, MOST)
    if edge.source not in found.came:
        return None
    return [edge.to, *found.words(edge.source), edge.to]


class _Silence:
    """Which ways can be taken in silence; what a called flow allows is worked out once."""

    def __init__(self, flows: Mapping[str, Flow]) -> None:
        self._flows = flows
        self._ends: dict[str, frozenset[str]] = {}

    def onward(self, flow: Flow, step: str) -> list[_Silent]:
        """The ways out of a step that need no wait."""
        state = flow.states[step]
        return [
            _Silent(step, edge.target)
            for edge in inner(flow, step)
            if edge.target and self._silent(flow, state, edge)
        ]

    def _silent(self, flow: Flow, state: State, edge: Edge) -> bool:
        if edge.sort not in {Sort.MAIN, Sort.WAY}:
            return edge.sort is Sort.PASSED_OVER
        return self._passes(state, edge) and (not edge.way.again or _unasked(flow, edge))

    def _passes(self, state: State, edge: Edge) -> bool:
        """Whether a step of this kind can be left in silence by this way."""
        match state.kind:
            case Kind.CHOOSE:
                return False
            case Kind.CONFIRM:  # one whose answers all had their yes is passed over
                return edge.sort is Sort.MAIN and bool(state.shown)
            case Kind.DO:
                return not state.waits
            case Kind.CALL:
                return (edge.name or End.DONE) in self._ends_of(state.what)
            case _:
                return True

    def _ends_of(self, name: str) -> frozenset[str]:
        """The ends that a called flow can come to without a wait; "done" for each such end."""
        if name not in self._ends:
            called = self._flows[name]
            found = reach([called.first], lambda step: (w.to for w in self.onward(called, step)))
            ends = [s for s in map(called.states.__getitem__, found) if s.kind is Kind.END]
            self._ends[name] = frozenset({s.id if s.what != End.DONE else End.DONE for s in ends})
        return self._ends[name]


def _unasked(flow: Flow, edge: Edge) -> bool:
    """Whether the ask to which `again` leads may fill itself, or be passed over."""
    ask = flow.states[edge.target or ""]
    slot = flow.slots[ask.what]
    return bool(ask.when or ask.unless or slot.only_one or slot.remember)
