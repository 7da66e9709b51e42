"""What is heard again is not news: the same answer, or what was itself put forward."""

from datetime import datetime, timedelta

from engine.machine.hearing.hours import OPENING
from engine.machine.working.desk import Desk
from engine.model.session import Frame, How
from engine.model.value import SlotValue, Source

_FACES = timedelta(hours=6)
_DAY = timedelta(hours=23)


def same(held: SlotValue, heard: SlotValue) -> bool:
    """The same answer again is not news: "yes, 3pm"; nor is a part of it: "yes, tomorrow"."""
    if heard.candidates:
        known = str(held.value.value)
        return known in heard.candidates and not _other_times(known, heard)
    if heard.value.value == held.value.value:
        return True
    whole, part = str(held.value.value), str(heard.value.value)
    return heard.value.facts.get("grain") == "day" and whole.startswith(part)


def _other_times(known: str, heard: SlotValue) -> bool:
    """Whether other times are named beside the one held: "Saturday or Sunday?"; no other reading.

    An hour is read on the faces of two clocks, which lie six hours apart: "10" at 10:00 is no news.
    """
    if heard.value.type != OPENING:
        return False
    times = [datetime.fromisoformat(one) for one in (known, *heard.candidates)]
    apart = (abs(one - times[0]) for one in times[1:])
    return any(span % _FACES or span > _DAY for span in apart)


def on_offer(desk: Desk, index: int, kind: str, content: SlotValue) -> bool:
    """What a called flow has itself put forward is no news: "yes, the pedicure"."""
    found = put_forward(desk.frames[index], kind)
    return found is not None and same(found, content)


def put_forward(frame: Frame, kind: str) -> SlotValue | None:
    """What a called flow has itself brought up, of one type; None if nothing."""
    held = frame.slots.values() if frame.how is How.CALLED else ()
    made = (one for one in held if one.source is Source.TOOL and one.value.type == kind)
    return next(made, None)
