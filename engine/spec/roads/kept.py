"""Whether the promises of a flow hold on every road."""

from collections.abc import Iterator

from engine.document.problem import Faults
from engine.model.flow import Flow, Kind, Promise, State
from engine.model.passing import MAIN, passes
from engine.spec.draft import Draft
from engine.spec.graph import Edge, Sort, inner, roads

MOST = 2_000
"""Twice the steps of the largest flow, and room."""

PASSED = "(passed over"

Spot = tuple[str, bool]
"""A step, and whether one of the promised steps was passed on the way there."""


def check_kept(flow: Flow, draft: Draft, faults: Faults) -> None:
    """Note each `never` that a road of the flow breaks."""
    places = list(draft.root.many("never"))
    # a promise that came with a step which does the same as a promised one: told at that step
    places += [draft.steps[promise.reach].body for promise in flow.never[len(places) :]]
    for promise, place in zip(flow.never, places, strict=True):
        broken = _broken(flow, promise)
        if broken is not None:
            before = " or ".join(f"'{step}'" for step in promise.before)
            last, words = broken
            way = ", ".join([flow.first, *words])
            fault = f"'{promise.reach}' can be reached without {before}"
            fault += _from(last, words)
            faults.add(place.at, place.key, f"{fault}: {way}", f"Lead that way through {before}")


def _from(last: str, words: tuple[str, ...]) -> str:
    """The last stretch of a road: what is to be led elsewhere stands there."""
    if not last:
        return ""
    name, _, _ = words[-1].rpartition(") ")
    if name == PASSED:
        return f", as '{last}' is passed over"
    return f", from '{last}'" + (f" by '{name[1:]}'" if name else "")


def _broken(flow: Flow, promise: Promise) -> tuple[str, tuple[str, ...]] | None:
    """The shortest road that breaks a promise: its last step, and the whole of it in words."""

    def moves(spot: Spot) -> Iterator[tuple[str, Spot]]:
        step, passed = spot
        state = flow.states[step]
        for edge in inner(flow, step):
            if edge.target and not _excluded(state, edge, promise):
                stands = passed and not _falls(flow, promise, edge.way.again)
                yield edge.words, (edge.target, _passed(state, edge, promise, before=stands))

    found = roads((flow.first, False), moves, MOST)
    broken = (promise.reach, False)
    if broken not in found.came:
        return None
    before = found.came[broken]
    return before[0][0] if before else "", found.words(broken)


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
