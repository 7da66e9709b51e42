"""A choice from the screen, and the answer that is to change where it was named."""

from engine.machine.hearing.hearing import offer
from engine.machine.walking.going import fill, follow
from engine.machine.walking.prompting import picks
from engine.machine.working.desk import Desk
from engine.model.builtin import OTHER_DAY, PICKED
from engine.model.flow import Kind
from engine.model.session import Chip
from engine.model.understanding import Understanding
from engine.model.value import SlotValue, Source, Status, Value


def picked(desk: Desk, text: str, chip: Chip | None, *, other_day: bool = False) -> None:
    """A chosen value; from an older question it is a correction.

    `other_day`: of a time that is picked to be changed, it is the day that is to be another.
    """
    name, _, raw = text.partition("=")
    if name == PICKED and chip is not None:
        facts = {OTHER_DAY: True} if other_day else {}
        fill(desk, desk.top, PICKED, Value("answer", raw, facts=facts), Source.CUSTOMER)
        follow(desk, desk.top, "picked", desk.state(desk.top).ways["picked"])
        return
    owner = next((i for i in range(desk.top, -1, -1) if _asks(desk, i, name)), None)
    if owner is None:
        if not never_put(desk):
            desk.say("talk.old_button")
        desk.reask = True
        return
    slot = desk.flow(owner).slots[name]
    value = chip.shows if chip and chip.shows else Value(slot.type.name, raw)
    _choose(desk, owner, name, value)


def never_put(desk: Desk) -> bool:
    """Whether the customer was moved to the open question by a publish, and has not read it."""
    if not desk.frames or not any(one.uid == desk.frames[-1].uid for one in desk.before.frames):
        return False
    frame, prompt = desk.frames[-1], desk.session.prompt
    asks = desk.state(desk.top).kind in {Kind.ASK, Kind.CHOOSE, Kind.CONFIRM}
    return asks and (prompt is None or prompt.at(frame.uid, frame.step) is None)


def _asks(desk: Desk, index: int, name: str) -> bool:
    slot = desk.flow(index).slots.get(name)
    return slot is not None and slot.step is not None


def named_change(desk: Desk, understanding: Understanding) -> None:
    """The answer that is to change was named at once: no need to ask which."""
    said_of = {act.name for act in understanding.acts}
    state = desk.state(desk.top) if desk.frames else None
    if state is None or state.source is None:
        return
    chip = next((chip for chip in picks(desk, state) if chip.value in said_of), None)
    if chip is not None:
        picked(desk, chip.value, chip, other_day=OTHER_DAY in said_of)


def _choose(desk: Desk, index: int, name: str, value: Value) -> None:
    """A choice from a list, checked again like any wish, but never doubted."""
    offer(desk, index, desk.flow(index).slots[name], SlotValue(value, Status.WISH))
