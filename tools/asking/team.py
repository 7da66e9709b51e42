"""Asking the team: a tool whose outcomes a person gives, made of its definition alone."""

from collections.abc import Mapping
from typing import LiteralString

from engine.model.handler import Args, TurnContext, WriteGate
from engine.model.tool import Answer, ToolDefinition
from engine.model.value import Value
from tools.args import text
from tools.attention.items import Matter, open_item
from tools.notify.briefing import known

WITHDRAW: LiteralString = """
UPDATE {t}.attention_items SET resolved_at = %(now)s, resolved_by = 'withdrawn'
 WHERE resolved_at IS NULL AND ref = %(ref)s
"""


class AskTeam:
    """Puts a question before the team; `ratiba attention answer` gives the outcome.

    Args:
        tool: what is asked, and what may be answered.
    """

    def __init__(self, tool: ToolDefinition) -> None:
        self._tool = tool
        self._slot, self._kind = next(iter(tool.gives.items()))

    def plan(self, turn: TurnContext, args: Args) -> Answer:
        """Wait: nobody has answered yet."""
        return Answer("", gives={self._slot: Value(self._kind, turn.new_id())})

    async def write(self, tx: WriteGate, turn: TurnContext, args: Args, answer: Answer) -> str:
        """Open the item, with all that the tool was given, and tell the team."""
        ref = str(answer.gives[self._slot].value)
        told = "\n".join((f"{self._tool.title}: {turn.customer_id}", known(args)))
        matter = Matter(ref, self._tool.name, told, self._details(turn, told), turn.thread_id)
        await open_item(tx, matter, turn.now)
        return ""

    def _details(self, turn: TurnContext, told: str) -> Mapping[str, str]:
        return {
            "customer": turn.customer_id,
            "thread": turn.thread_id,
            "slot": self._slot,
            "kind": self._kind,
            "outcomes": ",".join(self._tool.outcomes),
            "text": told,
        }


class Withdraw:
    """The undo of a question: nobody need answer it any more.

    Args:
        slot: that holds the question's id.
    """

    def __init__(self, slot: str) -> None:
        self._slot = slot

    def plan(self, turn: TurnContext, args: Args) -> Answer:
        """Promise nothing."""
        return Answer("done")

    async def write(self, tx: WriteGate, turn: TurnContext, args: Args, answer: Answer) -> str:
        """Close the item if it is open still."""
        await tx.execute(WITHDRAW, {"ref": text(args, self._slot), "now": turn.now})
        return "done"
