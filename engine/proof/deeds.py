"""The deeds of flows that cannot be taken back, and which of them a conversation has done."""

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from engine.model.flow import FlowSet, Kind
from engine.model.session import Session
from engine.model.tool import Safety, ToolDefinition

Deeds: TypeAlias = Mapping[tuple[str, str], ToolDefinition]
"""The irreversible tool of a step, by flow and step."""


def deeds(flows: FlowSet) -> Deeds:
    """Every step that does what cannot be taken back."""
    return {
        (flow.name, state.id): flows.tools[state.what]
        for flow in flows.flows.values()
        for state in flow.states.values()
        if state.kind is Kind.DO and flows.tools[state.what].safety is Safety.IRREVERSIBLE
    }


def done(session: Session, known: Deeds) -> Iterator[str]:
    """The tools that did their deed in a conversation, or may yet: their answer is awaited."""
    for frame in session.frames:
        for step, outcome in frame.memo.items():
            deed = known.get((frame.flow, step))
            if deed is not None and outcome in {"", deed.main}:
                yield deed.name
