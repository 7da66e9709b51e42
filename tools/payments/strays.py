"""Callbacks that belong to nothing: kept for people, but not without bounds.

Anybody can call our address. What an unknown caller sends is kept as the few facts that a person
needs to find the payment, never as it came: no phone number, no text of theirs.
"""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import LiteralString

from engine.model.payment import StkCallback
from engine.store.database import Database

KEEP: LiteralString = """
WITH latest AS MATERIALIZED (
    SELECT received_at, tenant, token, body FROM public.payment_callbacks_unrouted
     ORDER BY id DESC LIMIT %(look)s
)
INSERT INTO public.payment_callbacks_unrouted
    (received_at, provider, token, checkout_request_id, tenant, reason, body)
SELECT %(now)s, 'daraja', %(token)s, %(checkout)s, %(tenant)s, %(reason)s, %(body)s
 WHERE NOT EXISTS (SELECT FROM latest WHERE token = %(token)s AND body = %(body)s)
   AND (SELECT count(*) FROM latest WHERE received_at > %(since)s
           AND CASE WHEN %(tenant)s::text IS NULL THEN tenant IS NULL ELSE token = %(token)s END
       ) < %(most)s
"""
"""Strangers share one bound, each token of ours has its own: they cannot crowd it out."""
SPAN = timedelta(hours=1)
FROM_STRANGERS = 60
"""Rows kept in a `SPAN` of callbacks whose token we never gave out."""
FROM_A_TOKEN = 20
LOOK = 1000
"""Rows looked back at, so that a flood does not make the next look dear."""
LONGEST_TOKEN = 100
LONGEST_BODY = 2_000


@dataclass(frozen=True, slots=True)
class Stray:
    """A callback that belongs to nothing.

    Attributes:
        callback: None if it was none.
        raw: its body.
        slug: of the tenant whose token it bears; None: the token is not one of ours.
    """

    token: str
    callback: StkCallback | None
    raw: str
    slug: str | None
    reason: str

    @property
    def body(self) -> str:
        """What is kept: the body's beginning if the token is ours, else only bare facts."""
        if self.slug is not None:
            return storable(self.raw[:LONGEST_BODY])
        facts: dict[str, object] = {
            "sha256": hashlib.sha256(self.raw.encode("utf-8", "replace")).hexdigest()
        }
        if self.callback is not None:
            facts |= {
                "result_code": self.callback.result_code,
                "receipt": self.callback.receipt,
                "amount": None if self.callback.amount is None else str(self.callback.amount),
            }
        return json.dumps(facts)


async def keep(database: Database, stray: Stray, now: datetime) -> bool:
    """Keep it; False if it is there already, or too many came within the hour.

    Raises:
        DatabaseDown: nothing is stored.
    """
    checkout = stray.callback.checkout_request_id if stray.callback else ""
    row = {
        "now": now,
        "since": now - SPAN,
        "look": LOOK,
        "most": FROM_STRANGERS if stray.slug is None else FROM_A_TOKEN,
        "token": storable(stray.token[:LONGEST_TOKEN]),
        "checkout": storable(checkout) or None,
        "tenant": stray.slug,
        "reason": stray.reason,
        "body": stray.body,
    }
    async with database.connection() as connection:
        cursor = await connection.execute(KEEP, row)
    return cursor.rowcount == 1


def storable(text: str) -> str:
    """Give the text without what Postgres cannot keep: NUL and half characters."""
    return text.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")
