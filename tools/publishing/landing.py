"""The one transaction of a publish: all of it, or nothing."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import LiteralString

import psycopg

from engine.clock import Clock
from engine.errors import UnavailableError
from engine.ids import new_ulid
from engine.model.flow import FlowSet
from engine.store.database import Database
from engine.store.tenancy import TenantTx, transaction
from tools.publishing import rows
from tools.publishing.conflict import compare
from tools.publishing.gate import Gate, Shelf
from tools.publishing.live import STILL, live
from tools.publishing.past import digests
from tools.publishing.records import Editor, Report, Version, Wish
from tools.publishing.shelves import keep

ALONE: LiteralString = "SELECT pg_advisory_xact_lock(hashtext('ratiba flows ' || %(slug)s))"
"""One change of a tenant's flows at a time."""
PATIENCE: LiteralString = "SET LOCAL lock_timeout = '5s'"


@dataclass(frozen=True, slots=True)
class Landing:
    """A document that passed its check, about to be in force.

    Attributes:
        shelf: what it was checked against, live conversations included.
        before: the versions that were in force then.
        flows: what will be in force.
    """

    database: Database
    gate: Gate
    clock: Clock
    shelf: Shelf
    before: Sequence[Version]
    flows: FlowSet

    async def land(self, editor: Editor, wish: Wish) -> Version | Report | None:
        """Store it, unless conversations have moved meanwhile to where it has no place for them.

        No turn is committed between the last look at them and the end of the transaction.

        Returns:
            The version in force; or whom it would strand; or None: another document was
            published since the check, which must be made again.

        Raises:
            ConflictError: somebody was quicker with this document.
            UnavailableError: the conversations could not be held still.
        """
        try:
            async with transaction(self.database, self.shelf.tenant) as tx:
                return await self._land(tx, editor, wish)
        except psycopg.errors.LockNotAvailable:
            raise UnavailableError(
                "flow.busy", "The conversations could not be held still for 5 s. Try again."
            ) from None

    async def _land(self, tx: TenantTx, editor: Editor, wish: Wish) -> Version | Report | None:
        await tx.execute(PATIENCE)
        await tx.execute(ALONE, {"slug": self.shelf.tenant.slug})
        held = await rows.published(tx)
        compare(held, wish.document, wish.base)
        if _marks(held) != _marks(self.before):
            return None
        if not wish.pin and not (report := await self._late(tx)).good:
            return replace(report, document=wish.document)
        number = await rows.latest(tx, wish.document) + 1
        version = self._version(editor, wish, number)
        made = new_ulid(self.clock)
        await rows.put_in_force(tx, version, made, await self._set(tx, pinned=wish.pin))
        return version

    async def _set(self, tx: TenantTx, *, pinned: bool) -> rows.MadeSet:
        """The set that this makes; what is shipped beneath it is kept with it."""
        beneath = self.gate.worlds.shipped(self.shelf.tenant.vertical)
        await keep(tx, beneath)
        now = self.gate.in_force(self.shelf)
        before = digests(now.flows) if now is not None else {}
        return rows.MadeSet(digests(self.flows), before, beneath.digest, pinned)

    async def _late(self, tx: TenantTx) -> Report:
        """Look at the conversations that had a turn since the check."""
        await tx.execute(STILL)
        seen = {one.session.thread_id: one.version for one in self.shelf.live}
        return self.gate.strangers(replace(self.shelf, live=await live(tx, seen)), self.flows)

    def _version(self, editor: Editor, wish: Wish, number: int) -> Version:
        now, text = self.clock.now(), wish.text
        return Version(
            document=wish.document,
            version=number,
            digest=text.digest if text else "",
            source=text.source if text else "",
            state="published",
            author=editor.name,
            note=wish.note,
            base=wish.base,
            created_at=now,
            published_at=now,
        )


def _marks(held: Sequence[Version]) -> dict[str, int]:
    return {one.document: one.version for one in held}
