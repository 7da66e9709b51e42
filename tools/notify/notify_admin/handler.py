"""Calls a person: a row on the team's list, and a message to the team's phone if it has one."""

from typing import LiteralString

from engine.model.handler import Args, TurnContext, WriteGate
from engine.model.tool import Answer
from tools.attention.items import Matter, open_item
from tools.notify.briefing import briefing, card, known, why

REASON = "handoff"

LOG: LiteralString = """
INSERT INTO {t}.handoff_log (id, thread_id, customer_id, reason, summary, opened_at)
VALUES (%(id)s, %(thread)s, %(customer)s, %(reason)s, %(summary)s, %(now)s)
"""


class NotifyAdmin:
    """Opens a handoff; its outcome comes when a colleague hands back or closes."""

    def plan(self, turn: TurnContext, args: Args) -> Answer:
        """Wait: nobody has answered yet."""
        return Answer("")

    async def write(self, tx: WriteGate, turn: TurnContext, args: Args, answer: Answer) -> str:
        """Log the handoff with its briefing (why, what is known, what was said); tell the team."""
        said = await briefing(tx, turn.thread_id, turn.said)
        reason, about = str(args.get("why") or "asked"), str(args.get("about") or "")
        told = known(args)
        handoff = turn.new_id()
        await tx.execute(
            LOG,
            {
                "id": handoff,
                "thread": turn.thread_id,
                "customer": turn.customer_id,
                "reason": reason,
                "summary": "\n\n".join(part for part in (told, said) if part),
                "now": turn.now,
            },
        )
        text = card(turn.customer_id, why(reason, about), told, said)
        details = {
            "customer": turn.customer_id,
            "handoff": handoff,
            "why": reason,
            "about": about,
        }
        matter = Matter(turn.thread_id, REASON, text, details, turn.thread_id)
        await open_item(tx, matter, turn.now)
        return ""


HANDLER = NotifyAdmin()
