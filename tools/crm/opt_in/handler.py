"""Takes back that a customer wants no messages but answers to their own."""

from typing import LiteralString

from engine.model.handler import Args, TurnContext, WriteGate
from engine.model.tool import Answer

KEEP: LiteralString = """
UPDATE {t}.contacts SET opted_out = false WHERE customer_id = %(customer)s
"""


class OptIn:
    """Reminders, questions and offers may begin a conversation with this customer again."""

    def plan(self, turn: TurnContext, args: Args) -> Answer:
        """Nothing stands in the way of it."""
        return Answer("done")

    async def write(self, tx: WriteGate, turn: TurnContext, args: Args, answer: Answer) -> str:
        """Mark the contact; there is one, since opting out made it."""
        await tx.execute(KEEP, {"customer": turn.customer_id})
        return "done"


HANDLER = OptIn()
