"""A time that nobody could serve is told at once, while something else is still asked."""

from collections.abc import Generator, Iterator

from engine.machine.hearing.hours import OPENING, is_set_aside
from engine.machine.walking.looking_up import listing
from engine.machine.walking.set_aside import set_aside
from engine.machine.walking.unavailable import say_unavailable
from engine.machine.working.altered import altered
from engine.machine.working.desk import Desk
from engine.model.flow import Slot
from engine.model.tool import Answer, Call
from engine.model.value import SlotValue, Status

PAST = "past"
"""The fact of a wish for a time that is over, and the reason why it is not to be had."""


def look_ahead(desk: Desk, index: int, asked: Slot) -> Generator[Call, Answer, None]:
    """Tell of a time that was named and is not to be had, whoever is chosen; its hour is kept.

    Args:
        desk: the working copy, about to wait at an ask.
        index: the frame.
        asked: the slot that is asked for; its own wish is checked there.
    """
    for slot, wish in list(_times(desk, index, asked)):
        over = wish.value.facts.get(PAST)
        listed = None if over else (yield from _looked_up(desk, index, slot, wish))
        why = PAST if over else listed and listed.said.get("why")
        if why:
            say_unavailable(desk, OPENING, wish.value, {"why": why})
            set_aside(desk, index, slot, wish, listed)


def _times(desk: Desk, index: int, asked: Slot) -> Iterator[tuple[Slot, SlotValue]]:
    """The times that are wished for and asked about later."""
    for slot in desk.flow(index).slots.values():
        wish = desk.frames[index].slots.get(slot.name)
        if wish is None or wish.status is not Status.WISH or slot.name == asked.name:
            continue
        if wish.value.type == OPENING and not wish.candidates and not is_set_aside(wish):
            yield slot, wish


def _looked_up(
    desk: Desk, index: int, slot: Slot, wish: SlotValue
) -> Generator[Call, Answer, Answer | None]:
    """What its list says; None if it cannot be asked yet, or nothing is new."""
    tool = desk.flows.tools.get(slot.type.lister or "")
    known = {name for name in desk.values(index) if desk.get(index, name).status not in _OPEN}
    if tool is None or not desk.changed or not known.issuperset(tool.takes):
        return None
    call = listing(desk, index, slot, wish)
    return (yield altered(call, key=f"{call.key}.{slot.name}"))


_OPEN = {Status.EMPTY, Status.WISH}
