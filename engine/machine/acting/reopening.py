"""Changing what has been used for good, where a step has a way for it."""

from engine.machine.acting.acts import Begin, Road, Take
from engine.machine.hearing.hearing import would_correct_sealed
from engine.machine.working.desk import Desk
from engine.model.understanding import Understanding

CHANGE = "change"
"""The act, and the way out by which a step lets go of what was used, so that it is said anew."""


def reopening(desk: Desk, road: Road | None, understanding: Understanding) -> Take | None:
    """A correction of what was used for good, at a step with a way to `change`: by that way.

    The next task hears it; the answers used so far stay as they were until then.
    """
    if not desk.frames or (road is not None and not _changes(desk, road)):
        return None
    way = desk.state(desk.top).ways.get(CHANGE)
    if way is None or not would_correct_sealed(desk, understanding):
        return None
    return Take(desk.top, CHANGE, way)


def _changes(desk: Desk, road: Road) -> bool:
    """Whether an act says no more than that something is to be another way.

    The task that is open, named once more with another answer, says that: "book Friday instead".
    """
    match road:
        case Take(trigger=trigger):
            return trigger in {CHANGE, "declined"}
        case Begin(flow):
            again = any(frame.flow == flow for frame in desk.frames)
            return again or CHANGE in desk.flows.flows[flow].start.acts
        case _:
            return False
