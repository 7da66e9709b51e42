"""Conversations without a place, told to whoever publishes: how many, where, and what to write."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from engine.machine.homeless import Homeless, Why
from engine.model.flow import Flow, FlowSet, Kind, Origin, State
from engine.spec.problem import Problem, near

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
            step = successor(old, new, place.step)
            if step:
                return f"Write moved: {{steps: {{{place.step}: {step}}}}}, or publish with --pin"
        case Why.TYPE:
            return f"Write moved: {{slots: {{{place.what}: null}}}}, or publish with --pin"
        case Why.SEALED:
            return f"Leave '{place.what}' out of moved"
        case _:
            pass
    return "Publish with --pin: they end in the version they are in"


def successor(old: Flow | None, new: Flow | None, step: str) -> str | None:
    """The step of the newer version that probably stands for one that is gone."""
    state = old.states.get(step) if old else None
    if old is None or new is None or state is None:
        return None
    rests = [one.id for one in new.states.values() if one.waits]
    fresh = [one for one in rests if one not in old.states]
    alike = next((one for one in rests if _does(new.states[one]) == _does(state)), None)
    return alike or near(step, fresh) or _following(old, step, rests)


def _does(state: State) -> tuple[Kind, str]:
    """What a step does; steps that name nothing are told apart by what they say."""
    return state.kind, state.what or state.say or state.id


def _following(old: Flow, step: str, rests: Sequence[str]) -> str | None:
    """The next step of the older order at which one can still rest, else the first of all."""
    order = list(old.states)
    below = order[order.index(step) + 1 :]
    return next((one for one in below if one in rests), next(iter(rests), None))
