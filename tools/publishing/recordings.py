"""Conversations that have been, read from the journal."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from typing import LiteralString

from engine.journal.entry import read_entry
from engine.journal.recording import Recording
from engine.model.tenant import Tenant
from engine.store.tenancy import TenantGate

LATEST: LiteralString = """
WITH chosen AS (
    SELECT thread_id, max(at) AS last FROM {t}.journal
    WHERE at >= %(since)s AND (%(thread)s::text IS NULL OR thread_id = %(thread)s)
    GROUP BY thread_id ORDER BY last DESC LIMIT %(most)s
)
SELECT j.thread_id, j.entry FROM {t}.journal j JOIN chosen USING (thread_id)
ORDER BY chosen.last DESC, j.thread_id, j.id
"""


async def recordings(
    gate: TenantGate,
    tenant: Tenant,
    *,
    most: int,
    since: datetime | None = None,
    thread: str | None = None,
) -> tuple[Recording, ...]:
    """Read the latest conversations of a business, the newest first.

    Args:
        gate: the tenant's.
        tenant: for the language in which conversations begin.
        most: how many conversations.
        since: UTC; only those with a turn since then.
        thread: only this one.
    """
    given = {"since": since or "-infinity", "thread": thread, "most": most}
    rows = await gate.fetch_all(LATEST, given)
    return tuple(_grouped(rows, tenant.locale))


def _grouped(rows: Sequence[tuple[object, ...]], locale: str) -> Iterator[Recording]:
    for thread_id, turns in groupby(rows, key=itemgetter(0)):
        entries = tuple(read_entry(turn[1]) for turn in turns)  # type: ignore[arg-type]
        yield Recording(str(thread_id), locale, entries)
