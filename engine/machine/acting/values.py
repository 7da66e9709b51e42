"""Words by which no act is decided: their values speak."""

from engine.machine.acting.accepting import accepted, offers_a_task
from engine.machine.acting.greeting import greet
from engine.machine.acting.introducing import introduced
from engine.machine.acting.missing import missed
from engine.machine.acting.short import rounds_off
from engine.machine.hearing.hearing import hear, heard_by
from engine.machine.walking.beginning import begin
from engine.machine.walking.questions import lobby, wondered
from engine.machine.working.desk import Desk
from engine.model.understanding import INTENTS, Understanding


def no_road(desk: Desk, understanding: Understanding) -> None:
    """No act decided: a task that nobody here serves is told so; else the values speak."""
    asked = understanding.intent
    task = asked.name in INTENTS and asked.name != "other"
    if task and asked.confidence >= desk.flows.thresholds.act:
        desk.say("talk.cannot")
        if not desk.frames:
            greet(desk)
        desk.reask = True
        return
    _only_values(desk, understanding)


def _only_values(desk: Desk, understanding: Understanding) -> None:
    """No act decided: the values alone, and if they say nothing either, a rung."""
    task = heard_by(desk.flows, understanding)
    question = wondered(desk.flows, understanding)
    if (lobby(desk) and task) or question:
        begin(desk, question or task or "")
    if desk.frames and offers_a_task(desk) and accepted(desk, understanding):
        return
    if desk.frames and (
        hear(desk, understanding)
        or accepted(desk, understanding)
        or introduced(desk, understanding)
    ):
        return
    if not desk.frames and rounds_off(understanding):
        desk.say("talk.noted")
        return
    missed(desk)
