"""Opens items on the team's list; the same matter stays one item until it is resolved."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import LiteralString

from engine.clock import FixedClock
from engine.ids import new_ulid
from engine.model.handler import WriteGate
from engine.model.value import Scalar

OPEN: LiteralString = """
WITH opened AS (
    INSERT INTO {t}.attention_items (id, ref, reason, details, opened_at)
    VALUES (%(id)s, %(ref)s, %(reason)s, %(details)s::jsonb, %(now)s)
    ON CONFLICT (ref, reason) WHERE resolved_at IS NULL DO NOTHING
    RETURNING id
), phone AS (
    SELECT regexp_replace(value #>> '{}', '[^0-9]', '', 'g') AS digits
      FROM {t}.business_settings WHERE key = 'admin_whatsapp'
)
INSERT INTO {t}.outbox (key, thread_id, recipient, kind, body, created_at, due_at)
SELECT 'attention:' || opened.id, %(thread)s, 'whatsapp:' || phone.digits, 'notify',
       %(body)s::jsonb, %(now)s, %(now)s
  FROM opened, phone WHERE phone.digits <> '' AND %(told)s
"""
"""An item that is open already tells nobody a second time."""


@dataclass(frozen=True, slots=True)
class Matter:
    """What a person has to look at.

    Attributes:
        ref: id of what it is about: a payment, a lead, a thread.
        reason: one word: `paid_without_booking`.
        text: what the team reads on its phone, short.
        details: facts for whoever looks at it; no secrets.
        thread: the conversation it came up in.
        told: whether it is worth a message to the team's phone.
    """

    ref: str
    reason: str
    text: str
    details: Mapping[str, Scalar] = field(default_factory=dict)
    thread: str | None = None
    told: bool = True


async def open_item(tx: WriteGate, matter: Matter, now: datetime) -> None:
    """Put a matter before the team: on its list, and on its phone if `admin_whatsapp` is set.

    Args:
        tx: the transaction of what caused it.
        matter: what it is.
        now: UTC.
    """
    item = {
        "id": new_ulid(FixedClock(now)),
        "ref": matter.ref,
        "reason": matter.reason,
        "details": json.dumps(dict(matter.details)),
        "thread": matter.thread,
        "told": matter.told,
        "body": json.dumps({"text": matter.text}),
        "now": now,
    }
    await tx.execute(OPEN, item)
