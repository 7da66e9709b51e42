"""Events and timers: offered from the top frame down to the first that listens."""

from collections.abc import Generator, Mapping

from engine.machine.walking.beginning import begin_on
from engine.machine.walking.doing import leave, run_timer
from engine.machine.walking.going import follow
from engine.machine.working.altered import altered
from engine.machine.working.desk import Desk
from engine.model.event import Due, Happened
from engine.model.flow import Kind, State, Timer
from engine.model.tool import Answer, Call, Safety, ToolDefinition
from engine.model.value import SlotValue, Source, Value

Delivered = Generator[Call, Answer, None]


def happened(desk: Desk, event: Happened) -> None:
    """An outcome from outside, `<tool>.<outcome>`: for who waits, else for a flow it begins."""
    name, _, outcome = event.name.rpartition(".")
    tool = desk.flows.tools.get(name)
    if _heard_before(desk, event, tool):
        return
    for index in range(desk.top, -1, -1):
        ours = tool is not None and _is_about(desk, index, tool, event)
        state = _listener(desk, index, tool, outcome) if tool and ours else None
        if tool and state:
            _park_above(desk, index)
            desk.change(index, step=state.id)
            for slot, value in event.gives.items():
                desk.put(index, slot, SlotValue(value, source=Source.TOOL))
            if outcome == tool.main and tool.safety is Safety.IRREVERSIBLE:
                made = {name: one.value for name, one in desk.frames[index].slots.items()}
                once = _matter(event.name, tool, made)
                desk.session = altered(desk.session, final=(*desk.session.final, once))
            leave(desk, index, state, tool, outcome)
            return
    begin_on(desk, event.name, event.gives)


def _heard_before(desk: Desk, event: Happened, tool: ToolDefinition | None) -> bool:
    """What is final is heard once; told without the thing it happened to, it is the last one."""
    known = desk.session.final
    told = _matter(event.name, tool, event.gives)
    return told in known or (told == event.name and any(one.startswith(told) for one in known))


def _matter(event: str, tool: ToolDefinition | None, made: Mapping[str, Value]) -> str:
    """What has happened to what: money for another booking is other news."""
    thing = next((made[name] for name in (tool.gives if tool else ()) if name in made), None)
    return event if thing is None else f"{event} {thing.value}"


def _is_about(desk: Desk, index: int, tool: ToolDefinition, event: Happened) -> bool:
    """Whether it happened to what this frame made: not to what an earlier attempt had made."""
    held = desk.frames[index].slots
    made = [(held[n].value, event.gives[n]) for n in tool.gives if n in held and n in event.gives]
    return all(one.value == other.value for one, other in made[:1])


def _listener(desk: Desk, index: int, tool: ToolDefinition, outcome: str) -> State | None:
    """The step of this frame that waits for the outcome.

    The main outcome of what cannot be undone is final (money has come): it is heard as long as
    the flow that asked for it is open, whatever the flow does meanwhile; another one while it is
    awaited, though the flow asks something in between. A person's answer is heard only by the
    step that waits for it.
    """
    state, memo = desk.state(index), desk.frames[index].memo
    if state.what == tool.name and state.kind is Kind.DO and memo.get(state.id) == "":
        return state
    if not tool.late or tool.safety is not Safety.IRREVERSIBLE:
        return None
    asked = [s for s in desk.flow(index).states.values() if s.kind is Kind.DO]
    step = next((s for s in asked if s.what == tool.name and s.id in memo), None)
    heard = step is not None and (outcome == tool.main or not memo[step.id])
    return step if heard else None


def _park_above(desk: Desk, index: int) -> None:
    """Asides above the frame that moves stay as they are, and come back in silence."""
    desk.parked = desk.frames[index + 1 :]
    del desk.frames[index + 1 :]


def due(desk: Desk, event: Due) -> Delivered:
    """A timer ran out; one of a wait that is over does nothing."""
    index = next((i for i, f in enumerate(desk.frames) if f.uid == event.frame), None)
    if index is None or desk.frames[index].step != event.step:
        return
    timer = next((t for t in desk.state(index).timers if t.name == event.name), None)
    if timer is None or timer.name in desk.frames[index].fired:
        return
    yield from _ring(desk, index, timer)


def _ring(desk: Desk, index: int, timer: Timer) -> Delivered:
    """Do, then say and go, as the timer is written."""
    desk.change(index, fired=(*desk.frames[index].fired, timer.name))
    desk.silent, waiting = True, True
    if timer.do:
        waiting = yield from run_timer(desk, index, timer.do)
    if not waiting:
        return
    if timer.way.stays:
        desk.reask = desk.reask or _unanswered(desk, index, timer)
    else:
        _park_above(desk, index)
    follow(desk, index, timer.name, timer.way)


def _unanswered(desk: Desk, index: int, timer: Timer) -> bool:
    """Silence after a question: whoever did not hear it hears it again."""
    asks = desk.state(index).kind in {Kind.ASK, Kind.CHOOSE, Kind.CONFIRM}
    return timer.quiet is not None and index == desk.top and asks
