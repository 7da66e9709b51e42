"""An offer that is answered with what the offered task would ask: "shall I book it?" "5pm"."""

from engine.machine.hearing.contents import contents
from engine.machine.walking.going import follow
from engine.machine.working.desk import Desk
from engine.model.flow import Kind
from engine.model.understanding import CLARIFY_FLOOR, Understanding

ACCEPT = "accept"
"""The button that takes an offer."""


def accepted(desk: Desk, understanding: Understanding) -> bool:
    """Take the offer on top by its answer; that is heard once the offered task has begun."""
    state = desk.state(desk.top)
    way = state.ways.get(ACCEPT) if state.kind is Kind.CHOOSE else None
    ends = desk.flow(desk.top).states.get(way.step or "") if way else None
    if way is None or ends is None or ends.kind is not Kind.END or ends.then is None:
        return False
    slots = desk.flows.flows[ends.then].slots.values()
    asked = {slot.type.name for slot in slots if slot.step and slot.type.lister}
    if not any(
        kind in asked and content.confidence >= CLARIFY_FLOOR
        for kind, content in contents(understanding)
    ):
        return False
    desk.unheard = understanding
    follow(desk, desk.top, ACCEPT, way)
    return True
