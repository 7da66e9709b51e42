"""How a flow comes onto the stack: named by the customer, or begun by something that happened."""

from collections.abc import Mapping

from engine.machine.walking.going import told_why
from engine.machine.walking.questions import answered, carried, lobby
from engine.machine.working.altered import altered
from engine.machine.working.desk import Desk, Scope
from engine.machine.working.slots import pop
from engine.model.builtin import HANDOFF
from engine.model.flow import Flow, Kind
from engine.model.session import How
from engine.model.value import SlotValue, Source, Value

MOST_ASIDES = 5
"""Frames from which a further digression has to wait: calls need the rest (`MAX_FRAMES`)."""


def begin(desk: Desk, flow: str, why: str = "asked") -> bool:
    """Start a flow: a task on an empty stack or over the greeting, else an aside.

    Returns:
        Whether it began; what may not begin now is said, and the open question comes again.
    """
    found, told = desk.flows.flows[flow], answered(desk)
    if told is None and any(frame.flow == flow for frame in desk.frames):
        desk.reask = True
        return False
    if len(desk.frames) >= MOST_ASIDES and flow != HANDOFF:
        return _refuse(desk, "talk.one_at_a_time")
    if not _may_begin(desk, found, {}):
        return _refuse(desk, "talk.cannot")
    if desk.frames and lobby(desk) and not found.pattern:
        pop(desk, undo=False)
    desk.push(flow, How.ASIDE if desk.frames else How.TASK, told_why(desk, flow, why))
    if told is not None and not found.pattern:
        desk.change(desk.top, slots=carried(told, found))
    return True


def _refuse(desk: Desk, phrase: str) -> bool:
    desk.say(phrase)
    desk.reask = True
    desk.greets = not desk.frames
    return False


def taken_over(desk: Desk) -> bool:
    """A person has the conversation: the words are for that person."""
    if not desk.frames:
        return False
    state = desk.state(desk.top)
    return state.kind is Kind.DO and desk.flows.tools[state.what].takes_over


def begin_on(desk: Desk, event: str, gives: Mapping[str, Value]) -> bool:
    """Begin the first flow that starts on `event` and may; True if one did."""
    for flow in desk.flows.flows.values():
        if flow.pattern and taken_over(desk):
            continue
        if event not in flow.start.events or any(frame.flow == flow.name for frame in desk.frames):
            continue
        if _may_begin(desk, flow, gives):
            desk.push(flow.name, How.ASIDE if desk.frames else How.TASK)
            _give(desk, flow, gives)
            _behind_a_person(desk, flow)
            return True
    return False


def _behind_a_person(desk: Desk, flow: Flow) -> None:
    """What begins ahead of a time waits while a person has the conversation."""
    at = desk.top - 1
    if not flow.start.ahead or at < 0:
        return
    state = desk.state(at)
    if state.kind is Kind.DO and desk.flows.tools[state.what].takes_over:
        frame = desk.frames.pop()
        while at and desk.frames[at].how is How.CALLED:
            at -= 1  # who called the person in waits for the answer: nothing comes in between
        beneath = altered(frame, how=How.ASIDE if at else How.TASK)
        desk.frames.insert(at, beneath)


def _may_begin(desk: Desk, flow: Flow, gives: Mapping[str, Value]) -> bool:
    """Whether the rules under `start: {when: ...}` hold, seen from the flow's own first step."""
    if not flow.start.when:
        return True
    frames, moves, session = list(desk.frames), list(desk.moves), desk.session
    desk.push(flow.name, How.ASIDE)
    _give(desk, flow, gives)
    scope = Scope(desk, desk.top)
    may = all(scope.rule(rule) for rule in flow.start.when)
    desk.frames[:], desk.moves[:], desk.session = frames, moves, session
    return may


def _give(desk: Desk, flow: Flow, gives: Mapping[str, Value]) -> None:
    """What happened tells the flow; what the flow asks for itself it asks."""
    asked = {slot.name for slot in flow.slots.values() if slot.step}
    slots = {
        name: SlotValue(value, source=Source.TOOL)
        for name, value in gives.items()
        if name not in asked
    }
    frame = desk.frames[desk.top]
    desk.frames[desk.top] = altered(frame, slots={**frame.slots, **slots})
