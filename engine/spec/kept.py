"""Whether the promises of a flow hold on every road."""

from collections.abc import Iterator

from engine.model.flow import Flow, Kind, Promise, State
from engine.spec.draft import Draft
from engine.spec.graph import Edge, Sort, inner, roads
from engine.spec.problem import Faults

MOST = 2_000
"""Twice the steps of the largest flow, and room."""

Spot = tuple[str, bool]
"""A step, and whether one of the promised steps was passed on the way there."""


def check_kept(flow: Flow, draft: Draft, faults: Faults) -> None:
    """Note each `never` that a road of the flow breaks."""
    places = list(draft.root.many("never"))
    for promise, place in zip(flow.never, places, strict=True):
        words = _broken(flow, promise)
        if words is not None:
            before = " or ".join(f"'{step}'" for step in promise.before)
            way = ", ".join([flow.first, *words])
            fault = f"'{promise.reach}' can be reached without {before}: {way}"
            faults.add(place.at, place.key, fault, f"Lead that way through {before}")


def _broken(flow: Flow, promise: Promise) -> tuple[str, ...] | None:
    """The shortest road that breaks a promise, in words."""

    def moves(spot: Spot) -> Iterator[tuple[str, Spot]]:
        step, passed = spot
        state = flow.states[step]
        for edge in inner(flow, step):
            if edge.target and not _excluded(state, edge, promise):
                yield edge.words, (edge.target, _passed(state, edge, promise, before=passed))

    found = roads((flow.first, False), moves, MOST)
    broken = (promise.reach, False)
    return found.words(broken) if broken in found.came else None


def _excluded(state: State, edge: Edge, promise: Promise) -> bool:
    """Where a promise holds only `when` a rule does, no step is passed over for want of it."""
    guarded = promise.when is not None and state.when == (promise.when,) and not state.unless
    return guarded and edge.sort is Sort.PASSED_OVER


def _passed(state: State, edge: Edge, promise: Promise, *, before: bool) -> bool:
    """Passed means left by the main way, or by any button of a choose; asking again undoes it."""
    if edge.way.again:
        return False
    here = state.id in promise.before
    pressed = state.kind is Kind.CHOOSE and edge.sort is Sort.WAY
    return before or (here and (edge.sort is Sort.MAIN or pressed))
