"""Tells the team what a customer lets them know; nobody is called."""

from typing import LiteralString

from engine.model.handler import Args, TurnContext, WriteGate
from engine.model.tool import Answer
from tools.attention.items import Matter, open_item

NEXT: LiteralString = """
SELECT a.id, s.name_en, w.name, to_char(a.starts_at AT TIME ZONE %(zone)s, 'YYYY-MM-DD HH24:MI')
  FROM {t}.appointments a
  JOIN {t}.services s ON s.id = a.service_id
  JOIN {t}.staff w ON w.id = a.staff_id
 WHERE a.customer_id = %(customer)s AND a.status IN ('pending', 'confirmed')
   AND a.ends_at > %(now)s
 ORDER BY a.starts_at, a.id LIMIT 1
"""
"""The booking that is under way, or the next."""
REASON = "note"
MOST = 500
"""Characters kept of what was said."""


class LeaveNote:
    """One item on the team's list, and a message to its phone."""

    def plan(self, turn: TurnContext, args: Args) -> Answer:
        """Promise nothing but to tell."""
        return Answer("done")

    async def write(self, tx: WriteGate, turn: TurnContext, args: Args, answer: Answer) -> str:
        """Tell the team who lets them know what, and of which booking."""
        wanted = {"zone": turn.tenant.zone, "customer": turn.customer_id, "now": turn.now}
        row = await tx.fetch_one(NEXT, wanted)
        about, said = str(args.get("about") or REASON), turn.said[:MOST]
        of = f"{row[1]} with {row[2]}, {row[3]}" if row else "nothing booked"
        text = f'{turn.customer_id} lets you know ({about}): "{said}". Booked: {of}.'
        ref = str(row[0]) if row else turn.thread_id
        details = {"customer": turn.customer_id, "about": about, "said": said}
        await open_item(
            tx, Matter(ref, f"{REASON}_{about}", text, details, turn.thread_id), turn.now
        )
        return "done"


HANDLER = LeaveNote()
