"""Counting turns from the journal, a stretch at a time, each turn once whoever counts."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from itertools import groupby
from typing import LiteralString

from engine.journal.entry import read_entry
from engine.journal.misheard import WITHIN, Misheard, Turn, misheard, routed
from engine.store.database import Database
from engine.store.tenancy import TenantGate, TenantTx, transaction

DAY = timedelta(hours=24)
STRETCH = timedelta(minutes=30)
"""Read at once."""
SETTLED = timedelta(seconds=30)
"""A turn's time is taken before its transaction ends: only later is it sure to be seen."""
KEPT = timedelta(days=30)

MARK: LiteralString = "SELECT counted_to FROM {t}.quality"
TAKE: LiteralString = """
UPDATE {t}.quality SET counted_to = %(to)s
 WHERE counted_to IS NOT DISTINCT FROM %(known)s RETURNING counted_to
"""
READ: LiteralString = """
SELECT id, thread_id, at, entry FROM {t}.journal
 WHERE at > %(before)s AND at <= %(to)s ORDER BY id
"""
HOURS: LiteralString = """
INSERT INTO {t}.understood_hours AS h (hour, turns)
SELECT * FROM unnest(%(hours)s::timestamptz[], %(turns)s::int[])
ON CONFLICT (hour) DO UPDATE SET turns = h.turns + excluded.turns
"""
MISHEARD: LiteralString = """
INSERT INTO {t}.misheard (journal_id, thread_id, next_id, next_thread_id, at, signal)
VALUES (%s, %s, %s, %s, %s, %s) ON CONFLICT DO NOTHING
"""
FORGET: LiteralString = """
WITH gone AS (DELETE FROM {t}.understood_hours WHERE hour < %(before)s)
DELETE FROM {t}.misheard WHERE at < %(before)s
"""


async def count(database: Database, gate: TenantGate, now: datetime) -> None:
    """Count what has come to the journal of a business since it was counted last.

    Args:
        database: for one transaction a stretch.
        gate: the business's.
        now: UTC.

    Raises:
        DatabaseDown: the rest is counted the next time.
    """
    row = await gate.fetch_one(MARK)
    known = row[0] if row else None
    end = now - SETTLED
    begin = max(known or end - DAY, end - DAY)
    while begin < end:
        to = min(begin + STRETCH, end)
        if not await _stretch(database, gate, known, begin, to):
            return  # somebody else counts
        known = begin = to


async def _stretch(
    database: Database, gate: TenantGate, known: datetime | None, begin: datetime, to: datetime
) -> bool:
    rows = await gate.fetch_all(READ, {"before": begin - WITHIN, "to": to})
    turns = [Turn(number, thread, at, read_entry(entry)) for number, thread, at, entry in rows]
    async with transaction(database, gate.tenant) as tx:
        if await tx.fetch_one(TAKE, {"to": to, "known": known}) is None:
            return False
        await _keep(tx, turns, begin)
        await tx.execute(FORGET, {"before": to - KEPT})
    return True


async def _keep(tx: TenantTx, turns: Sequence[Turn], begin: datetime) -> None:
    """Store what is new: turns up to `begin` are only there for those behind them."""
    new = (turn.at for turn in turns if turn.at > begin and routed(turn))
    hours = Counter(at.replace(minute=0, second=0, microsecond=0) for at in new)
    if hours:
        await tx.execute(HOURS, {"hours": [*hours], "turns": [*hours.values()]})
    for one in _misheard(turns):
        if one.next.at > begin:
            await tx.execute(MISHEARD, _row(one))


def _misheard(turns: Sequence[Turn]) -> Iterator[Misheard]:
    """By customer: what comes after an answer often is another thread."""
    own = sorted((one for one in turns if one.customer), key=lambda one: (one.customer, one.id))
    for _, of_one in groupby(own, key=lambda one: one.customer):
        yield from misheard(tuple(of_one))


def _row(one: Misheard) -> tuple[object, ...]:
    turn, later = one.turn, one.next
    return turn.id, turn.thread_id, later.id, later.thread_id, later.at, one.signal.value
