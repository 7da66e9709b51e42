"""The `moved` to write for steps that are gone: tried on all who stand there, then told whole."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
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


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The map of a flow, to be pasted in the place of the one that is written, if one is.

    Attributes:
        moved: what is written already, and what is missing.
        steps: those for which it has a place for everybody.
    """

    moved: Moved
    steps: frozenset[str] = frozenset()

    @property
    def text(self) -> str:
        """What follows `moved:`, as YAML; "" where nothing is moved."""
        parts = {
            "from": f"[{', '.join(sorted(self.moved.since))}]" if self.moved.since else "",
            "steps": _map_of(self.moved.steps),
            "slots": _map_of(self.moved.slots),
        }
        written = ", ".join(f"{key}: {part}" for key, part in parts.items() if part)
        return f"{{{written}}}" if written else ""


def suggested(
    change: Change, flow: str, steps: Iterable[str], dropped: Iterable[str] = ()
) -> Suggestion:
    """Find the map by which all who stand at some steps have a place.

    Args:
        change: from which set of flows to which.
        flow: the flow's name.
        steps: steps of the set in force that they cannot go on from.
        dropped: slots whose answers nobody can keep.

    Returns:
        The whole map; steps are left out from where all of them could go on at no step.
    """
    old, new = change.now.flows.get(flow), change.newer.flows.get(flow)
    found = (new.moved if new else None) or Moved()
    found = replace(found, slots={**found.slots, **dict.fromkeys(dropped, None)})
    housed: set[str] = set()
    for step in steps:
        if old is None or new is None or step not in old.states:
            continue
        maps = (_with(found, _map(old, new, step, there)) for there in _candidates(old, new, step))
        tried = next((one for one in maps if _houses(change, new, step, one)), None)
        if tried is not None:
            found = tried
            housed.add(step)
    return Suggestion(found, frozenset(housed))


def _with(written: Moved, more: Moved) -> Moved:
    steps, slots = {**written.steps, **more.steps}, {**written.slots, **more.slots}
    return Moved(written.since, steps, slots)


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
    """Whether everybody at the step would have a place by this map."""
    flows = {**change.newer.flows, new.name: replace(new, moved=tried)}
    newer = replace(change.newer, flows=flows)
    older: Older = {flow.digest: flow for flow in change.now.flows.values()}
    return not any(
        isinstance(lost := relocate(session, newer, older), Homeless)
        and (lost.flow, lost.step) == (new.name, step)
        for session in change.standing.get((new.name, step), ())
    )


def _map_of(names: Mapping[str, str | None]) -> str:
    inner = ", ".join(f"{old}: {new or 'null'}" for old, new in names.items())
    return f"{{{inner}}}" if inner else ""
