"""An end: undo or give, leave the stack, tell who comes next."""

from engine.machine.hearing.hearing import hear
from engine.machine.hearing.hours import is_set_aside
from engine.machine.walking.beginning import begin_on
from engine.machine.walking.going import follow
from engine.machine.walking.put_off import recall
from engine.machine.walking.questions import earlier
from engine.machine.working.altered import altered
from engine.machine.working.desk import Desk
from engine.machine.working.resting import only_waits
from engine.machine.working.slots import pop, turned_down
from engine.model.builtin import WAIT
from engine.model.effect import Emit
from engine.model.flow import End, Kind, State
from engine.model.passing import MAIN
from engine.model.session import Frame, How
from engine.model.value import SlotValue, Source, Status


def end(desk: Desk, index: int, state: State) -> None:
    """The frame at `index` (the top) has come to its end."""
    kind = End(state.what)
    if state.say:
        desk.say(state.say)
    frame = desk.frames[index]
    if kind is End.DONE and not desk.flow(index).pattern:
        desk.effects.append(Emit(f"{frame.flow}.{state.id}", desk.values(index)))
    given = _given(desk, index) if kind is End.DONE else {}
    heard = {n: c for n, c in frame.slots.items() if c.source is not Source.CHANNEL}
    tells = (kind is End.DONE or desk.silent) and not desk.flow(index).pattern
    seen = desk.values(index) if tells else {}
    alone = desk.flow(index).pattern and frame.how is How.TASK
    pop(desk, undo=kind is not End.DONE)
    desk.session = altered(desk.session, ended=state.id)
    if frame.how is How.TASK:
        desk.session = altered(desk.session, rungs=0)
    if state.then and not _in_the_way(desk, state.then):
        _goes_on_with(desk, state.then, heard, frame)
    elif desk.frames:
        _come_back(desk, frame, state, kind, given)
    elif alone:
        desk.greets = kind is not End.LEFT
    elif tells and not desk.parked:
        begin_on(desk, f"{frame.flow}.{state.id}", seen)


def _in_the_way(desk: Desk, flow: str) -> bool:
    """Whether a flow cannot begin behind another: it is open, or would wait above a question."""
    found = desk.flows.flows[flow]
    waits = found.states[found.first].what == WAIT.name
    return (waits and bool(desk.frames)) or any(below.flow == flow for below in desk.frames)


def _goes_on_with(desk: Desk, flow: str, heard: dict[str, SlotValue], before: Frame) -> None:
    """The next flow begins, with the answers given so far and what was said just now.

    The same flow once more is the same attempt: what was turned down in it stays so.
    """
    desk.push(flow, How.ASIDE if desk.frames else How.TASK)
    left = turned_down(desk.flow(desk.top), before) if flow == before.flow else {}
    desk.change(desk.top, slots=_wishes(desk, heard, before), skip=left)
    if desk.unheard is not None:
        unheard, desk.unheard = desk.unheard, None
        hear(desk, unheard)


def _come_back(
    desk: Desk, frame: Frame, state: State, kind: End, given: dict[str, SlotValue]
) -> None:
    """What lies beneath goes on: by the call's way out, with its question, or not at all."""
    if frame.how is How.CALLED:
        _returned(desk, frame, state, kind, given)
    elif frame.how is How.ASIDE and kind is End.LEFT and desk.flows.flows[frame.flow].pattern:
        while desk.frames:
            pop(desk, undo=True)
    else:
        recall(desk, frame)
        desk.reask = True


def _returned(
    desk: Desk, frame: Frame, state: State, kind: End, given: dict[str, SlotValue]
) -> None:
    """A called flow's end is an outcome of the call."""
    below = desk.top
    for name, content in given.items():
        if name not in desk.frames[below].slots or _remade(desk, frame, name):
            desk.put(below, name, content)
    if kind is End.DONE:
        desk.pass_on(below, MAIN[Kind.CALL])
        return
    way = desk.state(below).ways[state.id]
    step = desk.frames[below].step
    desk.change(below, memo={**desk.frames[below].memo, step: state.id})
    follow(desk, below, state.id, way)


def _remade(desk: Desk, called: Frame, name: str) -> bool:
    """Whether the called flow made anew what a tool of its caller had made: the price of both."""
    slot, held = desk.flows.flows[called.flow].slots.get(name), desk.frames[desk.top].slots[name]
    makes = slot is not None and bool(slot.makers)
    return makes and held.source is Source.TOOL and held.status is not Status.SEALED


def _given(desk: Desk, index: int) -> dict[str, SlotValue]:
    """What the flow's tools made is the caller's now."""
    return {
        name: content
        for name, content in desk.frames[index].slots.items()
        if content.source is Source.TOOL
    }


def _wishes(desk: Desk, heard: dict[str, SlotValue], before: Frame) -> dict[str, SlotValue]:
    """Answers that go along into the next flow are checked there anew; what lasts is kept.

    A flow that only waits keeps them in mind for the one that comes behind it.
    """
    waits = only_waits(desk.flows, desk.frames[desk.top])
    slots = desk.flows.flows[before.flow].slots if waits else desk.flow(desk.top).slots
    wishes = {
        name: _wish(content)
        for name, content in heard.items()
        if name in slots and slots[name].step and not _nothing(content)
    }
    lasting = {
        name: altered(content, value=earlier(content.value))
        for name, content in heard.items()
        if name in slots and slots[name].lasting and content.value.value is not None
    }
    return {**wishes, **lasting}


def _wish(content: SlotValue) -> SlotValue:
    """A wish for it; of what may mean several things, for one of them."""
    readings = content.value.facts.get("candidates")
    candidates = tuple(str(readings).split(",")) if readings else content.candidates
    return altered(content, status=Status.WISH, candidates=candidates)


def _nothing(content: SlotValue) -> bool:
    """Whether it is open on purpose, or was not to be had: whoever comes next asks for it."""
    if is_set_aside(content):
        return True
    left_open = content.source is Source.TOOL and content.value.value is None
    return left_open and not content.value.facts.get("candidates")
