"""What it is to pass a step, said once: by its main way, or by a button of a `choose`.

Promises are held to this wherever they are looked at: on the graph of a flow, in its proof, and
when a conversation moves to another version.
"""

from collections.abc import Mapping, Set
from types import MappingProxyType

from engine.model.flow import Flow, Kind, State
from engine.model.session import Frame
from engine.model.value import Status

MAIN: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.ASK: "filled",
        Kind.CONFIRM: "affirm",
        Kind.SAY: "said",
        Kind.BRANCH: "otherwise",
        Kind.CALL: "done",
        Kind.DO: "done",
    }
)
"""The trigger of the main way by kind."""
_ANSWERED = frozenset({Status.FILLED, Status.CONFIRMED, Status.SEALED})
_AGREED = frozenset({Status.CONFIRMED, Status.SEALED})


def passes(state: State, trigger: str) -> bool:
    """Whether leaving a step by this trigger passes it; silence and other acts never do."""
    if state.kind is Kind.CHOOSE:
        return trigger in state.ways
    return trigger == MAIN.get(state.kind)


def passed(flow: Flow, frame: Frame, step: str, chosen: Set[str] = frozenset()) -> bool:
    """Whether a step stands as passed in a conversation.

    Args:
        flow: the flow of `frame`.
        frame: with the answers there are and the ways by which silent steps were left.
        step: of the flow.
        chosen: steps that were left by a button: no frame remembers that. Where it is not
            known, such a step does not stand as passed.
    """
    state = flow.states[step]
    match state.kind:
        case Kind.ASK:
            content = frame.slots.get(state.what)
            return content is not None and content.status in _ANSWERED
        case Kind.CONFIRM:
            shown = [frame.slots[name].status for name in state.shown if name in frame.slots]
            return bool(shown) and all(status in _AGREED for status in shown)
        case Kind.CHOOSE:
            return step in chosen
        case _:
            left = frame.memo.get(step, frame.skip.get(step))
            return left is not None and passes(state, left)
