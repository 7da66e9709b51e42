"""A do: run a tool, keep what it gives, leave by its outcome; a late one waits."""

from collections.abc import Generator

from engine.machine.walking.builtins import ANSWERED, WAITING
from engine.machine.walking.going import follow
from engine.machine.walking.inputs import With, content_for, gather, known, slot_for
from engine.machine.walking.keeping import back_to, kept, longest
from engine.machine.walking.notes import noted, own_answers
from engine.machine.working.altered import altered
from engine.machine.working.desk import Desk
from engine.machine.working.errors import Broken, Reason
from engine.model.builtin import HANDOFF
from engine.model.effect import Effect, Run, Undo
from engine.model.flow import Kind, State, Way
from engine.model.passing import MAIN
from engine.model.session import Frame
from engine.model.tool import FAILED, Answer, Call, Safety, ToolDefinition
from engine.model.value import SlotValue, Source, Status

Done = Generator[Call, Answer, bool]
_KNOWN = {Status.FILLED, Status.CONFIRMED, Status.SEALED}


def do(desk: Desk, index: int, state: State) -> Done:
    """One visit of the walk to a do; True if its outcome comes later and we wait for it."""
    tool = desk.flows.tools[state.what]
    if tool.name in ANSWERED:
        outcome = ANSWERED[tool.name](desk)
        leave(desk, desk.top, state, tool, outcome)
        return False
    if tool.late and _running(desk, index):
        return True
    if tool.name == WAITING:
        desk.change(index, memo={**desk.frames[index].memo, state.id: ""})
        return True
    _permitted(desk, index, state, tool)
    if tool.late and (yield from gone(desk, index, state, longest(desk, index, state))):
        return False
    call = _call(desk, index, state.args, tool)
    answer = yield call
    if answer.outcome in {"", tool.main}:
        _carry_out(desk, tool, call, answer)
        _keep(desk, index, state, tool, answer)
    if tool.late and not answer.outcome:
        desk.change(index, memo={**desk.frames[index].memo, state.id: ""})
        return True
    return _outcome(desk, index, state, tool, answer)


def gone(desk: Desk, index: int, state: State, seconds: int) -> Done:
    """Keep what was made for the time being; True if it is lost, and its maker left by that."""
    lost = yield from kept(desk, index, state, seconds)
    if lost is None:
        return False
    at, maker, by, outcome = lost
    back_to(desk, at, maker)
    leave(desk, at, maker, by, outcome)
    return True


def run_timer(desk: Desk, index: int, tool_name: str) -> Done:
    """A timer's tool, called from a waiting step; True if the step goes on waiting."""
    tool, state = desk.flows.tools[tool_name], desk.state(index)
    call = _call(desk, index, {}, tool)
    answer = yield call
    if answer.outcome in {"", tool.main}:
        _carry_out(desk, tool, call, answer)
    way = state.ways.get(answer.outcome)
    if way is None or answer.outcome == FAILED:  # the wait is as good as before
        return True
    if way.flow is None:  # what only goes aside comes back to the same wait
        desk.change(index, memo={**desk.frames[index].memo, state.id: answer.outcome})
    follow(desk, index, answer.outcome, way)
    return False


def leave(desk: Desk, index: int, state: State, tool: ToolDefinition, outcome: str) -> None:
    """Leave a do by the tool's outcome."""
    if outcome == tool.main:
        desk.pass_on(index, MAIN[Kind.DO])
        return
    desk.change(index, memo={**desk.frames[index].memo, state.id: outcome})
    follow(desk, index, outcome, _exit(state, outcome))


def _exit(state: State, outcome: str) -> Way:
    way = state.ways.get(outcome)
    if way is None and outcome == FAILED:
        return Way(flow=HANDOFF)
    if way is None:
        raise Broken(f"{state.id} has no way out for '{outcome}'")
    return way


def _outcome(desk: Desk, index: int, state: State, tool: ToolDefinition, answer: Answer) -> bool:
    way = state.ways.get(answer.outcome)
    lost = answer.outcome != tool.main and way is not None and bool(way.again)
    if not (lost and way and _stands_again(desk, index, tool, way)):
        leave(desk, index, state, tool, answer.outcome)
    return False


