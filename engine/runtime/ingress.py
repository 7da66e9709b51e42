"""The way in: everything that happens to a thread is stored before anybody answers for it."""

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from engine.clock import Clock
from engine.errors import DatabaseDown
from engine.model.message import DeliveryStatus, Inbound
from engine.model.tenant import Tenant
from engine.store.bell import Bell
from engine.store.database import Database
from engine.store.inbox import store_items
from engine.store.outbox import note_status
from engine.store.records import Incoming
from engine.store.tenancy import TenantGate
from engine.store.tenants import Tenants

ANSWER_S = 1.8
"""A webhook is answered within 2 s, with 503 if need be."""
NOTED = frozenset({"delivered", "read", "failed"})


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of one body.

    Attributes:
        fresh: messages stored now.
        repeated: messages that were there already.
        unrouted: accounts that belong to no tenant; theirs are not stored.
    """

    fresh: int
    repeated: int = 0
    unrouted: tuple[str, ...] = ()


class Inbox:
    """Implements `engine.store.ports.Inbox`: store, then wake the workers."""

    def __init__(self, database: Database, bell: Bell, clock: Clock) -> None:
        self._database = database
        self._bell = bell
        self._clock = clock

    async def store(self, tenant: Tenant, items: Sequence[Incoming]) -> int:
        """Store all items in one transaction; returns how many were new.

        Raises:
            DatabaseDown: nothing is stored, so the sender must send again.
        """
        fresh = await store_items(TenantGate(self._database, tenant), items, self._clock.now())
        if fresh:
            self._bell.ring("inbox", tenant.slug)
        return fresh


class Ingress:
    """Routes the pieces of a webhook's body to their tenants."""

    def __init__(self, database: Database, tenants: Tenants, inbox: Inbox) -> None:
        self._database = database
        self._tenants = tenants
        self._inbox = inbox

    async def store(self, pieces: Sequence[Inbound | DeliveryStatus]) -> Receipt:
        """Store all messages of one body, and note what statuses tell of.

        Raises:
            DatabaseDown: not everything is stored; what is, is not stored again.
        """
        try:
            async with asyncio.timeout(ANSWER_S):
                return await self._twice(pieces)
        except TimeoutError as error:
            raise DatabaseDown("it took too long") from error

    async def _twice(self, pieces: Sequence[Inbound | DeliveryStatus]) -> Receipt:
        """Storing is idempotent, and after a restart of Postgres each idle connection is dead."""
        try:
            return await self._store(pieces)
        except DatabaseDown:
            await self._database.purged()
            return await self._store(pieces)

    async def _store(self, pieces: Sequence[Inbound | DeliveryStatus]) -> Receipt:
        tenants = await self._tenants.by_whatsapp(sorted({piece.account for piece in pieces}))
        messages = [piece for piece in pieces if isinstance(piece, Inbound)]
        fresh = 0
        for account, tenant in tenants.items():
            mine = [Incoming.message(m) for m in messages if m.account == account]
            fresh += await self._inbox.store(tenant, mine)
            await self._note(tenant, (p for p in pieces if p.account == account))
        unrouted = tuple(sorted({piece.account for piece in pieces} - tenants.keys()))
        routed = sum(message.account in tenants for message in messages)
        return Receipt(fresh, routed - fresh, unrouted)

    async def _note(self, tenant: Tenant, pieces: Iterable[Inbound | DeliveryStatus]) -> None:
        gate = TenantGate(self._database, tenant)
        for piece in pieces:
            if isinstance(piece, DeliveryStatus) and piece.status in NOTED:
                code = None if piece.code is None else str(piece.code)
                await note_status(gate, piece.provider_id, piece.status, code)
