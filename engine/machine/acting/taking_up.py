"""What was let go is gone on with, by words that say how it should be instead."""

from engine.machine.acting.acts import Begin, Road
from engine.machine.acting.reopening import CHANGE
from engine.machine.acting.short import said_yes
from engine.machine.hearing.contents import contents
from engine.machine.walking.going import follow
from engine.machine.working.desk import Desk
from engine.model.session import Frame
from engine.model.understanding import CLARIFY_FLOOR, Understanding

WHAT = "service"
"""The type whose mention is a wish of its own, unless it is said to stand in another's place."""


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
    if CHANGE not in desk.flows.flows[kept.flow].states[kept.step].ways:
        return False
    if CHANGE not in desk.flows.intents or not kept.slots:
        return False
    if isinstance(road, Begin) and desk.flows.intents[CHANGE] == road.flow:
        return True
    if road is None and said_yes(understanding):
        return True  # it is shown again, and asked
    said = {act.name for act in understanding.acts}
    told = _told(kept, understanding)
    if not told or (WHAT in told and CHANGE not in said):
        return False
    return road is None or (isinstance(road, Begin) and road.flow == _next(desk, kept))


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
