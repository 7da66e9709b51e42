"""An offer that is answered with what the offered task would ask: "shall I book it?" "5pm"."""

from collections.abc import Mapping

from engine.machine.hearing.contents import contents
from engine.machine.walking.going import follow
from engine.machine.working.desk import Desk
from engine.model.flow import Flow, Kind, Way
from engine.model.tool import Safety, ToolDefinition
from engine.model.understanding import CLARIFY_FLOOR, Understanding

ACCEPT = "accept"
"""The button that takes an offer."""


def accepted(desk: Desk, understanding: Understanding) -> bool:
    """Take the offer on top by its answer; that is heard once the offered task has begun."""
    state = desk.state(desk.top)
    way = state.ways.get(ACCEPT) if state.kind is Kind.CHOOSE else None
    offered = _offered(desk.flow(desk.top), way, desk.flows.tools) if way else None
    if way is None or offered is None:
        return False
    slots = desk.flows.flows[offered].slots.values()
    asked = {slot.type.name for slot in slots if slot.step and slot.type.lister}
    if not any(
        kind in asked and content.confidence >= CLARIFY_FLOOR
        for kind, content in contents(understanding)
    ):
        return False
    desk.unheard = understanding
    follow(desk, desk.top, ACCEPT, way)
    return True


def _offered(flow: Flow, way: Way, tools: Mapping[str, ToolDefinition]) -> str | None:
    """The flow that begins where a way leads, by way of what is only looked up."""
    state = flow.states.get(way.step or "")
    while state is not None and state.kind is Kind.DO:
        tool = tools.get(state.what)
        if tool is None or tool.safety is not Safety.READ or state.main is None:
            return None
        state = flow.states.get(state.main.step or "")
    return state.then if state is not None and state.kind is Kind.END else None
