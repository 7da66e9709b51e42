"""Timers that ran out become rows of the inbox, so that a turn takes them in their order."""

from datetime import datetime
from typing import LiteralString

from engine.model.handler import ReadGate

FIRE: LiteralString = """
WITH due AS MATERIALIZED (
    SELECT thread_id, frame, step, name FROM {t}.timers
    WHERE due_at <= %(now)s ORDER BY due_at LIMIT %(most)s FOR UPDATE SKIP LOCKED
), gone AS (
    DELETE FROM {t}.timers t USING due
    WHERE t.thread_id = due.thread_id AND t.frame = due.frame AND t.step = due.step
        AND t.name = due.name
    RETURNING t.*
), stored AS (
    INSERT INTO {t}.inbox (provider_id, customer_id, thread_id, kind, body, received_at)
    SELECT concat_ws(':', 'timer', g.thread_id, g.frame, g.step, g.name,
            (extract(epoch FROM g.due_at) * 1000000)::bigint),
        th.customer_id, g.thread_id, 'timer',
        jsonb_build_object('frame', g.frame, 'step', g.step, 'name', g.name), %(now)s
    FROM gone g JOIN {t}.conversation_threads th ON th.thread_id = g.thread_id
    ORDER BY g.due_at
    ON CONFLICT (provider_id) DO NOTHING
    RETURNING 1
)
SELECT (SELECT count(*) FROM gone), (SELECT count(*) FROM stored),
    (SELECT min(due_at) FROM {t}.timers WHERE due_at > %(now)s)
"""
MOST = 200
"""Timers fired by one statement; what is left is due at once again."""


async def fire(gate: ReadGate, now: datetime) -> tuple[int, datetime | None]:
    """Move timers that are due to the inbox, in one statement.

    A timer of a state that has moved on meanwhile does nothing there: the session knows it.

    Returns:
        How many were moved, and when the next is due: `now` if more wait already, None if none.
    """
    row = await gate.fetch_one(FIRE, {"now": now, "most": MOST})
    gone, stored, upcoming = row or (0, 0, None)
    return stored, now if gone == MOST else upcoming
