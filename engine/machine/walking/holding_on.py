"""The customer asks for a moment: what is held for them is held on, or told to be gone."""

from collections.abc import Generator

from engine.machine.walking.doing import gone
from engine.machine.working.desk import Desk
from engine.machine.working.resting import QUESTIONS
from engine.model.tool import Answer, Call

SAID = "talk.wait"


def hold_on(desk: Desk) -> Generator[Call, Answer, None]:
    """Answer a wish to wait; that something is held is said only where it is held anew.

    Nothing is decided and nothing asked again: the choices stay at hand beneath the words.
    """
    if not desk.waits:
        return
    before = len(desk.effects)
    if desk.frames and (yield from gone(desk, desk.top, desk.state(desk.top), 0)):
        return
    desk.say(SAID, held=len(desk.effects) > before)
    desk.clarified = bool(desk.frames) and desk.state(desk.top).kind in QUESTIONS
