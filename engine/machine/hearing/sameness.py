"""What is heard again is not news: the same answer, or what was itself put forward."""

from engine.machine.working.desk import Desk
from engine.model.session import Frame, How
from engine.model.value import SlotValue, Source


def same(held: SlotValue, heard: SlotValue) -> bool:
    """The same answer again is not news: "yes, 3pm"; nor is a part of it: "yes, tomorrow"."""
    if heard.candidates:
        return str(held.value.value) in heard.candidates
    if heard.value.value == held.value.value:
        return True
    whole, part = str(held.value.value), str(heard.value.value)
    return heard.value.facts.get("grain") == "day" and whole.startswith(part)


def on_offer(desk: Desk, index: int, kind: str, content: SlotValue) -> bool:
    """What a called flow has itself put forward is no news: "yes, the pedicure"."""
    found = put_forward(desk.frames[index], kind)
    return found is not None and same(found, content)


def put_forward(frame: Frame, kind: str) -> SlotValue | None:
    """What a called flow has itself brought up, of one type; None if nothing."""
    held = frame.slots.values() if frame.how is How.CALLED else ()
    made = (one for one in held if one.source is Source.TOOL and one.value.type == kind)
    return next(made, None)
