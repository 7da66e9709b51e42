"""Keeps the wish of a customer for whom nothing fitted, and puts it on the team's list."""

from typing import LiteralString

from engine.model.handler import Args, TurnContext, WriteGate
from engine.model.tool import Answer
from tools.args import named

SAVE: LiteralString = """
WITH lead AS (
    INSERT INTO {t}.leads (id, customer_id, thread_id, service_id, staff_id, wanted, created_at)
    VALUES (%(id)s, %(customer)s, %(thread)s, %(service)s, %(staff)s, %(wanted)s, %(now)s)
    RETURNING id
)
INSERT INTO {t}.attention_items (id, ref, reason, opened_at)
SELECT %(item)s, lead.id, 'lead', %(now)s FROM lead
"""


class SaveLead:
    """One lead a conversation that could not be served."""

    def plan(self, turn: TurnContext, args: Args) -> Answer:
        """Promise nothing but to keep it."""
        return Answer("done")

    async def write(self, tx: WriteGate, turn: TurnContext, args: Args, answer: Answer) -> str:
        """Keep the wish and tell the team, in one statement."""
        await tx.execute(
            SAVE,
            {
                "id": turn.new_id(),
                "item": turn.new_id(),
                "customer": turn.customer_id,
                "thread": turn.thread_id,
                "service": named(args, "service"),
                "staff": named(args, "staff"),
                "wanted": named(args, "time"),
                "now": turn.now,
            },
        )
        return "done"


HANDLER = SaveLead()
