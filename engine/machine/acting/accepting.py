"""An offer that is answered with what the offered task would ask: "shall I book it?" "5pm".

It is put as a choice, or as a question to which a yes begins that task.
"""

from collections.abc import Mapping

from engine.machine.acting.agreeing import confirmed
from engine.machine.hearing.contents import contents
from engine.machine.walking.going import follow, leads_to_a_task
from engine.machine.working.desk import Desk
from engine.model.flow import Flow, Kind, State, Way
from engine.model.tool import Safety, ToolDefinition
from engine.model.understanding import CLARIFY_FLOOR, Understanding

ACCEPT = "accept"
"""The button that takes an offer."""


def accepted(desk: Desk, understanding: Understanding) -> bool:
    """Take the offer on top by its answer; that is heard once the offered task has begun."""
    way = _taking(desk.state(desk.top))
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
    if desk.state(desk.top).kind is Kind.CONFIRM:
        confirmed(desk)
    else:
        follow(desk, desk.top, ACCEPT, way)
    return True


def offers_a_task(desk: Desk) -> bool:
    """Whether a yes to the open question begins another task: values are for that one."""
    state = desk.state(desk.top)
    return state.kind is Kind.CONFIRM and leads_to_a_task(desk, desk.top, state.main)


def _taking(state: State) -> Way | None:
    """The way by which an offer is taken."""
    if state.kind is Kind.CONFIRM:
        return state.main
    return state.ways.get(ACCEPT) if state.kind is Kind.CHOOSE else None


def _offered(flow: Flow, way: Way, tools: Mapping[str, ToolDefinition]) -> str | None:
    """The flow that begins where a way leads, by way of what is only looked up."""
    state = flow.states.get(way.step or "")
    while state is not None and state.kind is Kind.DO:
        tool = tools.get(state.what)
        if tool is None or tool.safety is not Safety.READ or state.main is None:
            return None
        state = flow.states.get(state.main.step or "")
    return state.then if state is not None and state.kind is Kind.END else None
