"""What the turns of one customer left behind, whoever ran them: this process or a worker."""

from dataclasses import dataclass
from typing import LiteralString

from engine.journal.entry import Entry, read_entry
from engine.model.handler import ReadGate
from engine.model.session import Session
from engine.store.shape import session_from_json

LAST: LiteralString = """
SELECT coalesce(max(j.id), 0) FROM {t}.journal j
JOIN {t}.conversation_threads th USING (thread_id) WHERE th.customer_id = %(customer)s
"""
SINCE: LiteralString = """
SELECT j.id, j.entry, j.thread_id FROM {t}.journal j
JOIN {t}.conversation_threads th USING (thread_id)
WHERE th.customer_id = %(customer)s AND j.id > %(last)s ORDER BY j.id
"""
STANDS: LiteralString = """
SELECT checkpoint::text, (metadata ->> 'state_version')::int FROM {c}.checkpoints
WHERE thread_id = %(thread)s AND type = 'current'
"""
OPEN: LiteralString = """
SELECT count(*) FROM {t}.inbox
WHERE customer_id = %(customer)s AND state IN ('new', 'processing')
"""


@dataclass(frozen=True, slots=True)
class Page:
    """New entries of the journal, and where the thread of the last one stands."""

    entries: tuple[Entry, ...]
    session: Session | None


class Ledger:
    """Reads on from where it was read last."""

    def __init__(self, gate: ReadGate, customer_id: str) -> None:
        self._gate = gate
        self._who = {"customer": customer_id}
        self._last = 0

    async def skip(self) -> None:
        """Pass over what is there already."""
        row = await self._gate.fetch_one(LAST, self._who)
        self._last = row[0] if row else 0

    async def read(self) -> Page:
        """Give what is new."""
        rows = await self._gate.fetch_all(SINCE, {**self._who, "last": self._last})
        if not rows:
            return Page((), None)
        self._last, _, thread_id = rows[-1]
        return Page(tuple(read_entry(row[1]) for row in rows), await self._session(thread_id))

    async def waiting(self) -> int:
        """How many rows of this customer's inbox are not worked off."""
        row = await self._gate.fetch_one(OPEN, self._who)
        return row[0] if row else 0

    async def _session(self, thread_id: str) -> Session | None:
        row = await self._gate.fetch_one(STANDS, {"thread": thread_id})
        return session_from_json(row[0], row[1]) if row else None
