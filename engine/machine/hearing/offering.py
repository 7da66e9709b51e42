"""An offer to begin a task: which flow begins where it is taken."""

from engine.model.flow import Flow, FlowSet, Kind, State, Way
from engine.model.tool import Safety

ACCEPT = "accept"
"""The button that takes an offer."""


def taking(state: State) -> Way | None:
    """The way by which an offer is taken."""
    if state.kind is Kind.CONFIRM:
        return state.main
    return state.ways.get(ACCEPT) if state.kind is Kind.CHOOSE else None


def offered(flows: FlowSet, flow: Flow, way: Way | None) -> str | None:
    """The flow that begins behind a way of an offer, where nothing but looks lie on it."""
    after = flow.states.get(way.step or "") if way else None
    while after is not None and after.kind is Kind.DO:
        tool = flows.tools.get(after.what)
        if tool is None or tool.safety is not Safety.READ or after.main is None:
            return None
        after = flow.states.get(after.main.step or "")
    return after.then if after is not None and after.kind is Kind.END else None
