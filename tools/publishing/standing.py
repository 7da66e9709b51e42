"""Conversations without a place, told to whoever publishes: how many, where, and what to write."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from engine.machine.versions.homeless import Homeless, Why
from engine.model.flow import Flow, FlowSet, Origin
from engine.spec.document.problem import Problem
from tools.publishing.successor import successor

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
    live: Sequence[Homeless], reached: Sequence[Homeless], now: FlowSet, newer: FlowSet
) -> Iterator[Problem]:
    """Tell each place once.

    Args:
        live: conversations that are under way.
        reached: situations in which one could be at the moment of publishing.
        now: what is in force.
        newer: what was to be published.
    """
    places: dict[_Place, list[Homeless]] = {}
    for one in live:
        places.setdefault(_of(one), []).append(one)
    for one in reached:
        places.setdefault(_of(one), [])
    for place, found in places.items():
        old, new = now.flows.get(place.flow), newer.flows.get(place.flow)
        at = _origin(old, place.step)
        fault = f"{_who(found)} {_fault(place, old, new)}"
        yield Problem(at.file, at.line, f"steps.{place.step}", fault, _remedy(place, old, new))


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
    Why.PROMISE: " and would reach '{what}', though what must come before it is new",
    Why.END: ", from where no end can be reached",
}


def _fault(place: _Place, old: Flow | None, new: Flow | None) -> str:
    told = _FAULTS[place.why].format(what=place.what, kinds=_kinds(place.what, old, new))
    return f"at {place.flow}.{place.step}{told}"


def _kinds(slot: str, old: Flow | None, new: Flow | None) -> str:
    was = old.slots[slot].type.name if old and slot in old.slots else "another kind"
    now = new.slots[slot].type.name if new and slot in new.slots else "another kind"
    return f"kind '{was}', which is '{now}' now"


def _remedy(place: _Place, old: Flow | None, new: Flow | None) -> str:
    """What to write; publishing with --pin leaves them in the version they are in."""
    match place.why:
        case Why.STEP | Why.WAITS | Why.END:
            if moved := _moved(old, new, place.step):
                return f"Write moved: {{{moved}}}, or publish with --pin"
        case Why.TYPE:
            return f"Write moved: {{slots: {{{place.what}: null}}}}, or publish with --pin"
        case Why.SEALED:
            return f"Leave '{place.what}' out of moved"
        case _:
            pass
    return "Publish with --pin: they end in the version they are in"


def _moved(old: Flow | None, new: Flow | None, step: str) -> str:
    """The map to write: where they go, and under which name their answer is kept."""
    there = successor(old, new, step)
    if old is None or new is None or there is None:
        return ""
    was, now = old.states[step].what, new.states[there].what
    renamed = was in old.slots and was not in new.slots and now in new.slots
    if not renamed or now in old.slots:
        return f"steps: {{{step}: {there}}}"
    fits = _kind(old, was) == _kind(new, now)
    return f"steps: {{{step}: {there}}}, slots: {{{was}: {now if fits else 'null'}}}"


def _kind(flow: Flow, slot: str) -> str:
    """Of what kind its answers are; "": its own choices, which stand in the step."""
    found = flow.slots[slot].type
    return "" if found.options and found.name == slot else found.name
