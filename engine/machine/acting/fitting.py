"""Of two things one may be about, the one that what was named goes with."""

from engine.machine.acting.acts import Road, Take, find
from engine.machine.hearing.contents import contents
from engine.machine.working.desk import Desk
from engine.model.understanding import CLARIFY_FLOOR, Understanding
from engine.model.value import ANYONE, Scalar, SlotValue, Status

SERVICE = "service"
MOVING = "reschedule"
"""The way that keeps what is booked and only lets it take place at another time."""


def fitting(desk: Desk, road: Road | None, understanding: Understanding) -> Road | None:
    """The road; a booking is moved only where the service that was named is the one booked.

    "Can I book lashes on Monday instead" of a manicure is a new booking, if one may be meant.
    """
    if not (isinstance(road, Take) and road.trigger == MOVING and _another(desk, understanding)):
        return road
    others = tuple(act for act in understanding.acts if act.name != MOVING)
    return find(desk, others) or road


def _another(desk: Desk, understanding: Understanding) -> bool:
    """Whether a service was named that none of the bookings at hand is for."""
    named = [content for kind, content in contents(understanding) if kind == SERVICE]
    booked = {
        content.value.facts[SERVICE]
        for frame in desk.frames
        for content in frame.slots.values()
        if content.status is not Status.EMPTY and SERVICE in content.value.facts
    }
    return bool(booked) and any(not _names(one, booked) for one in named)


def _names(named: SlotValue, booked: set[Scalar]) -> bool:
    """Whether a service that was named, or one of its readings, is booked."""
    if named.confidence < CLARIFY_FLOOR or named.value.value == ANYONE:
        return True
    return bool({named.value.value, *named.candidates} & booked)
