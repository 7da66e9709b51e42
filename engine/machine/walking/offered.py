"""Whether the choices of an ask are on the screen already, and still the same."""

from engine.machine.hearing.hours import OPENING
from engine.machine.working.desk import Desk
from engine.model.flow import Slot, State
from engine.model.session import Prompt


def already_offered(desk: Desk, index: int, state: State, slot: Slot) -> bool:
    """The same question stands open, or comes back from beneath: no need to list anew."""
    opened, frame = desk.session.prompt, desk.frames[index]
    prompt = opened.at(frame.uid, state.id) if opened else None
    if prompt is None or _may_differ(desk, index, slot, prompt):
        return False
    desk.chips.setdefault(frame.uid, prompt.chips)
    return True


def _may_differ(desk: Desk, index: int, slot: Slot, prompt: Prompt) -> bool:
    """Whether the choices may be others by now: an aside changed none, but openings go.

    Readings of what was said stay what they are.
    """
    opening = slot.type.name == OPENING and not prompt.of
    return bool(desk.moves) and (opening or desk.frames[index] not in desk.before.frames)
