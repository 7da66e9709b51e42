"""What only the whole graph shows: lost steps, ways back, rings, promises, and the yes."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from engine.document.problem import Faults
from engine.model.flow import Flow, Kind
from engine.spec.roads.assured import check_assured
from engine.spec.roads.backwards import check_backwards
from engine.spec.roads.kept import check_kept
from engine.spec.roads.reached import check_reached
from engine.spec.roads.rings import check_rings
from engine.spec.roads.safety import check_safety
from engine.spec.world import World


def check_roads(flows: Mapping[str, Flow], world: World, faults: Faults) -> None:
    """Check the graphs of flows in which every name is known.

    A flow that calls one with faults is checked once those are mended: what is wrong with
    its roads may only follow from them.
    """
    whole = {name: flow for name, flow in flows.items() if _calls(flow, flows) <= set(flows)}
    for flow in whole.values():
        for sort, mine in _look(flow, whole, world):
            faults.take(replace(one, sort=sort) for one in mine.problems())


def _look(flow: Flow, whole: Mapping[str, Flow], world: World) -> Iterator[tuple[str, Faults]]:
    """What each look finds, by the sort of fault that a proof tells; the first that finds ends."""
    draft, lost, back, round_ = world.drafts[flow.name], Faults(), Faults(), Faults()
    kept, assured, safe = Faults(), Faults(), Faults()
    check_reached(flow, draft, lost)
    check_backwards(flow, draft, back)
    yield from (("unreached", lost), ("back", back))
    if len(lost) or len(back):
        return
    check_rings(flow, whole, draft, round_)
    yield "ring", round_
    if len(round_):
        return
    check_kept(flow, draft, kept)
    check_assured(flow, draft, assured)
    yield from (("never", kept), ("always", assured))
    if not (len(kept) or len(assured) or flow.start.called):
        check_safety(flow, whole, world.tools, draft, safe)
        yield "unconfirmed", safe


def _calls(flow: Flow, flows: Mapping[str, Flow]) -> set[str]:
    """The flows called, directly or by way of others."""
    found: set[str] = set()
    waiting = [flow]
    while waiting:
        for state in waiting.pop().states.values():
            if state.kind is Kind.CALL and state.what not in found:
                found.add(state.what)
                waiting += [flows[state.what]] if state.what in flows else []
    return found
