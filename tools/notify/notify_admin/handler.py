"""Calls a person: a row on the team's list, and a message to the team's phone if it has one."""

import json
from typing import LiteralString

from engine.model.handler import Args, TurnContext, WriteGate
from engine.model.tool import Answer
from tools.notify.briefing import briefing, card

REASON = "handoff"

NOTIFY: LiteralString = """
WITH opened AS (
    INSERT INTO {t}.handoff_log (id, thread_id, customer_id, reason, summary, opened_at)
    VALUES (%(id)s, %(thread)s, %(customer)s, %(reason)s, %(summary)s, %(now)s)
    RETURNING id
), noted AS (
    INSERT INTO {t}.attention_items (id, ref, reason, details, opened_at)
    SELECT %(item)s, %(thread)s, %(reason)s, jsonb_build_object('handoff', opened.id), %(now)s
    FROM opened
    ON CONFLICT (ref, reason) WHERE resolved_at IS NULL DO NOTHING
)
INSERT INTO {t}.outbox (key, thread_id, recipient, kind, body, created_at, due_at)
SELECT 'handoff:' || opened.id, %(thread)s, 'whatsapp:' || ltrim(phone.value #>> '{}', '+'),
    'notify', %(body)s::jsonb, %(now)s, %(now)s
FROM opened, {t}.business_settings AS phone
WHERE phone.key = 'admin_whatsapp'
"""


class NotifyAdmin:
    """Opens a handoff; its outcome comes when a colleague hands back or closes."""

    def plan(self, turn: TurnContext, args: Args) -> Answer:
        """Wait: nobody has answered yet."""
        return Answer("")

    async def write(self, tx: WriteGate, turn: TurnContext, args: Args, answer: Answer) -> str:
        """Log the handoff with its briefing, and tell the team."""
        said = await briefing(tx, turn.thread_id)
        await tx.execute(
            NOTIFY,
            {
                "id": turn.new_id(),
                "item": turn.new_id(),
                "thread": turn.thread_id,
                "customer": turn.customer_id,
                "reason": REASON,
                "summary": said,
                "body": json.dumps(card(turn.customer_id, REASON, said)),
                "now": turn.now,
            },
        )
        return ""


HANDLER = NotifyAdmin()
