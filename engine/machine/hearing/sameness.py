"""What is heard again is not news: the same answer, or what was itself put forward."""

from engine.machine.working.desk import Desk
from engine.model.session import How
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
    held = desk.frames[index].slots.values() if desk.frames[index].how is How.CALLED else ()
    return any(
        one.source is Source.TOOL and one.value.type == kind and same(one, content) for one in held
    )
