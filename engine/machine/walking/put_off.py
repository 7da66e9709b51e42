"""A task that was named together with another one, and waits beneath it until that has ended."""

from collections.abc import Iterator

from engine.machine.working.desk import Desk
from engine.model.session import Frame
from engine.model.value import SlotValue

BESIDES = "besides"
"""The input of a list by which something is left out of it."""


def put_off(desk: Desk) -> None:
    """Keep with the frame on top what was said of its booking: a turn alone would forget it."""
    if desk.frames:
        hints = desk.hints.pop(desk.frames[desk.top].uid, {})
        desk.change(desk.top, hints=hints)


def recall(desk: Desk, before: Frame) -> None:
    """Let what was said tell its booking apart now; that of the task before it is another."""
    frame = desk.frames[desk.top]
    if frame.hints is None:
        return
    desk.hints[frame.uid] = {**frame.hints, **dict(_beside(desk, before))}
    desk.change(desk.top, hints=None)


def _beside(desk: Desk, before: Frame) -> Iterator[tuple[str, SlotValue]]:
    """What the task before was about, if the frame on top lists the like."""
    asked = [slot for slot in desk.flows.flows[before.flow].slots.values() if slot.step]
    for slot in desk.flow(desk.top).slots.values():
        tool = desk.flows.tools.get(slot.type.lister or "") if slot.step else None
        if tool is None or BESIDES not in tool.may:
            continue
        for one in asked:
            if one.type.name == tool.inputs[BESIDES] and one.name in before.slots:
                yield BESIDES, before.slots[one.name]
