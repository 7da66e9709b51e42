"""Opens items on the team's list; the same matter stays one item until it is resolved."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import LiteralString

from engine.clock import FixedClock
from engine.ids import new_ulid
from engine.model.handler import WriteGate
from engine.model.value import Scalar

OPEN: LiteralString = """
INSERT INTO {t}.attention_items (id, ref, reason, details, opened_at)
VALUES (%(id)s, %(ref)s, %(reason)s, %(details)s::jsonb, %(now)s)
ON CONFLICT (ref, reason) WHERE resolved_at IS NULL DO NOTHING
"""


async def open_item(
    tx: WriteGate, ref: str, reason: str, now: datetime, details: Mapping[str, Scalar]
) -> None:
    """Put a matter before the team.

    Args:
        tx: the transaction of what caused it.
        ref: id of what it is about: a payment, an appointment, a thread.
        reason: one word: `paid_without_booking`.
        now: UTC.
        details: facts for whoever looks at it; no secrets.
    """
    item = {
        "id": new_ulid(FixedClock(now)),
        "ref": ref,
        "reason": reason,
        "details": json.dumps(dict(details)),
        "now": now,
    }
    await tx.execute(OPEN, item)
