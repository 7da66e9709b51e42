"""Whether what a flow says of `always` can be seen to hold on every road."""

from collections.abc import Iterable, Iterator

from engine.document.place import Place
from engine.document.problem import Faults
from engine.model.flow import After, Flow, Kind, Possible, State
from engine.spec.draft import Draft
from engine.spec.graph import Edge, Sort, inner, reach, roads

MOST = 2_000
"""More than a flow has steps."""


def check_assured(flow: Flow, draft: Draft, faults: Faults) -> None:
    """Note each `always` that a road of the flow breaks."""
    places = list(draft.root.many("always"))
    for promise, place in zip(flow.always, places, strict=True):
        match promise:
            case Possible():
                _possible(flow, promise, place, faults)
            case After():
                _after(flow, promise, place, faults)


def _possible(flow: Flow, promise: Possible, place: Place, faults: Faults) -> None:
    """From every step that waits a way leads to the end."""

    def moves(step: str) -> Iterator[tuple[str, str]]:
        return ((edge.words, edge.target) for edge in inner(flow, step) if edge.target)

    found = roads(flow.first, moves, MOST)
    for step in found.came:
        if flow.states[step].waits and promise.end not in _onward(flow, [step]):
            way = ", ".join([flow.first, *found.words(step)])
            fault = f"'{promise.end}' cannot be reached any more from '{step}': {way}"
            faults.add(place.at, place.key, fault, "Lead a way on from there")
            return


def _onward(flow: Flow, start: Iterable[str]) -> set[str]:
    return reach(start, lambda step: (edge.target for edge in inner(flow, step) if edge.target))


def _after(flow: Flow, promise: After, place: Place, faults: Faults) -> None:
    """Once the event came, every road leads to this end and to no other."""
    for state in flow.states.values():
        for edge in inner(flow, state.id):
            if edge.target and _brings(state, edge, promise.event):
                _only(flow, promise, edge.target, place, faults)


def _brings(state: State, edge: Edge, event: str) -> bool:
    """Whether a way is taken because the event has come."""
    whose, _, what = event.partition(".")
    if state.kind not in {Kind.CALL, Kind.DO} or state.what != whose:
        return False
    return edge.sort is Sort.MAIN or (edge.sort is Sort.WAY and edge.name == what)


def _only(flow: Flow, promise: After, start: str, place: Place, faults: Faults) -> None:
    def moves(step: str) -> Iterator[tuple[str, str]]:
        return ((edge.words, edge.target) for edge in inner(flow, step) if edge.target)

    found = roads(start, moves, MOST)
    for step in found.came:
        state = flow.states[step]
        if state.kind is Kind.END and step != promise.end:
            way = ", ".join([start, *found.words(step)])
            fault = f"after '{promise.event}' the flow can end in '{step}': {way}"
            faults.add(place.at, place.key, fault, f"Lead that way to '{promise.end}'")
            return
