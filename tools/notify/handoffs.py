"""Handoffs that wait for a person, and their end: handed back to Ratiba, or closed."""

from dataclasses import dataclass
from datetime import datetime
from typing import LiteralString

from engine.errors import InputError
from engine.model.event import Happened
from engine.model.handler import ReadGate, WriteGate
from engine.phones import spellings
from engine.store.inbox import store_items
from engine.store.records import Incoming

TOOL = "notify_admin"

WAITING: LiteralString = """
SELECT id, thread_id, customer_id, opened_at,
    nullif(concat_ws(E'\n\n', gist, summary), ''), reason FROM {t}.handoff_log
 WHERE closed_at IS NULL ORDER BY opened_at, id
"""
CLOSE: LiteralString = """
WITH closed AS (
    UPDATE {t}.handoff_log
       SET closed_at = %(now)s, outcome = %(outcome)s, operator = %(operator)s,
           engaged_at = coalesce(engaged_at, %(now)s)
     WHERE closed_at IS NULL
       AND (id = %(who)s OR thread_id = %(who)s OR customer_id = ANY(%(spellings)s))
    RETURNING id, thread_id, customer_id, opened_at,
        nullif(concat_ws(E'\n\n', gist, summary), '') AS summary, reason
), resolved AS (
    UPDATE {t}.attention_items SET resolved_at = %(now)s, resolved_by = %(operator)s
     WHERE resolved_at IS NULL AND reason = 'handoff'
       AND ref IN (SELECT thread_id FROM closed)
)
SELECT id, thread_id, customer_id, opened_at, summary, reason FROM closed ORDER BY opened_at, id
"""


@dataclass(frozen=True, slots=True)
class Handoff:
    """A conversation that a person has, or is to take.

    Attributes:
        opened_at: UTC.
        summary: two sentences if a model made them, what is known, and the last turns before it.
        reason: why a person was called, one word of `tools.notify.briefing.WHY`.
    """

    id: str
    thread: str
    customer: str
    opened_at: datetime
    summary: str | None
    reason: str = "asked"


async def waiting(read: ReadGate) -> tuple[Handoff, ...]:
    """Give every handoff that is open, the oldest first."""
    return tuple(Handoff(*row) for row in await read.fetch_all(WAITING))


async def hand_back(
    tx: WriteGate, who: str, operator: str, now: datetime, *, close: bool = False
) -> tuple[Handoff, ...]:
    """End the handoff of a conversation: log, list and conversation hear of it, or none does.

    Args:
        tx: a transaction; the caller rings the inbox's bell after it.
        who: id of the handoff or of its thread, or the customer's phone in any spelling.
        operator: who ended it, for the log.
        now: UTC.
        close: whether the matter is settled, so that Ratiba does not go on with it.

    Returns:
        What was ended; several only if the customer had several conversations.

    Raises:
        InputError: none of theirs is open.
    """
    outcome = "closed" if close else "handed_back"
    told = {
        "who": who,
        "spellings": spellings(who),
        "operator": operator,
        "outcome": outcome,
        "now": now,
    }
    ended = tuple(Handoff(*row) for row in await tx.fetch_all(CLOSE, told))
    if not ended:
        raise InputError(
            "handoff.none",
            f"Nobody took over from '{who}', or it is ended already. See: ratiba handoff list.",
        )
    latest = {handoff.thread: handoff for handoff in ended}
    await store_items(tx, [_event(handoff, outcome) for handoff in latest.values()], now)
    return ended


def _event(handoff: Handoff, outcome: str) -> Incoming:
    """Make what the conversation hears; its key lets it be heard once."""
    event = Happened(f"{TOOL}.{outcome}")
    return Incoming(f"handback:{handoff.id}", handoff.customer, event, handoff.thread)
