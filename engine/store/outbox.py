"""The outbox: what the world is to be told, committed with the turn that decided it."""

from dataclasses import dataclass
from datetime import datetime
from typing import LiteralString

from pydantic_core import to_json

from engine.model.handler import ReadGate, WriteGate
from engine.store.delivery import AT_MOST_ONCE, OutboxRow, Sent
from engine.store.records import OutboxItem

POST: LiteralString = """
INSERT INTO {t}.outbox (key, thread_id, recipient, kind, body, created_at, due_at)
VALUES (%(key)s, %(thread_id)s, %(recipient)s, %(kind)s, %(body)s::jsonb, %(now)s, %(now)s)
ON CONFLICT (key) DO NOTHING
"""
TAKE: LiteralString = """
WITH head AS MATERIALIZED (
    SELECT o.key FROM {t}.outbox o
    WHERE o.state = 'new' AND o.due_at <= %(now)s AND NOT EXISTS (
        SELECT FROM {t}.outbox e
        WHERE e.recipient = o.recipient AND e.id < o.id
            AND e.state IN ('new', 'sending') OFFSET 0)
    ORDER BY o.id LIMIT %(most)s FOR UPDATE OF o SKIP LOCKED
)
UPDATE {t}.outbox SET state = 'sending', claimed_at = %(now)s, attempts = attempts + 1
WHERE key IN (SELECT key FROM head)
RETURNING id, key, recipient, kind, body, attempts, thread_id, created_at,
    EXISTS (SELECT FROM {t}.outbox m WHERE m.state = 'new' AND m.due_at <= %(now)s
        AND m.key NOT IN (SELECT key FROM head) OFFSET 0)
"""
"""The first unsent row of each recipient nobody is writing to: order holds for each of them."""
MARK: LiteralString = """
UPDATE {t}.outbox SET state = %(state)s, error = %(error)s, due_at = coalesce(%(due_at)s, due_at),
    provider_message_id = %(provider_message_id)s, attempts = attempts - %(uncounted)s
WHERE key = %(key)s AND state = 'sending' AND attempts = %(attempts)s
"""
REPEAT: LiteralString = """
UPDATE {t}.outbox SET state = 'new', error = 'lease'
WHERE state = 'sending' AND claimed_at < %(before)s AND kind <> ALL(%(once)s)
"""
STRANDED: LiteralString = """
SELECT id, key, recipient, kind, body, attempts, thread_id, created_at FROM {t}.outbox
WHERE state = 'sending' AND claimed_at < %(before)s AND kind = ANY(%(once)s)
FOR UPDATE SKIP LOCKED
"""
STATUS: LiteralString = """
UPDATE {t}.outbox SET delivery = %(status)s, error = coalesce(%(error)s, error)
WHERE provider_message_id = %(provider_message_id)s AND delivery IS DISTINCT FROM %(status)s
    AND (delivery IS NULL OR delivery = 'delivered')
"""


async def post(gate: WriteGate, item: OutboxItem, thread_id: str | None, now: datetime) -> bool:
    """Post one thing beside a turn's own replies; False if its key was posted before.

    For handlers inside the commit (the STK push of an attempt) and for services.
    """
    params = {
        "key": item.key,
        "thread_id": thread_id,
        "recipient": item.recipient,
        "kind": item.kind,
        "body": to_json(item.body).decode(),
        "now": now,
    }
    return await gate.execute(POST, params) == 1


@dataclass(frozen=True, slots=True)
class Batch:
    """Claimed rows, each of another recipient; `more`: others wait that could go out now."""

    rows: tuple[OutboxRow, ...] = ()
    more: bool = False


async def take(gate: ReadGate, *, most: int, now: datetime) -> Batch:
    """Claim up to `most` rows, at most one of each recipient, oldest first."""
    rows = await gate.fetch_all(TAKE, {"most": most, "now": now})
    taken = sorted((OutboxRow(*row[:-1]) for row in rows), key=lambda row: row.id)
    return Batch(tuple(taken), more=bool(rows) and rows[0][-1])


async def mark_sent(gate: WriteGate, row: OutboxRow, sent: Sent) -> bool:
    """Record a delivery; False if the claim was taken away meanwhile."""
    return await _mark(gate, row, "sent", None, provider_message_id=sent.provider_message_id)


async def mark_again(
    gate: WriteGate, row: OutboxRow, error: str, due_at: datetime, *, counted: bool = True
) -> bool:
    """Let a row be sent again, not before `due_at`; its recipient's later rows wait for it."""
    return await _mark(gate, row, "new", error, due_at=due_at, uncounted=not counted)


async def mark_parked(gate: WriteGate, row: OutboxRow, error: str) -> bool:
    """Give a row up; its recipient's later rows go on."""
    return await _mark(gate, row, "parked", error)


async def repeat_stalled(gate: WriteGate, before: datetime) -> int:
    """Let rows be sent again whose sender did not come back; never those of AT_MOST_ONCE."""
    return await gate.execute(REPEAT, {"before": before, "once": list(AT_MOST_ONCE)})


async def stranded(gate: ReadGate, before: datetime) -> list[OutboxRow]:
    """Lock the at-most-once rows whose sender did not come back."""
    rows = await gate.fetch_all(STRANDED, {"before": before, "once": list(AT_MOST_ONCE)})
    return [OutboxRow(*row) for row in rows]


async def note_status(
    gate: WriteGate, provider_message_id: str, status: str, error: str | None = None
) -> bool:
    """Record what became of a sent row: `delivered`, `read` or `failed`; the last two stay."""
    params = {"provider_message_id": provider_message_id, "status": status, "error": error}
    return await gate.execute(STATUS, params) == 1


async def _mark(
    gate: WriteGate,
    row: OutboxRow,
    state: str,
    error: str | None,
    *,
    due_at: datetime | None = None,
    provider_message_id: str | None = None,
    uncounted: bool = False,
) -> bool:
    params = {
        "key": row.key,
        "attempts": row.attempts,
        "state": state,
        "error": error,
        "due_at": due_at,
        "provider_message_id": provider_message_id,
        "uncounted": int(uncounted),
    }
    return await gate.execute(MARK, params) == 1
