"""Keeps the wish of a customer for whom nothing fitted, and puts it on the team's list."""

from typing import LiteralString

from engine.model.handler import Args, TurnContext, WriteGate
from engine.model.tool import Answer
from tools.args import named
from tools.attention.items import Matter, open_item

SAVE: LiteralString = """
INSERT INTO {t}.leads (id, customer_id, thread_id, service_id, staff_id, wanted, created_at)
VALUES (%(id)s, %(customer)s, %(thread)s, %(service)s, %(staff)s, %(wanted)s, %(now)s)
"""


class SaveLead:
    """One lead a conversation that could not be served."""

    def plan(self, turn: TurnContext, args: Args) -> Answer:
        """Promise nothing but to keep it."""
        return Answer("done")

    async def write(self, tx: WriteGate, turn: TurnContext, args: Args, answer: Answer) -> str:
        """Keep the wish and tell the team."""
        wishes = {name: named(args, name) for name in ("service", "staff", "time")}
        lead = turn.new_id()
        await tx.execute(
            SAVE,
            {
                "id": lead,
                "customer": turn.customer_id,
                "thread": turn.thread_id,
                "service": wishes["service"],
                "staff": wishes["staff"],
                "wanted": wishes["time"],
                "now": turn.now,
            },
        )
        wished = ", ".join(wish for wish in wishes.values() if wish) or "nothing named"
        text = f"{turn.customer_id} found nothing that fitted. Wanted: {wished}."
        details = {"customer": turn.customer_id, "text": text}
        matter = Matter(lead, "lead", text, details, turn.thread_id)
        await open_item(tx, matter, turn.now)
        return "done"


HANDLER = SaveLead()
