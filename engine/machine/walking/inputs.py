"""A tool's inputs: slots of the same name, or what the step's `with` names for them."""

from collections.abc import Mapping

from engine.machine.hearing.sameness import put_forward
from engine.machine.walking.questions import earlier
from engine.machine.working.altered import altered
from engine.machine.working.desk import Desk, Scope
from engine.model.flow import Argument
from engine.model.tool import ToolDefinition
from engine.model.value import ANYONE, Scalar, SlotValue, Status, Value

With = Mapping[str, Argument]

_EMPTY = {Status.EMPTY, Status.WISH}


def slot_for(given: With, name: str) -> str:
    """The slot that stands for input `name`."""
    argument = given.get(name)
    return argument.name if argument is not None and argument.name is not None else name


def content_for(desk: Desk, index: int, given: With, name: str) -> SlotValue:
    """What input `name` would get: a slot's content, or a literal, setting or fact as it is."""
    content = desk.get(index, slot_for(given, name))
    if content.status is Status.EMPTY and name in given:
        plain = _plain(desk, index, given[name])
        return SlotValue(Value("", plain), Status.EMPTY if plain is None else Status.SEALED)
    return content


def gather(desk: Desk, index: int, given: With, tool: ToolDefinition) -> dict[str, Value | Scalar]:
    """Every input that is known: values of slots, plain settings, facts and literals."""
    args: dict[str, Value | Scalar] = {}
    for name in (*tool.takes, *tool.may):
        content = desk.get(index, slot_for(given, name))
        if content.status not in _EMPTY:
            args[name] = content.value
        elif name in tool.heard and content.status is Status.WISH:
            args[name] = _doubtful(content)
        elif name in given:
            args[name] = _plain(desk, index, given[name])
        elif name in tool.beneath and (found := _beneath(desk, index, name, tool.heard[name])):
            args[name] = found
    return args


def _doubtful(content: SlotValue) -> Value:
    """What was heard and may mean several things: the tool is told them all."""
    value = content.value
    if not content.candidates:
        return value
    return altered(value, facts={**value.facts, "candidates": ",".join(content.candidates)})


def _beneath(desk: Desk, index: int, name: str, kind: str) -> Value | None:
    """What the flow beneath an aside knows of it: "what's the cost?" in the middle of a booking.

    Of what is on offer it is that which is put forward, and not what it goes with.
    """
    for frame in reversed(desk.frames[:index]):
        content = put_forward(frame, kind) or frame.slots.get(name)
        if content is not None and content.value.value not in {None, ANYONE}:
            return earlier(content.value)
    return None


def known(desk: Desk) -> dict[str, Value | Scalar]:
    """All that is known in any open flow: a person who takes over is told it."""
    return {
        name: content.value
        for frame in desk.frames
        for name, content in frame.slots.items()
        if content.value.value is not None
    }


def _plain(desk: Desk, index: int, argument: Argument) -> Scalar:
    if argument.name is None:
        return argument.literal
    return Scope(desk, index).scalar(argument.name)
