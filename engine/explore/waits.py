"""What can happen to a conversation that waits: who hears, what may be said, how tools come out."""

from collections.abc import Iterator, Sequence

from engine.model.flow import Flow, FlowSet, Kind, State, Way
from engine.model.tool import FAILED, ToolDefinition


def taken_over(flows: FlowSet, state: State) -> bool:
    """Whether a person has the conversation at a step: what is said is for that person."""
    return state.kind is Kind.DO and flows.tools[state.what].takes_over


def said_anytime(open_flows: Sequence[Flow]) -> Iterator[tuple[int, str, Way]]:
    """What open flows hear wherever they stand: which of them, the act, the way.

    Args:
        open_flows: the outer ones first; of two that hear the same the inner one does.
    """
    heard: set[str] = set()
    for index in range(len(open_flows) - 1, -1, -1):
        for act, way in open_flows[index].anytime.items():
            if act not in heard:
                yield index, act, way
        heard.update(open_flows[index].anytime)


def asides(flows: FlowSet, open_flows: Sequence[Flow]) -> Iterator[str]:
    """Intents and acts that begin a flow which is not open: it comes to lie over those that are."""
    names = {flow.name for flow in open_flows}
    return (act for act, flow in flows.intents.items() if flow not in names)


def comes_to(tool: ToolDefinition) -> tuple[str, ...]:
    """Everything that a call can come to in the end, the main outcome first."""
    return *tool.outcomes, FAILED


def other_ends(tool: ToolDefinition) -> tuple[str, ...]:
    """Everything that a call can come to but its main outcome."""
    return comes_to(tool)[1:]
