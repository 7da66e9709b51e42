"""Answers that no step asks for: how many come, what is wanted beside."""

from engine.machine.hearing.sameness import same
from engine.machine.working.altered import altered
from engine.machine.working.desk import Desk
from engine.machine.working.slots import sealed, unsettle
from engine.model.flow import Slot
from engine.model.value import SlotValue, Status

SEVERAL = "wanted_services"
"""The type of a list of what is wanted, with ";" between."""


def take_at_once(desk: Desk, index: int, slot: Slot, content: SlotValue) -> None:
    """A slot that no step asks for is filled as it is heard; what is doubtful stays a wish.

    What the flow has done without it is done again, where that is still open.
    """
    sure = content.confidence >= (slot.type.assume or slot.type.sure)
    taken = sure and not content.candidates
    held = desk.frames[index].slots.get(slot.name)
    content = _together(held, content) if held and slot.type.name == SEVERAL else content
    news = taken and not (held and same(held, content))
    if news and _used(desk, index, slot.name) and index == desk.top and not sealed(desk, index):
        unsettle(desk, index, slot.name)
        desk.dirty.add(desk.frames[index].uid)
    desk.put(index, slot.name, altered(content, status=Status.FILLED) if taken else content)


def _together(held: SlotValue, content: SlotValue) -> SlotValue:
    """What is wanted beside adds up: "and the brows too"."""
    if content.value.value is None or held.value.value is None:
        return content
    every = (*str(held.value.value).split(";"), *str(content.value.value).split(";"))
    value = ";".join(dict.fromkeys(every))
    return altered(content, value=altered(content.value, value=value))


def _used(desk: Desk, index: int, name: str) -> bool:
    """Whether a step that looks at the slot has been passed."""
    frame, states = desk.frames[index], desk.flow(index).states
    return any(name in states[step].uses for step in {**frame.skip, **frame.memo} if step in states)
