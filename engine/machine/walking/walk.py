"""The walk: from the present step on, silently through whatever still holds, to the next wait."""

from collections.abc import Generator
from dataclasses import replace
from typing import TypeAlias, assert_never

from engine.machine.walking.asking import ask
from engine.machine.walking.doing import do
from engine.machine.walking.ending import end
from engine.machine.walking.going import arguments, follow
from engine.machine.walking.prompting import picks
from engine.machine.working import cursor
from engine.machine.working.desk import Desk, silent
from engine.machine.working.errors import Broken, Reason
from engine.model.builtin import NOTHING
from engine.model.flow import Flow, Kind, State, Way
from engine.model.passing import MAIN
from engine.model.session import How
from engine.model.tool import Answer, Call
from engine.model.value import Status

WALK_LIMIT = 60
"""Steps in one turn; a flow that passes its checks needs a third of it."""

Walk: TypeAlias = Generator[Call, Answer, None]


def walk(desk: Desk) -> Walk:
    """Pass on until a step must wait or the stack is empty.

    Raises:
        Broken: the flow goes round without waiting, or breaks a promise of the language.
    """
    for left in range(WALK_LIMIT, 0, -1):
        if not (yield from walked(desk, left)):
            return


def walked(desk: Desk, left: int) -> Generator[Call, Answer, bool]:
    """Pass on by one step; False if the conversation has come to rest.

    Args:
        desk: the working copy.
        left: the steps that this turn may still take.

    Raises:
        Broken: as `walk`.
    """
    if not desk.frames or (yield from _one(desk)):
        return False
    if left > 1:
        return True
    at = (desk.frames[-1].flow, desk.frames[-1].step) if desk.frames else ("", "")
    raise Broken("goes round without waiting", Reason.RING, at)


def settle(desk: Desk) -> Generator[Call, Answer, bool]:
    """A conversation that was moved to a newer version walks to where it stands there.

    Returns:
        Whether that is elsewhere than it stood. If not, the open question is open still.
    """
    if not (desk.frames and desk.frames[-1].anew):
        return False
    stood = desk.frames[-1].uid, desk.frames[-1].step
    yield from walk(desk)
    if desk.frames and (desk.frames[-1].uid, desk.frames[-1].step) == stood:
        desk.reask = False
        return False
    desk.session = replace(desk.session, prompt=None)
    return True


def again_from_top(desk: Desk, index: int) -> None:
    """Start the frame's flow again; what it left before is passed by the same way as before."""
    frame = desk.frames[index]
    skip = {**frame.skip, **frame.memo}
    desk.change(index, skip=skip, memo={}, anew=False)
    if not desk.fire(index, cursor.AGAIN):
        raise Broken("cannot begin again", at=(frame.flow, frame.step))
    desk.reask = True


def _one(desk: Desk) -> Generator[Call, Answer, bool]:
    """One step of the walk; True if the conversation rests here."""
    index = desk.top
    if desk.frames[index].uid in desk.dirty or desk.frames[index].anew:
        desk.dirty.discard(desk.frames[index].uid)
        again_from_top(desk, index)
    frame, state = desk.frames[index], desk.state(index)
    if (state.when or state.unless) and desk.fire(index, cursor.PASS_OVER):
        return False
    if silent(state.kind) and frame.step in frame.skip:
        return _skip(desk, index)
    return (yield from _by_kind(desk, index, desk.flow(index), state))


def _skip(desk: Desk, index: int) -> bool:
    """Pass a step by the way it was left before; True at one whose outcome is still awaited."""
    frame = desk.frames[index]
    skip = {step: way for step, way in frame.skip.items() if step != frame.step}
    way = frame.skip[frame.step]
    if not way:
        desk.change(index, skip=skip, memo={**frame.memo, frame.step: way})
        return True
    desk.pass_on(index, way, skip=skip)
    return False


def _by_kind(  # noqa: C901 - one line a kind, to the last
    desk: Desk, index: int, flow: Flow, state: State
) -> Generator[Call, Answer, bool]:
    match state.kind:
        case Kind.ASK:
            return (yield from ask(desk, index, flow, state))
        case Kind.CONFIRM:
            return not _settled(desk, index, state)
        case Kind.CHOOSE:
            return not _nothing_to_pick(desk, index, state)
        case Kind.SAY:
            desk.say(state.what if state.say is None else state.say)
            desk.pass_on(index, MAIN[Kind.SAY])
        case Kind.BRANCH:
            follow(desk, index, MAIN[Kind.BRANCH], _road(desk, index, state))
        case Kind.DO:
            return (yield from do(desk, index, state))
        case Kind.CALL:
            desk.push(state.what, How.CALLED, arguments(desk, index, state))
        case Kind.END:
            end(desk, index, state)
        case _:
            assert_never(state.kind)
    return False


def _road(desk: Desk, index: int, state: State) -> Way:
    """The first way of a branch whose rule holds, else its main one."""
    found = (way for rule, way in state.ways.items() if desk.holds(index, rule))
    way = next(found, state.main)
    if way is None:
        raise Broken("has no way that holds", at=(desk.frames[index].flow, state.id))
    return way


def _nothing_to_pick(desk: Desk, index: int, state: State) -> bool:
    """Leave a `choose ... from` whose list is empty, if it says where to."""
    if not state.source or NOTHING not in state.ways or picks(desk, state):
        return False
    follow(desk, index, NOTHING, state.ways[NOTHING])
    return True


def _settled(desk: Desk, index: int, state: State) -> bool:
    """Pass a confirm whose every shown answer has had its yes."""
    shown = [desk.get(index, name).status for name in state.shown]
    held = [status for status in shown if status not in {Status.EMPTY, Status.WISH}]
    if not held or any(status is not Status.CONFIRMED for status in held):
        return False
    return desk.fire(index, MAIN[Kind.CONFIRM])
