"""Whether the promises of a flow hold on every road."""

from collections.abc import Iterator

from engine.model.flow import Flow, Kind, Promise, State
from engine.model.passing import MAIN, passes
from engine.spec.document.problem import Faults
from engine.spec.draft import Draft
from engine.spec.graph import Edge, Sort, inner, roads

MOST = 2_000
"""Twice the steps of the largest flow, and room."""

Spot = tuple[str, bool]
"""A step, and whether one of the promised steps was passed on the way there."""


def check_kept(flow: Flow, draft: Draft, faults: Faults) -> None:
    """Note each `never` that a road of the flow breaks."""
    places = list(draft.root.many("never"))
    # a promise that came with a step which does the same as a promised one: told at that step
    places += [draft.steps[promise.reach].body for promise in flow.never[len(places) :]]
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
                stands = passed and not _falls(flow, promise, edge.way.again)
                yield edge.words, (edge.target, _passed(state, edge, promise, before=stands))

    found = roads((flow.first, False), moves, MOST)
    broken = (promise.reach, False)
    return found.words(broken) if broken in found.came else None


def _excluded(state: State, edge: Edge, promise: Promise) -> bool:
    """Where a promise holds only `when` a rule does, no step is passed over for want of it."""
    guarded = promise.when is not None and state.when == (promise.when,) and not state.unless
    return guarded and edge.sort is Sort.PASSED_OVER


def _falls(flow: Flow, promise: Promise, again: tuple[str, ...]) -> bool:
    """Whether emptying these slots takes back what a promised step has done."""
    fallen, size = set(again), 0
    while len(fallen) > size:
        size = len(fallen)
        fallen |= {slot.name for slot in flow.slots.values() if not fallen.isdisjoint(slot.needs)}
    return bool(fallen) and any(_stood_on(flow.states[step], fallen) for step in promise.before)


def _stood_on(state: State, fallen: set[str]) -> bool:
    """What shows nothing and uses nothing may not be passed again: it counts as taken back."""
    used = state.uses | state.shown | ({state.what} if state.kind is Kind.ASK else set())
    return not used or not fallen.isdisjoint(used)


def _passed(state: State, edge: Edge, promise: Promise, *, before: bool) -> bool:
    """Whether a promised step stands as passed once this way was taken."""
    return before or (state.id in promise.before and passes(state, _trigger(state, edge)))


def _trigger(state: State, edge: Edge) -> str:
    """What the engine would call this way; "" for one that never passes a step."""
    match edge.sort:
        case Sort.MAIN:
            return MAIN.get(state.kind, "")
        case Sort.WAY:
            return edge.name
        case _:
            return ""
