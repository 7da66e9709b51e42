"""Answers that are a business's own: a party, a plate. They are kept with what is booked."""

from engine.machine.working.desk import Desk
from engine.model.flow import Flow, Slot
from engine.model.tool import NOTE, ToolDefinition
from engine.model.value import ANYONE, SlotValue, Status, Value

ELSEWHERE = frozenset({"phone", "name", "language"})
"""Answers about whoever writes, by kind: the customer's row has a place for each.

Another person's (`child_name: {type: name}`) is the booking's, and kept with it.
"""
_KNOWN = {Status.FILLED, Status.CONFIRMED, Status.SEALED}


def noted(desk: Desk, index: int, tool: ToolDefinition) -> dict[str, Value]:
    """What a tool that keeps notes is given beside its inputs, in the order of the questions.

    Every answer of the flow that the tool itself does not take, whose choices no tool lists and
    which was asked by a question that still holds: nobody's party is kept with a passport photo.
    """
    if not tool.keeps_notes:
        return {}
    flow = desk.flow(index)
    found = {name: desk.get(index, name) for name in own_answers(flow, tool)}
    return {
        NOTE + name: content.value
        for name, content in found.items()
        if _told(content) and _asked(desk, index, flow, name)
    }


def own_answers(flow: Flow, tool: ToolDefinition) -> tuple[str, ...]:
    """The slots of a flow that this tool keeps as notes, in the order of their questions."""
    taken = {*tool.takes, *tool.may}
    asked = {slot.step: name for name, slot in flow.slots.items() if _own(slot)}
    return tuple(asked[step] for step in flow.states if step in asked and asked[step] not in taken)


def _own(slot: Slot) -> bool:
    whose = slot.name == slot.type.name and slot.name in ELSEWHERE
    return slot.step is not None and slot.type.lister is None and not whose


def _told(content: SlotValue) -> bool:
    return content.status in _KNOWN and content.value.value not in {None, ANYONE}


def _asked(desk: Desk, index: int, flow: Flow, name: str) -> bool:
    state = flow.states[flow.slots[name].step or ""]
    wanted = all(desk.holds(index, rule) for rule in state.when)
    return wanted and not any(desk.holds(index, rule) for rule in state.unless)
