"""The line of `moved` to write for a step that is gone: tried on all who stand there, then told."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from engine.machine.versions.homeless import Homeless
from engine.machine.versions.relocate import relocate
from engine.machine.versions.renames import Older, at_home
from engine.model.flow import Flow, FlowSet, Moved
from engine.model.session import Session
from tools.publishing.successor import successor

Standing = Mapping[tuple[str, str], Sequence[Session]]
"""Who stands where: (flow, step) -> live conversations, and situations of a proof."""


@dataclass(frozen=True, slots=True)
class Change:
    """What is in force, what is to be, and who stands in it."""

    now: FlowSet
    newer: FlowSet
    standing: Standing


def standing(sessions: Sequence[Session], now: FlowSet) -> Standing:
    """Sort conversations that stand in the versions in force by every step they stand at."""
    found: dict[tuple[str, str], list[Session]] = {}
    for session in sessions:
        if at_home(session, now):
            for frame in session.frames:
                found.setdefault((frame.flow, frame.step), []).append(session)
    return found


def suggested(change: Change, flow: str, step: str) -> str:
    """Find the map by which all who stand at a step have a place.

    Args:
        change: from which set of flows to which.
        flow: the flow's name.
        step: the step of the set in force that they cannot go on from.

    Returns:
        What to write under `moved`; "": there is no step where all of them could go on.
    """
    old, new = change.now.flows.get(flow), change.newer.flows.get(flow)
    if old is None or new is None or step not in old.states:
        return ""
    maps = (_map(old, new, step, there) for there in _candidates(old, new, step))
    return next((_text(one) for one in maps if _houses(change, new, step, one)), "")


def _candidates(old: Flow, new: Flow, step: str) -> Iterator[str]:
    """The likeliest first, then those asked later, then earlier ones, the nearest first."""
    likely = successor(old, new, step)
    order = [name for name in old.states if name == step or _rests(new, name)]
    place = order.index(step)
    found = dict.fromkeys((*order[place + 1 :], *reversed(order[:place])))
    yield from dict.fromkeys((*((likely,) if likely else ()), *found))


def _rests(flow: Flow, step: str) -> bool:
    return step in flow.states and flow.states[step].waits


def _map(old: Flow, new: Flow, step: str, there: str) -> Moved:
    """Where they go, and under which name their answer is kept."""
    was, now = old.states[step].what, new.states[there].what
    if was not in old.slots or was in new.slots or now not in new.slots or now in old.slots:
        return Moved(steps={step: there})
    fits = _kind(old, was) == _kind(new, now)
    return Moved(steps={step: there}, slots={was: now if fits else None})


def _kind(flow: Flow, slot: str) -> str:
    """Of what kind its answers are; "": its own choices, which stand in the step."""
    found = flow.slots[slot].type
    return "" if found.options and found.name == slot else found.name


def _houses(change: Change, new: Flow, step: str, tried: Moved) -> bool:
    """Whether everybody at the step would have a place by this map, beside the one written."""
    written = new.moved or Moved()
    both = Moved(steps={**written.steps, **tried.steps}, slots={**written.slots, **tried.slots})
    flows = {**change.newer.flows, new.name: replace(new, moved=both)}
    newer = replace(change.newer, flows=flows)
    older: Older = {flow.digest: flow for flow in change.now.flows.values()}
    return not any(
        isinstance(lost := relocate(session, newer, older), Homeless)
        and (lost.flow, lost.step) == (new.name, step)
        for session in change.standing.get((new.name, step), ())
    )


def _text(found: Moved) -> str:
    steps = ", ".join(f"{old}: {new}" for old, new in found.steps.items())
    slots = ", ".join(f"{old}: {new or 'null'}" for old, new in found.slots.items())
    return f"steps: {{{steps}}}" + (f", slots: {{{slots}}}" if slots else "")
