"""What only the whole graph shows: lost steps, ways back, rings, promises, and the yes."""

from collections.abc import Mapping

from engine.model.flow import Flow, Kind
from engine.spec.document.problem import Faults
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
    for name, flow in whole.items():
        draft, mine = world.drafts[name], Faults()
        check_reached(flow, draft, mine)
        check_backwards(flow, draft, mine)
        if not len(mine):
            check_rings(flow, whole, draft, mine)
        if not len(mine):
            check_kept(flow, draft, mine)
            check_assured(flow, draft, mine)
        if not len(mine) and not flow.start.called:
            check_safety(flow, whole, world.tools, draft, mine)
        faults.take(mine.problems())


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
