"""What a conversation has left behind, and which promises it could still break."""

from engine.machine.versions.outlook import ahead
from engine.machine.working.cursor import MAIN
from engine.model.flow import Flow, Kind, Promise
from engine.model.session import Frame
from engine.model.value import Status

_ANSWERED = {Status.FILLED, Status.CONFIRMED, Status.SEALED}
_AGREED = {Status.CONFIRMED, Status.SEALED}


def breaks(flow: Flow, frame: Frame) -> str | None:
    """The step that going on from here could reach against a `never`; None: every one is kept."""
    broken = (promise.reach for promise in flow.never if _could_break(flow, frame, promise))
    return next(broken, None)


def _could_break(flow: Flow, frame: Frame, promise: Promise) -> bool:
    for step in promise.before:
        if step == promise.reach or _passed(flow, frame, step):
            continue
        if promise.when and flow.states[step].when:
            continue  # both hang on rules; the flow's own proof holds them together
        if promise.reach in ahead(flow, frame.step, frozenset({step})):
            return True
    return False


def _passed(flow: Flow, frame: Frame, step: str) -> bool:
    """Whether a step was left by its main way."""
    state = flow.states[step]
    match state.kind:
        case Kind.ASK:
            content = frame.slots.get(state.what)
            return content is not None and content.status in _ANSWERED
        case Kind.CONFIRM:
            shown = [frame.slots[name].status for name in state.shown if name in frame.slots]
            return any(status in _AGREED for status in shown)
        case Kind.DO | Kind.CALL | Kind.SAY:
            left = {**frame.skip, **frame.memo}
            return left.get(step) == MAIN[state.kind]
        case _:
            return False
