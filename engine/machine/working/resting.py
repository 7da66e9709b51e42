"""Whether anything is under way: a flow that only answers leaves nothing open."""

from collections.abc import Sequence

from engine.model.builtin import WAIT
from engine.model.flow import Flow, FlowSet, Kind
from engine.model.session import Frame, How
from engine.model.tool import Safety

QUESTIONS = frozenset({Kind.ASK, Kind.CHOOSE, Kind.CONFIRM})
"""The kinds of step at which something is asked."""
_ACTS_FOR_GOOD = frozenset({Kind.ASK, Kind.CONFIRM, Kind.CALL})


def answers_only(flows: FlowSet, flow: Flow) -> bool:
    """Whether a flow does nothing but look things up for what the customer says as it comes."""
    if flow.pattern or not any(slot.heard for slot in flow.slots.values()):
        return False
    return not any(
        state.kind in _ACTS_FOR_GOOD
        or (state.kind is Kind.DO and flows.tools[state.what].safety is not Safety.READ)
        for state in flow.states.values()
    )


def answered_in(flows: FlowSet, frames: Sequence[Frame]) -> Frame | None:
    """The only one of these frames, if its flow has answered and offers what comes next."""
    if len(frames) != 1 or not answers_only(flows, flows.flows[frames[0].flow]):
        return None
    return frames[0]


def resting(flows: FlowSet, frames: Sequence[Frame]) -> bool:
    """Whether nothing is under way: no flow, the greeting, an answer that was given, a wait."""
    if not frames or frames[-1].flow == flows.fallback or only_waits(flows, frames[-1]):
        return True
    return answered_in(flows, frames) is not None


def only_waits(flows: FlowSet, frame: Frame) -> bool:
    """Whether a frame asks nothing, and falls as soon as the customer speaks."""
    return flows.flows[frame.flow].states[frame.step].what == WAIT.name


def called_off(flows: FlowSet, frame: Frame) -> bool:
    """Whether a frame is, or is part of, something that could be called off while it lasts."""
    if frame.how is How.CALLED:
        return True
    tools = (s.what for s in flows.flows[frame.flow].states.values() if s.kind is Kind.DO)
    return any(flows.tools[tool].safety is Safety.IRREVERSIBLE for tool in tools)
