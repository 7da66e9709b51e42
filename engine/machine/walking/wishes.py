"""Wishes that come to nothing."""

from engine.machine.working.desk import Desk
from engine.model.value import LAST, SlotValue


def forget_wish(desk: Desk, index: int, wish: SlotValue, name: str) -> None:
    """Forget what was wished for slot `name`.

    Where one answer cannot be as the last time, the others are not taken for it either.
    """
    slots = {key: one for key, one in desk.frames[index].slots.items() if key != name}
    if wish.value.value == LAST:
        slots = {key: one for key, one in slots.items() if one.value.value != LAST}
    desk.change(index, slots=slots)
