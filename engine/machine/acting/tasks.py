"""A flow begun by what was said, and the task over which an aside lies."""

from engine.machine.acting.picking import named_change
from engine.machine.hearing.hearing import hear, hear_on_top, heard_by
from engine.machine.hearing.hours import OPENING, TRIED
from engine.machine.walking.beginning import begin
from engine.machine.walking.questions import asked, lobby
from engine.machine.working.desk import Desk
from engine.model.builtin import OTHER_DAY
from engine.model.understanding import Understanding
from engine.model.value import SlotValue, Status, Value

LANGUAGE = "language"
LIES_OVER = frozenset({"handoff", LANGUAGE, "opt_out"})
"""Acts that count beside a value as well: it is heard beneath, then the aside begins."""


def begin_hearing(desk: Desk, flow: str, understanding: Understanding) -> None:
    """Begin a flow and offer it the values; an aside asked for with a task lies over that task."""
    task = _task_beside(desk, flow, understanding)
    if task and lobby(desk):
        if begin(desk, task):
            hear(desk, understanding)
        if LANGUAGE not in desk.flows.flows[flow].start.acts:
            desk.then = (flow, understanding)
        elif begin(desk, flow):  # before a word of the task is said
            hear_on_top(desk, understanding)
        return
    if desk.frames and LIES_OVER & {*desk.flows.flows[flow].start.acts}:
        hear(desk, understanding)
        desk.then = (flow, understanding)
        return
    if begin(desk, flow) or desk.frames:
        hear(desk, understanding)
        named_change(desk, understanding)
        _another_day(desk, understanding)


def _another_day(desk: Desk, understanding: Understanding) -> None:
    """What is booked is to take place on another day: an hour alone is none of the booked day."""
    if not any(act.name == OTHER_DAY for act in understanding.acts):
        return
    for slot in desk.flow(desk.top).slots.values():
        asks = slot.step is not None and slot.type.name == OPENING
        if asks and slot.name not in desk.frames[desk.top].slots:
            open_ = Value(OPENING, None, facts={OTHER_DAY: True, TRIED: ""})
            desk.put(desk.top, slot.name, SlotValue(open_, Status.WISH))


def _task_beside(desk: Desk, flow: str, understanding: Understanding) -> str | None:
    """The task over which an aside is to lie: for a question only one that was named as surely."""
    if desk.flows.flows[flow].pattern:
        return _task_of(desk, understanding)
    question = asked(desk.flows, understanding.acts)
    if question is None or question[0] != flow:
        return None
    acts = (act for act in understanding.acts if act.confidence >= question[1])
    named = (desk.flows.intents.get(act.name) for act in acts)
    others = (name for name in named if name and name != flow)
    return next((name for name in others if not desk.flows.flows[name].pattern), None)


def _task_of(desk: Desk, understanding: Understanding) -> str | None:
    """The task that was named beside another act, or that asks for what was said."""
    sure = (act for act in understanding.acts if act.confidence >= desk.flows.thresholds.act)
    named = (desk.flows.intents.get(act.name) for act in sure)
    tasks = (name for name in named if name and not desk.flows.flows[name].pattern)
    return next(tasks, None) or heard_by(desk.flows, understanding)
