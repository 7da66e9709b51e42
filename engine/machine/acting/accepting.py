"""An offer that is answered with what the offered task would ask: "shall I book it?" "5pm".

It is put as a choice, or as a question to which a yes begins that task.
"""

from collections.abc import Iterator

from engine.machine.acting.acts import Road, Take
from engine.machine.acting.agreeing import confirmed
from engine.machine.acting.another import DENY
from engine.machine.hearing.contents import contents
from engine.machine.hearing.hours import OPENING
from engine.machine.hearing.offering import ACCEPT, offered, taking
from engine.machine.hearing.sameness import same
from engine.machine.walking.going import follow, leads_to_a_task
from engine.machine.working.desk import Desk
from engine.model.flow import Kind
from engine.model.understanding import CLARIFY_FLOOR, Understanding
from engine.model.value import ANYONE, SlotValue


def accepted(desk: Desk, understanding: Understanding) -> bool:
    """Take the offer on top by its answer; that is heard once the offered task has begun."""
    way, asked = taking(desk.state(desk.top)), _asked(desk)
    if way is None or not any(kind in asked for kind, _ in _heard(understanding)):
        return False
    desk.unheard = understanding
    if desk.state(desk.top).kind is Kind.CONFIRM:
        confirmed(desk)
    else:
        follow(desk, desk.top, ACCEPT, way)
    return True


def taken_otherwise(desk: Desk, road: Road | None, understanding: Understanding) -> bool:
    """Take an offer that is declined for something else of its task: "no, a facial at 11".

    What is held already is only named: "no thanks, see you at 3". So is a day: "no, tomorrow".
    """
    declined = isinstance(road, Take) and road.index == desk.top and road.trigger != ACCEPT
    said_no = any(act.name == DENY for act in understanding.acts)
    if not (declined and said_no and desk.state(desk.top).kind is Kind.CHOOSE):
        return False
    asked = _asked(desk)
    others = (one for kind, one in _heard(understanding) if kind in asked and _telling(one))
    return any(not _held(desk, one) for one in others) and accepted(desk, understanding)


def _asked(desk: Desk) -> set[str]:
    """The types of what the offered task asks with a list; none where no task is offered."""
    name = offered(desk.flows, desk.flow(desk.top), taking(desk.state(desk.top)))
    slots = desk.flows.flows[name].slots.values() if name else ()
    return {slot.type.name for slot in slots if slot.step and slot.type.lister}


def _heard(understanding: Understanding) -> Iterator[tuple[str, SlotValue]]:
    heard = contents(understanding)
    return ((kind, one) for kind, one in heard if one.confidence >= CLARIFY_FLOOR)


def _telling(content: SlotValue) -> bool:
    """Whether it says what is wanted: an hour, a name; a day alone may be when to talk again."""
    if content.value.type == OPENING:
        return "T" in str(content.value.value) or bool(content.candidates)
    return content.value.value not in {None, ANYONE} or bool(content.candidates)


def _held(desk: Desk, content: SlotValue) -> bool:
    every = (one for frame in desk.frames for one in frame.slots.values())
    return any(one.value.type == content.value.type and same(one, content) for one in every)


def offers_a_task(desk: Desk) -> bool:
    """Whether a yes to the open question begins another task: values are for that one."""
    state = desk.state(desk.top)
    return state.kind is Kind.CONFIRM and leads_to_a_task(desk, desk.top, state.main)
