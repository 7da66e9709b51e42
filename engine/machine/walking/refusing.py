"""Answers that a rule turns down, and choices that are not put forward because of it."""

from engine.machine.working.altered import altered
from engine.machine.working.desk import EMPTY, Desk, Scope
from engine.model.flow import Slot
from engine.model.tool import Answer
from engine.model.value import SlotValue, Value


def refused(desk: Desk, index: int, slot: Slot) -> str | None:
    """The phrase with which the answer that stands in a slot is turned down; None: it will do."""
    scope = Scope(desk, index)
    return next((phrase for rule, phrase in slot.refuse if scope.rule(rule)), None)


def turn_down(desk: Desk, index: int, slot: Slot, phrase: str) -> None:
    """Say why an answer will not do; it is forgotten, and asked for anew."""
    desk.put(index, slot.name, EMPTY)
    desk.asked_anew.add((desk.frames[index].uid, slot.name))
    desk.say(phrase)
    desk.reask = True


def put_forward(desk: Desk, index: int, slot: Slot, answer: Answer) -> tuple[Answer, str | None]:
    """What a list answers without the choices that would be refused once they are taken.

    Returns:
        The answer as it was where none of its choices would do, and the phrase that says why.
    """
    if not slot.refuse or not answer.options:
        return answer, None
    phrases = [_why_not(desk, index, slot, option) for option in answer.options]
    kept = tuple(o for o, phrase in zip(answer.options, phrases, strict=True) if phrase is None)
    if kept or answer.exact is not None:
        return altered(answer, options=kept or answer.options), None
    return answer, phrases[0]


def _why_not(desk: Desk, index: int, slot: Slot, option: Value) -> str | None:
    """The phrase with which a choice would be turned down, were it taken; None: it would do."""
    frames = list(desk.frames)
    slots = {**frames[index].slots, slot.name: SlotValue(option)}
    frames[index] = altered(frames[index], slots=slots)
    return refused(altered(desk, frames=frames), index, slot)