def _stands_again(desk: Desk, index: int, tool: ToolDefinition, way: Way) -> bool:
    """A correction that lost the race: what stood before it stands again, and is said.

    The new time went to somebody else while the old one was still ours: the old answers and
    their hold come back, and the undo is not carried out.
    """
    uid, step = desk.frames[index].uid, desk.frames[index].step
    before = next((frame for frame in desk.before.frames if frame.uid == uid), None)
    if before is None or not tool.gives or not all(name in before.slots for name in tool.gives):
        return False
    desk.effects = [effect for effect in desk.effects if not _takes_from(before, effect)]
    desk.frames[index] = altered(before, step=step)
    desk.way_says(index, way)
    desk.dirty.add(uid)
    return True


def _takes_from(before: Frame, effect: Effect) -> bool:
    """Whether an undo takes back what stands again: the hold, and what was asked on it."""
    if not isinstance(effect, Undo):
        return False
    held = {name: one.value for name, one in before.slots.items()}
    return all(held.get(name) == value for name, value in effect.gave.items())


def _running(desk: Desk, index: int) -> bool:
    """Whether this visit's call has been made already and its outcome is awaited."""
    frame = desk.frames[index]
    return frame.memo.get(frame.step) == ""


def _permitted(desk: Desk, index: int, state: State, tool: ToolDefinition) -> None:
    """The language's promise, kept at run time too: nothing irreversible without its yes.

    Raises:
        Broken: an input was not confirmed, or the yes has been spent.
    """
    at = desk.frames[index].flow, desk.frames[index].step
    for name in tool.takes:
        if content_for(desk, index, state.args, name).status not in _KNOWN:
            raise Broken(f"would run {tool.name} without {name}", Reason.WITHOUT, at)
    if tool.safety is not Safety.IRREVERSIBLE:
        return
    inputs = {name: content_for(desk, index, state.args, name) for name in tool.shown}
    loose = [name for name, content in inputs.items() if _loose(content, name, tool)]
    if loose:
        fault = f"would run {tool.name} while {', '.join(loose)} is not confirmed"
        raise Broken(fault, Reason.UNCONFIRMED, at)
    if tool.name in desk.session.spent:
        raise Broken(f"would run {tool.name} a second time on one yes", Reason.TWICE, at)


def _loose(content: SlotValue, name: str, tool: ToolDefinition) -> bool:
    """Not covered by a yes; a number verified by the channel needs none."""
    if content.status is Status.EMPTY:
        return name in tool.takes
    if content.source is Source.CHANNEL:
        return False
    return content.status not in {Status.CONFIRMED, Status.SEALED}


def _carry_out(desk: Desk, tool: ToolDefinition, call: Call, answer: Answer) -> None:
    """A call that came out as planned is written in the commit; any other wrote nothing."""
    if tool.safety is not Safety.READ:
        desk.effects.append(Run(call, answer))


def _call(desk: Desk, index: int, given: With, tool: ToolDefinition) -> Call:
    frame = desk.frames[index]
    key = f"{frame.uid}.{frame.step}.{len(desk.effects)}"
    args = gather(desk, index, given, tool)
    beside = known(desk) if tool.takes_over else noted(desk, index, tool)
    return Call(tool.name, {**beside, **args}, key)


def _keep(desk: Desk, index: int, state: State, tool: ToolDefinition, answer: Answer) -> None:
    """Fill what the tool gives; an irreversible one seals what it used and spends its yes."""
    for name, value in answer.gives.items():
        verified = value.facts.get("verified") is True
        source = Source.CHANNEL if verified else Source.TOOL
        desk.put(index, name, SlotValue(value, Status.FILLED, 1.0, source))
    if tool.safety is Safety.IRREVERSIBLE:
        _seal(desk, index, state, tool)
        spent = (*desk.session.spent, tool.name)
        desk.session = altered(desk.session, spent=spent)


def _seal(desk: Desk, index: int, state: State, tool: ToolDefinition) -> None:
    notes = own_answers(desk.flow(index), tool) if tool.keeps_notes else ()
    for name in (*(slot_for(state.args, one) for one in (*tool.takes, *tool.may)), *notes):
        owner = desk.owner(index, name)
        content = desk.frames[owner].slots.get(name)
        if content is not None and content.status in _KNOWN:
            desk.put(owner, name, altered(content, status=Status.SEALED))
