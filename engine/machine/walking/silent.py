"""A flow that asks nothing and waits for its timer falls as soon as the customer speaks."""

from engine.machine.working.altered import altered
from engine.machine.working.desk import Desk
from engine.machine.working.resting import only_waits
from engine.model.event import Event, Tap, Unread, Words
from engine.model.session import How


def broken_silence(desk: Desk, event: Event) -> None:
    """Take a flow that only waits from beneath everything, if the customer spoke.

    What it kept in mind is there for this one turn: the words may be of that.
    """
    if not (isinstance(event, Words | Tap | Unread) and desk.frames):
        return
    if not only_waits(desk.flows, desk.frames[0]):
        return
    desk.in_mind = desk.frames.pop(0)
    if desk.frames:
        desk.frames[0] = altered(desk.frames[0], how=How.TASK)
