"""Remembers a customer, and tells the number that the channel vouches for."""

from typing import LiteralString

from engine.model.handler import Args, TurnContext, WriteGate
from engine.model.tool import Answer
from engine.model.value import Value
from tools.crm.contact import contact_row

UPSERT: LiteralString = """
INSERT INTO {t}.contacts AS c (id, customer_id, channel, channel_user_id, phone, name, locale,
    created_at)
VALUES (%(id)s, %(customer)s, %(channel)s, %(address)s, %(phone)s, %(name)s, %(locale)s, %(now)s)
ON CONFLICT (customer_id) DO UPDATE SET
    channel = excluded.channel, channel_user_id = excluded.channel_user_id,
    phone = coalesce(excluded.phone, c.phone), name = coalesce(c.name, excluded.name),
    locale = excluded.locale
"""


class UpsertContact:
    """Keeps one contact a customer."""

    def plan(self, turn: TurnContext, args: Args) -> Answer:
        """Give the contact, and the phone if the channel verified it."""
        contact = Value("contact", turn.contact_id or turn.new_id())
        if turn.phone is None:
            return Answer("done", gives={"contact": contact})
        phone = Value("phone", turn.phone, facts={"verified": True})
        return Answer("done", gives={"contact": contact, "phone": phone})

    async def write(self, tx: WriteGate, turn: TurnContext, args: Args, answer: Answer) -> str:
        """Insert or refresh; a name that people gave is not replaced by a profile's."""
        await tx.execute(UPSERT, contact_row(turn, answer.gives["contact"].value))
        return "done"


HANDLER = UpsertContact()
