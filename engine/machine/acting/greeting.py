"""Greetings, thanks, and what cannot be read: answered, and the open question comes again."""

from engine.machine.hearing.hearing import hear, heard_by
from engine.machine.walking.beginning import begin, taken_over
from engine.machine.working.desk import Desk
from engine.model.message import UNANSWERED
from engine.model.session import How
from engine.model.understanding import Understanding


def greet(desk: Desk) -> None:
    """Open the flow for a customer who has named no task."""
    if desk.flows.fallback:
        desk.push(desk.flows.fallback, How.TASK)


def courtesy(desk: Desk, phrase: str | None, understanding: Understanding) -> None:
    """Thanks and greetings are answered; the open question comes again, and values count."""
    if phrase:
        desk.say(phrase)
    if not desk.frames and phrase is None:
        task = heard_by(desk.flows, understanding)
        begin(desk, task) if task else greet(desk)
    if desk.frames:
        hear(desk, understanding)
        desk.reask = True


def unread(desk: Desk, kind: str) -> None:
    """Something that cannot be read: say so, and put the question again; no rung is climbed."""
    if kind in UNANSWERED or taken_over(desk):
        return
    desk.say("talk.unsupported")
    if not desk.frames:
        greet(desk)
    desk.reask = True
