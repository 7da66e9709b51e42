"""What lies ahead of a step: where a conversation that stands there may come to."""

from collections.abc import Iterator
from functools import lru_cache

from engine.model.flow import Flow, Kind, State, Way

KEPT = 16_384


@lru_cache(maxsize=KEPT)
def ahead(flow: Flow, step: str, without: frozenset[str] = frozenset()) -> frozenset[str]:
    """Steps that may come after `step`, itself left out unless a way leads back.

    Args:
        flow: the flow.
        step: where to begin.
        without: steps that are not left by their main way on that road.
    """
    found: set[str] = set()
    waiting = [step]
    while waiting:
        state = flow.states[waiting.pop()]
        for target in _targets(flow, state, main=state.id not in without):
            if target not in found:
                found.add(target)
                waiting.append(target)
    return frozenset(found)


def ends(flow: Flow, step: str) -> bool:
    """Whether an end can be reached."""
    return any(flow.states[one].kind is Kind.END for one in (step, *ahead(flow, step)))


def _targets(flow: Flow, state: State, *, main: bool) -> Iterator[str]:
    ways = [*state.ways.values(), *(timer.way for timer in state.timers)]
    if state.waits or state.kind is Kind.CALL:
        ways += flow.anytime.values()
    if main and state.main:
        ways.append(state.main)
    for way in ways:
        if target := _target(flow, way):
            yield target


def _target(flow: Flow, way: Way) -> str | None:
    if way.again:
        return flow.slots[way.again[0]].step
    return way.step
