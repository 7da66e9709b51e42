"""Keeps that a customer wants no messages but answers to their own."""

from typing import LiteralString

from engine.model.handler import Args, TurnContext, WriteGate
from engine.model.tool import Answer
from tools.crm.contact import contact_row

KEEP: LiteralString = """
INSERT INTO {t}.contacts AS c (id, customer_id, channel, channel_user_id, phone, name, locale,
    opted_out, created_at)
VALUES (%(id)s, %(customer)s, %(channel)s, %(address)s, %(phone)s, %(name)s, %(locale)s,
    true, %(now)s)
ON CONFLICT (customer_id) DO UPDATE SET opted_out = true
"""


class OptOut:
    """Reminders, questions and offers begin no conversation with this customer any more."""

    def plan(self, turn: TurnContext, args: Args) -> Answer:
        """Nothing stands in the way of it."""
        return Answer("done")

    async def write(self, tx: WriteGate, turn: TurnContext, args: Args, answer: Answer) -> str:
        """Mark the contact; make it if there is none yet."""
        await tx.execute(KEEP, contact_row(turn, turn.contact_id or turn.new_id()))
        return "done"


HANDLER = OptOut()
