"""Tools that the machine answers itself: they change the conversation, not the world."""

from collections.abc import Mapping
from types import MappingProxyType

from engine.model.tool import Safety, ToolDefinition

HANDOFF = "handoff"
"""The one flow that the language itself knows by name, like a step's `next`: a person takes over.

What breaks, what is not understood and what no way is written for ends there, in every business;
whoever writes a flow leads to it by this word. What happens in it is a flow like any other.
"""

PICKED = "picked"
"""The slot in which a `choose ... from` keeps what was picked, and the way by which it leaves."""

OTHER_DAY = "other_day"
"""Said beside a change: of a time the day is to be another, and the one held is meant no more."""

NOTHING = "none"
"""The way by which a `choose ... from` leaves when its list is empty."""

ANSWERS = "conversation.answers"
"""The list of answers given so far in the flow beneath, for `choose: ... from`."""

LANGUAGES = "conversation.languages"
"""The list of languages in which every phrase is written, by locale."""

TURN_FAILED = "turn.failed"
"""What happens when a turn broke down for good: the flow that starts on it tells the customer."""

COST_EXCEEDED = "cost.exceeded"
"""What happens when models have cost as much for one booking as they may: signal d1."""

_OF_BENEATH = "done", "sealed", "none"
"""Done; something that cannot be undone has used it; there is nothing of the kind."""

FORGET_ANSWER = ToolDefinition(
    name="forget_answer",
    description="Empties the picked answer of the flow beneath, so that it is asked again.",
    safety=Safety.REVERSIBLE,
    takes=(PICKED,),
    outcomes=("done", "sealed"),
)
FORGET_LAST = ToolDefinition(
    name="forget_last",
    description="Empties the answer given last in the flow beneath, so that it is asked again.",
    safety=Safety.REVERSIBLE,
    outcomes=_OF_BENEATH,
)
FORGET_ALL = ToolDefinition(
    name="forget_all",
    description="Empties all answers of the flow beneath, undoes what it did, and begins it anew.",
    safety=Safety.REVERSIBLE,
    outcomes=_OF_BENEATH,
)
LET_GO_BENEATH = ToolDefinition(
    name="let_go_beneath",
    description="Lets go of the open task beneath, and undoes what it did; its answers are kept as "
    "wishes for what begins behind this flow. 'none': there is no such task, it is of something "
    "else than this flow was told of, a person has it, or something that cannot be undone has used "
    "it; what was only kept in mind is forgotten.",
    safety=Safety.REVERSIBLE,
    outcomes=("done", "none"),
)
SET_LANGUAGE = ToolDefinition(
    name="set_language",
    description="Goes on in the language chosen, whatever the customer writes, until changed.",
    safety=Safety.REVERSIBLE,
    takes=("language",),
    outcomes=("done",),
)

WAIT = ToolDefinition(
    name="wait",
    description="Asks nothing, waits for the timer, and falls as soon as the customer writes; who "
    "says what is to be otherwise of that which is kept in mind here leaves by 'change'.",
    safety=Safety.READ,
    outcomes=("over", "change"),
    late=True,
)

_TOOLS = (FORGET_ANSWER, FORGET_LAST, FORGET_ALL, LET_GO_BENEATH, SET_LANGUAGE, WAIT)
BUILTIN: Mapping[str, ToolDefinition] = MappingProxyType({tool.name: tool for tool in _TOOLS})
"""Definitions that every flow set carries beside those of the `tools` package."""
