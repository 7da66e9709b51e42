"""Tools that the machine answers itself: they change the conversation, not the world."""

from collections.abc import Mapping
from types import MappingProxyType

from engine.model.tool import Safety, ToolDefinition

PICKED = "picked"
"""The slot in which a `choose ... from` keeps what was picked."""

ANSWERS = "conversation.answers"
"""The list of answers given so far in the flow beneath, for `choose: ... from`."""

FORGET_ANSWER = ToolDefinition(
    name="forget_answer",
    description="Empties the picked answer of the flow beneath, so that it is asked again.",
    safety=Safety.REVERSIBLE,
    takes=(PICKED,),
    outcomes=("done", "sealed"),
)

BUILTIN: Mapping[str, ToolDefinition] = MappingProxyType({FORGET_ANSWER.name: FORGET_ANSWER})
"""Definitions that every flow set carries beside those of the `tools` package."""
