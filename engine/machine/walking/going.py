"""Following a way out: say, empty, go."""

from engine.machine.working import cursor
from engine.machine.working.desk import Desk, Scope
from engine.machine.working.errors import Broken
from engine.machine.working.slots import drop, pop
from engine.model.builtin import HANDOFF
from engine.model.flow import State, Way
from engine.model.passing import MAIN
from engine.model.session import How
from engine.model.tool import FAILED
from engine.model.value import Scalar, SlotValue, Source, Status, Value

REASON, ABOUT = "reason", "about"
"""Settings that tell a flow why it begins (`asked`, `failed`, ...) and about which tool or step."""


def follow(desk: Desk, index: int, trigger: str, way: Way) -> None:
    """Leave the step of the frame at `index` by `way`, in this order: say, empty, go."""
    desk.way_says(index, way)
    for name in way.again:
        owner = desk.owner(index, name)
        if name in desk.frames[owner].slots:
            day = _day_of(desk.get(index, name))
            drop(desk, owner, name, keep_wish=False)
            if day is not None:
                desk.put(owner, name, day)
    if way.flow:
        _leave_for(desk, index, trigger, way.flow)
    elif not way.stays:
        _move(desk, index, trigger, way)


def _day_of(content: SlotValue) -> SlotValue | None:
    """A time that is asked again keeps its day: other hours of it are what comes next."""
    at = content.value
    if at.type != "opening" or not isinstance(at.value, str):
        return None
    day = Value(at.type, at.value.partition("T")[0], facts={"grain": "day"})
    return SlotValue(day, Status.WISH, content.confidence, content.source)


def _move(desk: Desk, index: int, trigger: str, way: Way) -> None:
    frame = desk.frames[index]
    if way.again:
        desk.change(index, skip={**frame.skip, **frame.memo})
    if not desk.fire(index, trigger):
        raise Broken(f"does not listen to '{trigger}'", at=(frame.flow, frame.step))


def _leave_for(desk: Desk, index: int, trigger: str, flow: str) -> None:
    """Into another flow: a pattern comes back to this step, a task takes over from a pattern."""
    desk.fire(index, trigger)
    if _is_open(desk, flow):
        return
    aside = desk.flows.flows[flow].pattern or not desk.flow(index).pattern
    if not aside:
        values = desk.frames[index].slots
        pop(desk, undo=False)
        desk.push(flow, How.ASIDE if desk.frames else How.TASK)
        desk.change(desk.top, slots={**values})
        return
    reason, about = _why(desk, index, trigger)
    desk.push(flow, How.ASIDE, told_why(desk, flow, reason, about))


def _is_open(desk: Desk, flow: str) -> bool:
    """Whether the wanted flow is open already, and has the word now.

    What lies above it falls; parked above the step that needs it, it comes back at once.
    """
    if any(frame.flow == flow for frame in desk.parked):
        desk.frames.extend(desk.parked)
        desk.parked = []
        return True
    if not any(frame.flow == flow for frame in desk.frames):
        return False
    while desk.frames[desk.top].flow != flow:
        pop(desk, undo=True)
    desk.reask = True
    return True


def _why(desk: Desk, index: int, trigger: str) -> tuple[str, str]:
    """What leads into another flow: the customer's wish, silence, or something that broke."""
    state = desk.state(index)
    if trigger == FAILED:
        return FAILED, state.what
    if trigger.startswith(cursor.TIMER):
        return "silence", state.id
    return ("asked", "") if trigger in {"person", HANDOFF} else ("stuck", state.id)


def told_why(desk: Desk, flow: str, reason: str, about: str = "") -> dict[str, Scalar]:
    """The settings of a flow that wants to know why it begins: those called so."""
    wanted = desk.flows.flows[flow].settings
    given = {REASON: reason, ABOUT: about}
    return {name: value for name, value in given.items() if name in wanted}


def leads_to_a_task(desk: Desk, index: int, way: Way | None) -> bool:
    """Whether a way out leads to an end behind which another flow begins."""
    step = way.step if way else None
    return step is not None and desk.flow(index).states[step].then is not None


def arguments(desk: Desk, index: int, state: State) -> dict[str, Scalar]:
    """The `with` of a call: the called flow's settings."""
    scope = Scope(desk, index)
    return {
        key: argument.literal if argument.name is None else scope.scalar(argument.name)
        for key, argument in state.args.items()
    }


def fill(desk: Desk, index: int, name: str, value: Value, source: Source) -> None:
    """Put a checked value into a slot."""
    desk.put(index, name, SlotValue(value, Status.FILLED, 1.0, source))


def main(desk: Desk, index: int) -> None:
    """Leave the frame's step by its main way."""
    state = desk.state(index)
    desk.pass_on(index, MAIN[state.kind])
