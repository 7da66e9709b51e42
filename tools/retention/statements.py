"""What a night takes away, some rows a statement: whoever is killed in between goes on later.

Each may run twice and at once. `%(before)s`: what is older goes. `%(most)s`: rows at once.
"""

from typing import LiteralString

KEPT_FOR: LiteralString = "SELECT value FROM {t}.business_settings WHERE key = %(key)s"
DONE_SINCE: LiteralString = """
SELECT 1 FROM {t}.nights WHERE chore = %(chore)s AND done_at >= %(night)s
"""
DONE: LiteralString = """
INSERT INTO {t}.nights (chore, done_at) VALUES (%(chore)s, %(now)s)
ON CONFLICT (chore) DO UPDATE SET done_at = excluded.done_at
"""

END_IDLE: LiteralString = """
WITH idle AS (
    SELECT thread_id FROM {t}.conversation_threads h
    WHERE ended_at IS NULL AND updated_at < %(before)s AND NOT EXISTS (
        SELECT FROM {t}.handoff_log o WHERE o.thread_id = h.thread_id AND o.closed_at IS NULL)
    LIMIT %(most)s FOR UPDATE SKIP LOCKED
), quiet AS (
    DELETE FROM {t}.timers WHERE thread_id IN (SELECT thread_id FROM idle)
)
UPDATE {t}.conversation_threads SET ended_at = updated_at
WHERE thread_id IN (SELECT thread_id FROM idle)
"""
"""A conversation that nobody came back to, nor waits for a person, is over."""
ARCHIVE: LiteralString = """
WITH moved AS (
    DELETE FROM {c}.checkpoints WHERE (thread_id, checkpoint_id) IN (
        SELECT p.thread_id, p.checkpoint_id FROM {c}.checkpoints p
        JOIN {t}.conversation_threads h ON h.thread_id = p.thread_id
        WHERE h.ended_at < %(before)s AND p.updated_at < %(before)s LIMIT %(most)s)
    RETURNING thread_id, checkpoint_id, type, version, checkpoint, metadata, created_at, updated_at
)
INSERT INTO {c}.checkpoints_archive
    (thread_id, checkpoint_id, type, version, checkpoint, metadata, created_at, updated_at)
SELECT * FROM moved ON CONFLICT DO NOTHING
"""
JOURNAL: LiteralString = """
DELETE FROM {t}.journal WHERE (thread_id, id) IN (
    SELECT j.thread_id, j.id FROM {t}.journal j
    JOIN {t}.conversation_threads h ON h.thread_id = j.thread_id
    WHERE h.ended_at < %(before)s AND j.at < %(before)s LIMIT %(most)s)
"""
MISHEARD: LiteralString = """
DELETE FROM {t}.misheard WHERE journal_id IN (
    SELECT journal_id FROM {t}.misheard WHERE at < %(before)s LIMIT %(most)s)
"""
INBOX: LiteralString = """
DELETE FROM {t}.inbox WHERE provider_id IN (
    SELECT provider_id FROM {t}.inbox
    WHERE state IN ('done', 'parked') AND received_at < %(before)s LIMIT %(most)s)
"""
OUTBOX: LiteralString = """
DELETE FROM {t}.outbox WHERE key IN (
    SELECT key FROM {t}.outbox
    WHERE state IN ('sent', 'parked') AND created_at < %(before)s LIMIT %(most)s)
"""
HANDOFFS: LiteralString = """
UPDATE {t}.handoff_log SET summary = NULL WHERE id IN (
    SELECT id FROM {t}.handoff_log
    WHERE closed_at < %(before)s AND summary IS NOT NULL LIMIT %(most)s)
"""
"""That a person was called, and why, stays; what was said goes."""
ROUTING: LiteralString = """
DELETE FROM public.payment_routing WHERE token IN (
    SELECT token FROM public.payment_routing
    WHERE tenant = %(slug)s AND created_at < %(before)s LIMIT %(most)s)
"""
UNROUTED: LiteralString = """
DELETE FROM public.payment_callbacks_unrouted WHERE id IN (
    SELECT id FROM public.payment_callbacks_unrouted
    WHERE (tenant = %(slug)s OR tenant IS NULL) AND received_at < %(before)s
        AND resolved_at IS NOT NULL LIMIT %(most)s)
"""
"""Money that nobody has accounted for is not forgotten."""
HOLDS: LiteralString = """
WITH gone AS (
    UPDATE {t}.appointments SET status = 'expired', hold_expires_at = NULL, updated_at = %(now)s
    WHERE id IN (
        SELECT id FROM {t}.appointments
        WHERE status = 'held' AND hold_expires_at < %(now)s LIMIT %(most)s
        FOR UPDATE SKIP LOCKED)
    RETURNING id
)
UPDATE {t}.appointment_resources SET live = false, held_until = NULL, held_by = NULL
WHERE live AND appointment_id IN (SELECT id FROM gone)
"""
"""They gave way to others long ago; a row less that looks alive."""

OLD: tuple[LiteralString, ...] = (
    END_IDLE, ARCHIVE, MISHEARD, JOURNAL, INBOX, OUTBOX, HANDOFFS, ROUTING, UNROUTED, HOLDS,
)  # fmt: skip
"""In this order: a conversation is over before its states are put away."""
