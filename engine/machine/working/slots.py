"""Taking values away: what stood on them falls, and what was done for them is undone."""

from collections.abc import Iterator, Mapping

from engine.machine.working.altered import altered
from engine.machine.working.desk import Desk
from engine.machine.working.errors import Broken, Reason
from engine.model.effect import Undo
from engine.model.flow import Flow, FlowSet, Kind, State
from engine.model.session import Frame
from engine.model.tool import Safety, ToolDefinition
from engine.model.value import SlotValue, Source, Status

_STANDS = {Status.FILLED, Status.CONFIRMED, Status.SEALED}


def drop(desk: Desk, index: int, name: str, *, keep_wish: bool) -> None:
    """Empty slot `name` of the frame at `index`, with all that stands on it.

    Args:
        desk: the working copy.
        index: the frame that holds the slot.
        name: the slot.
        keep_wish: the value stays as a wish, to be checked again.

    Raises:
        Broken: the slot is sealed: something irreversible used it.
    """
    frame, slot = desk.frames[index], desk.slot(index, name)
    content = frame.slots.get(name)
    if content is None:
        return
    if content.status is Status.SEALED:
        fault = f"'{name}' would change after it was used for good"
        raise Broken(fault, Reason.SEALED, (frame.flow, frame.step))
    if content.source is Source.TOOL and content.status in _STANDS:
        _take_back(desk, index, name)
    if content.status in _STANDS:
        _fall(desk, index, name)
    asked = slot is not None and slot.step is not None and content.source is not Source.TOOL
    _leave(desk, index, name, altered(content, status=Status.WISH) if keep_wish and asked else None)


def _leave(desk: Desk, index: int, name: str, wish: SlotValue | None) -> None:
    """Leave a wish or nothing in the slot, and forget the steps that used it."""
    frame, flow = desk.frames[index], desk.flow(index)
    slots = {key: content for key, content in frame.slots.items() if key != name}
    if wish:
        slots[name] = wish
    memo, skip = (_kept(flow, passed, name) for passed in (frame.memo, frame.skip))
    desk.change(index, slots=slots, memo=memo, skip=skip)


def _kept(flow: Flow, passed: Mapping[str, str], name: str) -> dict[str, str]:
    """The steps whose way out still holds without slot `name`."""
    return {
        step: trigger
        for step, trigger in passed.items()
        if name not in flow.states[step].uses or _turned_down(flow.states[step], trigger)
    }


def turned_down(flow: Flow, frame: Frame) -> dict[str, str]:
    """The calls that the customer left in this frame, each with the way it was left by."""
    passed = {**frame.skip, **frame.memo}
    return {
        step: way
        for step, way in passed.items()
        if step in flow.states and _turned_down(flow.states[step], way)
    }


def turn_down(desk: Desk) -> None:
    """Let the step that called the top frame know that the customer wants none of it."""
    below = desk.top - 1
    state, frame = desk.state(below), desk.frames[below]
    name = next((way for way in state.ways if _turned_down(state, way)), None)
    if name is not None:
        desk.change(below, memo={**frame.memo, state.id: name})


def _turned_down(state: State, trigger: str) -> bool:
    """A called flow that the customer left, and that only goes on: it is not begun again."""
    way = state.ways.get(trigger)
    on = state.main.step if state.main else None
    return state.kind is Kind.CALL and way is not None and way.step == on and not way.again


def unsettle(desk: Desk, index: int, name: str) -> None:
    """Slot `name` is to get a value: what stands on it falls, steps that use it are forgotten."""
    _fall(desk, index, name)
    frame, flow = desk.frames[index], desk.flow(index)
    memo = {step: way for step, way in frame.memo.items() if name not in flow.states[step].uses}
    skip = {step: way for step, way in frame.skip.items() if name not in flow.states[step].uses}
    desk.change(index, memo=memo, skip=skip)


def _fall(desk: Desk, index: int, name: str) -> None:
    for other in list(desk.flow(index).slots.values()):
        if name in other.needs and other.name != name:
            held = desk.frames[index].slots.get(other.name)
            if held is not None and held.status is not Status.WISH:
                drop(desk, index, other.name, keep_wish=other.step is not None)


def _take_back(desk: Desk, index: int, name: str) -> None:
    """Undo the step that made this slot: everything it gave goes together, last first."""
    makers = list(_makers(desk.flow(index), desk.flows))
    made_by = {step for tool, step in makers if name in tool.gives} & {*_done(desk, index)}
    for tool, step in reversed(makers):
        if tool.undo and step in made_by:
            _undo(desk, index, tool, step)


def _done(desk: Desk, index: int) -> tuple[str, ...]:
    """Steps that this frame has left, in that order; a walk from the top may not be back yet."""
    frame = desk.frames[index]
    return tuple({**frame.skip, **frame.memo})


def _undo(desk: Desk, index: int, tool: ToolDefinition, step: str) -> None:
    frame = desk.frames[index]
    gave = {
        key: content.value
        for key, content in frame.slots.items()
        if key in tool.gives and content.source is Source.TOOL
    }
    undo = desk.flows.tools.get(tool.undo) if tool.undo else None
    if undo is None or not gave or not gave.keys() >= {*undo.takes}:
        return  # another tool gave them: this one has not run
    desk.effects.append(Undo(undo.name, tool.name, gave))
    slots = {key: content for key, content in frame.slots.items() if key not in gave}
    memo = {key: way for key, way in frame.memo.items() if key != step}
    skip = {key: way for key, way in frame.skip.items() if key != step}
    desk.change(index, slots=slots, memo=memo, skip=skip)
    for key in gave:
        _fall(desk, index, key)


def undo_frame(desk: Desk, index: int) -> None:
    """Take back all that the frame at `index` did and that is not given away; last first.

    A reversible result that was sealed has become part of something else; an irreversible
    one with an undo (`release_booking`) is handed to it, and the tool judges.
    """
    flow = desk.flow(index)
    done = _done(desk, index)
    makers = [(tool, step) for tool, step in _makers(flow, desk.flows) if step in done]
    for tool, step in sorted(makers, key=lambda pair: -done.index(pair[1])):
        sealed = any(
            desk.frames[index].slots[key].status is Status.SEALED
            for key in tool.gives
            if key in desk.frames[index].slots
        )
        if tool.undo and not (sealed and tool.safety is Safety.REVERSIBLE):
            _undo(desk, index, tool, step)


def pop(desk: Desk, *, undo: bool) -> None:
    """Take the top frame off the stack."""
    if undo:
        undo_frame(desk, desk.top)
    desk.frames.pop()


def pop_above(desk: Desk, index: int) -> None:
    """Take every frame above `index` off, with undo."""
    while desk.top > index:
        pop(desk, undo=True)


def sealed(desk: Desk, index: int) -> bool:
    """Whether something irreversible has been done in the frame at `index` or above it."""
    return any(
        content.status is Status.SEALED
        for frame in desk.frames[index:]
        for content in frame.slots.values()
    )


def _makers(flow: Flow, flows: FlowSet) -> Iterator[tuple[ToolDefinition, str]]:
    """The tools that fill slots, each with its step: for a called flow's that is the call."""
    for state in flow.states.values():
        if state.kind is Kind.DO and flows.tools[state.what].gives:
            yield flows.tools[state.what], state.id
        elif state.kind is Kind.CALL:
            beneath = flows.flows[state.what]
            yield from ((tool, state.id) for tool, _ in _makers(beneath, flows))
