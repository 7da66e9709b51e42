"""Storage as a turn sees it, on Postgres."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import datetime

import psycopg

from engine.clock import Clock
from engine.model.tenant import Tenant
from engine.store import claim as claims
from engine.store import inbox, outbox
from engine.store.bell import Bell
from engine.store.commit import PostgresCommitTx
from engine.store.database import Database
from engine.store.records import Conversation, Incoming, OutboxItem, Verdict
from engine.store.tenancy import TenantGate
from engine.store.tenants import Tenants

ATTEMPTS = 3


class PostgresStore:
    """Implements `engine.store.ports.Store`."""

    def __init__(
        self,
        database: Database,
        tenants: Tenants,
        bell: Bell,
        clock: Clock,
        *,
        attempts: int = ATTEMPTS,
    ) -> None:
        self._database = database
        self._tenants = tenants
        self._bell = bell
        self._clock = clock
        self._attempts = attempts

    def read(self, tenant: Tenant) -> TenantGate:
        """Give the gate for statements outside any transaction."""
        return TenantGate(self._database, tenant)

    async def claim(self, tenant: Tenant, now: datetime) -> Conversation | None:
        """Take the oldest row of a customer whom nobody serves, with all a turn needs."""
        return await claims.claim(self.read(tenant), self._tenants, now, most=self._attempts)

    async def reload(self, conversation: Conversation) -> Conversation:
        """Read session, thread, contact and tenant anew, keeping the claim."""
        return await claims.reload(self.read(conversation.tenant), self._tenants, conversation)

    @asynccontextmanager
    async def commit(self, tenant: Tenant) -> AsyncIterator[PostgresCommitTx]:
        """Open the commit's transaction; without a `WON` it leaves nothing behind."""
        async with AsyncExitStack() as stack:
            tx = PostgresCommitTx(self._database, tenant, stack, self._clock)
            yield tx
            if tx.begun and tx.verdict is not Verdict.WON:
                raise psycopg.Rollback
        if tx.verdict is Verdict.WON and (tx.begun or (tx.commit and tx.commit.outbox)):
            self._bell.ring("outbox", tenant.slug)

    async def post(self, tenant: Tenant, item: OutboxItem, thread_id: str | None) -> None:
        """Post one thing outside any turn; its key keeps it from being posted twice."""
        if await outbox.post(self.read(tenant), item, thread_id, self._clock.now()):
            self._bell.ring("outbox", tenant.slug)

    async def happen(self, tenant: Tenant, item: Incoming) -> None:
        """Let something happen to a thread beside what comes from outside; heard once a key."""
        if await inbox.store_items(self.read(tenant), [item], self._clock.now()):
            self._bell.ring("inbox", tenant.slug)

    async def fail(self, conversation: Conversation, code: str) -> bool:
        """Give a claim back after an error; True if it was parked for good (poison)."""
        gate = self.read(conversation.tenant)
        claimed = conversation.claimed
        return await inbox.give_back(
            gate, claimed.provider_id, claimed.attempts, error=code, most=self._attempts
        )

    async def release(self, conversation: Conversation) -> None:
        """Give a claim back as if it had not been made; for a worker that stops."""
        claimed = conversation.claimed
        gate = self.read(conversation.tenant)
        await inbox.release(gate, claimed.provider_id, claimed.attempts)
