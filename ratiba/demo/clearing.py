"""Before the walk: what is left of the demo customer's earlier ones goes, nobody else's."""

from datetime import datetime, timedelta
from typing import LiteralString
from zoneinfo import ZoneInfo

from engine.model.handler import ReadGate, WriteGate
from ratiba.demo.words import HOUR, STAFF

BOOKINGS: LiteralString = """
WITH gone AS (
    UPDATE {t}.appointments SET status = 'cancelled', hold_expires_at = NULL, updated_at = %(now)s
    WHERE customer_id = %(customer)s AND status IN ('held', 'pending', 'confirmed')
    RETURNING id
)
UPDATE {t}.appointment_resources SET live = false, held_until = NULL, held_by = NULL
WHERE live AND appointment_id IN (SELECT id FROM gone)
"""
THREADS: LiteralString = """
WITH over AS (
    UPDATE {t}.conversation_threads SET ended_at = %(now)s
    WHERE customer_id = %(customer)s AND ended_at IS NULL
    RETURNING thread_id
)
DELETE FROM {t}.timers WHERE thread_id IN (SELECT thread_id FROM over)
"""
INBOX: LiteralString = """
UPDATE {t}.inbox SET state = 'done'
WHERE customer_id = %(customer)s AND state IN ('new', 'processing')
"""
OUTBOX: LiteralString = """
UPDATE {t}.outbox SET state = 'parked', error = 'demo'
WHERE state IN ('new', 'sending') AND thread_id IN (
    SELECT thread_id FROM {t}.conversation_threads WHERE customer_id = %(customer)s)
"""
LANGUAGE: LiteralString = """
UPDATE {t}.contacts SET locale = NULL WHERE customer_id = %(customer)s
"""
EVERYTHING = (BOOKINGS, THREADS, INBOX, OUTBOX, LANGUAGE)

TAKEN: LiteralString = """
SELECT EXISTS (SELECT FROM {t}.appointment_resources WHERE live AND resource_id = %(staff)s
        AND (held_until IS NULL OR held_until > %(now)s)
        AND blocks_from < %(ends)s AND blocks_to > %(starts)s)
    OR EXISTS (SELECT FROM {t}.staff_blocks WHERE staff_id = %(staff)s
        AND starts_at < %(ends)s AND ends_at > %(starts)s)
"""
HAIRCUT = timedelta(minutes=45)
DAYS = 30


async def clear(tx: WriteGate, customer: str, now: datetime) -> None:
    """Cancel the customer's bookings and end the conversations that are open."""
    for statement in EVERYTHING:
        await tx.execute(statement, {"customer": customer, "now": now})


async def first_free(read: ReadGate, zone: str, now: datetime) -> datetime | None:
    """Find the first day, from tomorrow on, on which Anna is free at 15:00; None: a busy month."""
    today = now.astimezone(ZoneInfo(zone)).replace(hour=HOUR, minute=0, second=0, microsecond=0)
    for days in range(1, DAYS):
        starts = today + timedelta(days=days)
        params = {"staff": STAFF, "now": now, "starts": starts, "ends": starts + HAIRCUT}
        row = await read.fetch_one(TAKEN, params)
        if row is not None and not row[0]:
            return starts
    return None
