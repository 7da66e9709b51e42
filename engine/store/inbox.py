"""The durable inbox: everything that happens to a thread waits here, in order of arrival."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import LiteralString

from pydantic_core import to_json

from engine.model.handler import ReadGate, WriteGate
from engine.store.records import Incoming
from engine.store.shape import kind_of, matter_to_plain

STORE: LiteralString = """
INSERT INTO {t}.inbox (provider_id, customer_id, thread_id, kind, body, received_at)
SELECT r.provider_id, r.customer_id, r.thread_id, r.kind, r.body, %(now)s
FROM jsonb_to_recordset(%(items)s::jsonb)
    AS r (provider_id text, customer_id text, thread_id text, kind text, body jsonb)
ON CONFLICT (provider_id) DO NOTHING
"""
"""One statement, one transaction: all rows or none; what is there already stays as it is."""
GIVE_BACK: LiteralString = """
UPDATE {t}.inbox SET claimed_at = NULL, error = %(error)s,
    state = CASE WHEN attempts >= %(most)s THEN 'parked' ELSE 'new' END
WHERE provider_id = %(provider_id)s AND state = 'processing' AND attempts = %(attempts)s
RETURNING state = 'parked'
"""
RELEASE: LiteralString = """
UPDATE {t}.inbox SET claimed_at = NULL, state = 'new', attempts = attempts - 1
WHERE provider_id = %(provider_id)s AND state = 'processing' AND attempts = %(attempts)s
RETURNING seq
"""
RESCUE: LiteralString = """
UPDATE {t}.inbox SET claimed_at = NULL, error = 'lease',
    state = CASE WHEN attempts >= %(most)s THEN 'parked' ELSE 'new' END
WHERE state = 'processing' AND claimed_at < %(before)s
RETURNING provider_id, state = 'parked'
"""


@dataclass(frozen=True, slots=True)
class Rescued:
    """A claim taken from a worker that did not come back."""

    provider_id: str
    parked: bool


async def store_items(gate: WriteGate, items: Sequence[Incoming], now: datetime) -> int:
    """Store items in the order given; returns how many were new.

    Raises:
        DatabaseDown: nothing is stored.
    """
    if not items:
        return 0
    params = {"now": now, "items": to_json([_item(item) for item in items]).decode()}
    return await gate.execute(STORE, params)


def _item(item: Incoming) -> dict[str, object]:
    return {
        "provider_id": item.provider_id,
        "customer_id": item.customer_id,
        "thread_id": item.thread_id,
        "kind": kind_of(item.matter),
        "body": matter_to_plain(item.matter),
    }


async def give_back(
    gate: ReadGate, provider_id: str, attempts: int, *, error: str, most: int
) -> bool:
    """Let somebody try again, or park a row that was tried `most` times; True if parked."""
    params = {"provider_id": provider_id, "attempts": attempts, "error": error, "most": most}
    return await gate.fetch_one(GIVE_BACK, params) == (True,)


async def release(gate: ReadGate, provider_id: str, attempts: int) -> None:
    """Give a claim back as if it had never been made (a worker that stops)."""
    await gate.fetch_one(RELEASE, {"provider_id": provider_id, "attempts": attempts})


async def rescue(gate: ReadGate, *, before: datetime, most: int) -> list[Rescued]:
    """Take back every claim made before an instant: its worker is dead or stuck."""
    rows = await gate.fetch_all(RESCUE, {"before": before, "most": most})
    return [Rescued(*row) for row in rows]
