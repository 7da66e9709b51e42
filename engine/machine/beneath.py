"""What the patterns may do to the flow beneath them."""

from engine.machine.desk import Desk
from engine.machine.slots import drop, sealed
from engine.model.builtin import PICKED
from engine.model.session import Chip
from engine.model.value import SlotValue, Source, Status

DONE, SEALED = "done", "sealed"


def beneath(desk: Desk) -> int | None:
    """The nearest frame beneath the top that has answers of the customer."""
    for index in range(desk.top - 1, -1, -1):
        if any(slot.step for slot in desk.flow(index).slots.values()):
            return index
    return None


def answers(desk: Desk) -> tuple[Chip, ...]:
    """The answers given so far, as chips to pick from; their labels are phrases."""
    index = beneath(desk)
    if index is None:
        return ()
    frame = desk.frames[index]
    return tuple(
        Chip(f"{PICKED}={slot.name}", f"chips.{slot.name}")
        for slot in desk.flow(index).slots.values()
        if slot.step and _given(frame.slots.get(slot.name))
    )


def _given(content: SlotValue | None) -> bool:
    """Whether the customer gave it; what the channel or a tool knows is not theirs to change."""
    return content is not None and content.source in {Source.CUSTOMER, Source.CARD}


def forget_answer(desk: Desk, index: int) -> str:
    """Empty the picked answer of the flow beneath; it walks again when it is on top."""
    below = beneath(desk)
    name = str(desk.get(index, PICKED).value.value)
    if below is None or sealed(desk, below):
        return SEALED
    frame = desk.frames[below]
    if frame.slots.get(name) and frame.slots[name].status is not Status.EMPTY:
        desk.change(below, corrected=tuple({*frame.corrected, name}))
        drop(desk, below, name, keep_wish=False)
    desk.dirty.add(frame.uid)
    return DONE
