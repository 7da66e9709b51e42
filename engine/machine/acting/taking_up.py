"""What was let go is gone on with, by words that say how it should be instead."""

from engine.machine.acting.acts import BOOKINGS, Begin, Road
from engine.machine.acting.reopening import CHANGE
from engine.machine.acting.short import said_yes
from engine.machine.hearing.contents import contents
from engine.machine.hearing.standing import MOVING
from engine.machine.walking.going import follow
from engine.machine.working.desk import Desk
from engine.model.session import Frame
from engine.model.understanding import CLARIFY_FLOOR, Understanding


def taken_up(desk: Desk, road: Road | None, understanding: Understanding) -> bool:
    """Go on with what was kept in mind, if the words are of that: "change the day", "Friday"."""
    kept = desk.in_mind
    if kept is None or desk.frames or not _of(desk, kept, road, understanding):
        return False
    desk.frames.append(kept)
    desk.unheard = understanding
    if isinstance(road, Begin) and not _told(kept, understanding):
        desk.then = (desk.flows.intents[CHANGE], understanding)
    follow(desk, 0, CHANGE, desk.state(0).ways[CHANGE])
    return True


def _of(desk: Desk, kept: Frame, road: Road | None, understanding: Understanding) -> bool:
    """Whether something kept is to be otherwise; the same task in other words begins anew."""
    intents = desk.flows.intents
    if CHANGE not in desk.flows.flows[kept.flow].states[kept.step].ways:
        return False
    if CHANGE not in intents or not kept.slots or _of_a_booking(understanding):
        return False
    if road is None and said_yes(understanding):
        return True  # it is shown again, and asked
    if isinstance(road, Begin) and road.flow == intents.get(MOVING):
        return not desk.facts.get(BOOKINGS)
    if isinstance(road, Begin) and road.flow == intents[CHANGE]:
        return True
    again = isinstance(road, Begin) and road.flow == _next(desk, kept)
    return again and _changes(desk, understanding) and bool(_told(kept, understanding))


def _changes(desk: Desk, understanding: Understanding) -> bool:
    """Whether it is said, in whatever words, that something is to be otherwise."""
    sure = desk.flows.thresholds.act
    return any(act.name == CHANGE and act.confidence >= sure for act in understanding.acts)


def _of_a_booking(understanding: Understanding) -> bool:
    """Whether the words tell apart what is booked: "the one with Mary", "an hour later"."""
    shifted = understanding.time is not None and understanding.time.shift
    told_apart = any(mention.booked for mention in understanding.mentions)
    return bool(understanding.about or shifted or told_apart)


def _told(kept: Frame, understanding: Understanding) -> set[str]:
    """The types of which something is kept and something was said."""
    held = {content.value.type for content in kept.slots.values()}
    return held & {
        kind for kind, content in contents(understanding) if content.confidence >= CLARIFY_FLOOR
    }


def _next(desk: Desk, kept: Frame) -> str | None:
    """The flow that goes on with it."""
    flow = desk.flows.flows[kept.flow]
    step = flow.states[kept.step].ways[CHANGE].step
    return flow.states[step].then if step else None
