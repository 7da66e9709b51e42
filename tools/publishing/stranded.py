"""Conversations without a place, told to whoever publishes: how many, where, and what to write."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from engine.document.problem import Problem
from engine.machine.versions.homeless import Homeless, Why
from engine.model.flow import Flow, Origin
from tools.publishing.suggested import Change, Suggestion, suggested

SHOWN = 3
"""Conversations that a message names."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where some conversations stand, and why they cannot go on from there."""

    flow: str
    step: str
    why: Why
    what: str


def told(
    live: Sequence[Homeless], reached: Sequence[Homeless], change: Change
) -> Iterator[Problem]:
    """Tell each place once.

    Args:
        live: conversations that are under way and have no place.
        reached: situations without a place in which one could be at the moment of publishing.
        change: what is in force, what was to be published, and everybody who stands in it.
    """
    places: dict[_Place, list[Homeless]] = {}
    for one in live:
        places.setdefault(_of(one), []).append(one)
    for one in reached:
        places.setdefault(_of(one), [])
    maps = {flow: _map(flow, list(places), change) for flow in {place.flow for place in places}}
    for place, found in places.items():
        old = change.now.flows.get(place.flow)
        new = change.newer.flows.get(place.flow)
        at = _origin(old, place.step)
        fault = f"{_who(found)} {_fault(place, old, new)}"
        yield Problem(
            at.file, at.line, f"steps.{place.step}", fault, _remedy(place, maps[place.flow])
        )


def _of(one: Homeless) -> _Place:
    return _Place(one.flow, one.step, one.why, one.what)


def _origin(flow: Flow | None, step: str) -> Origin:
    state = flow.states.get(step) if flow else None
    return state.origin if state else Origin("flows", 1)


def _who(found: Sequence[Homeless]) -> str:
    if not found:
        return "a conversation can stand"
    names = ", ".join(one.session.thread_id for one in found[:SHOWN])
    more = f" and {len(found) - SHOWN} more" if len(found) > SHOWN else ""
    if len(found) == 1:
        return f"1 live conversation ({names}) stands"
    return f"{len(found)} live conversations ({names}{more}) stand"


_FAULTS = {
    Why.FLOW: ", and the flow is gone",
    Why.STEP: ", and the step is gone",
    Why.WAITS: ", and it no longer waits for what is under way there",
    Why.TYPE: " with an answer '{what}' of {kinds}",
    Why.SEALED: ", and '{what}', which was used for good, would be dropped",
    Why.UNDO: ", and nobody would take back what '{what}' did for them",
    Why.PROMISE: " and would reach '{what}' past a step that must come before it now",
    Why.END: ", from where no end can be reached",
}


def _fault(place: _Place, old: Flow | None, new: Flow | None) -> str:
    told = _FAULTS[place.why].format(what=place.what, kinds=_kinds(place.what, old, new))
    return f"at {place.flow}.{place.step}{told}"


def _kinds(slot: str, old: Flow | None, new: Flow | None) -> str:
    was = old.slots[slot].type.name if old and slot in old.slots else "another kind"
    now = new.slots[slot].type.name if new and slot in new.slots else "another kind"
    return f"kind '{was}', which is '{now}' now"


_ELSEWHERE = frozenset({Why.STEP, Why.WAITS, Why.PROMISE, Why.END})
"""Whoever cannot go on from a step for one of these may go on from another."""


def _map(flow: str, places: Sequence[_Place], change: Change) -> Suggestion:
    """The whole map of a flow: whoever pastes it has a place for everybody it can help."""
    mine = [place for place in places if place.flow == flow]
    steps = dict.fromkeys(place.step for place in mine if place.why in _ELSEWHERE)
    dropped = dict.fromkeys(place.what for place in mine if place.why is Why.TYPE)
    return suggested(change, flow, steps, dropped)


def _remedy(place: _Place, found: Suggestion) -> str:
    """What to write; publishing with --pin leaves them in the version they are in."""
    if place.why is Why.SEALED:
        return f"Leave '{place.what}' out of moved"
    if place.why is Why.TYPE or (place.why in _ELSEWHERE and place.step in found.steps):
        return f"Write moved: {found.text}, or publish with --pin"
    return "Publish with --pin: they end in the version they are in"
