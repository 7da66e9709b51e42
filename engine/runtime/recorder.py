"""What becomes of a row of the outbox after its carrier answered, or never did."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import timedelta
from typing import TypeAlias

import structlog

from engine.clock import Clock
from engine.model.handler import WriteGate
from engine.model.tenant import Tenant
from engine.runtime.backoff import pause_s
from engine.store import outbox
from engine.store.bell import Bell
from engine.store.database import Database
from engine.store.delivery import (
    AT_MOST_ONCE,
    Carrier,
    Delivery,
    OutboxRow,
    Refused,
    Retry,
    Sent,
    Uncertain,
)
from engine.store.inbox import store_items
from engine.store.records import Incoming
from engine.store.tenancy import TenantGate, transaction

Mark: TypeAlias = Callable[[WriteGate], Awaitable[bool]]
HELD_S = 60.0
"""How often a row is tried whose account cannot send at all."""
log = structlog.get_logger("sender")


class Recorder:
    """Marks rows, together with the events that their carriers tell of."""

    def __init__(
        self, database: Database, carriers: Mapping[str, Carrier], bell: Bell, clock: Clock
    ) -> None:
        self._database = database
        self._carriers = carriers
        self._bell = bell
        self._clock = clock

    async def record(self, tenant: Tenant, row: OutboxRow, delivery: Delivery) -> float | None:
        """Record an answer.

        Returns:
            The seconds after which the row is to be sent again, or None.

        Raises:
            DatabaseDown: nothing was recorded.
        """
        match delivery:
            case Sent(tells=tells):
                await self._mark(tenant, lambda gate: outbox.mark_sent(gate, row, delivery), tells)
            case Refused(code=code, tells=tells):
                await self._park(tenant, row, code, tells)
            case Uncertain(reason=reason, tells=tells) if row.kind in AT_MOST_ONCE:
                await self._park(tenant, row, reason, tells or self._stranded(tenant, row))
            case Uncertain(reason=reason):
                return await self._again(tenant, row, Retry(reason))
            case Retry():
                return await self._again(tenant, row, delivery)
        return None

    async def recover(self, tenant: Tenant, lease: timedelta) -> int:
        """Deal with rows whose sender did not come back within the lease; returns how many."""
        before = self._clock.now() - lease
        again = await outbox.repeat_stalled(TenantGate(self._database, tenant), before)
        async with transaction(self._database, tenant) as tx:
            rows = await outbox.stranded(tx, before)
            for row in rows:
                await outbox.mark_parked(tx, row, "stranded")
                await store_items(tx, self._stranded(tenant, row), self._clock.now())
        for row in rows:
            log.error("outbox.stranded", tenant=tenant.slug, kind=row.kind, key=row.key)
            self._bell.ring("inbox", tenant.slug)
        return again + len(rows)

    async def _park(
        self, tenant: Tenant, row: OutboxRow, error: str, tells: Sequence[Incoming]
    ) -> None:
        log.error("outbox.parked", tenant=tenant.slug, kind=row.kind, key=row.key, code=error)
        await self._mark(tenant, lambda gate: outbox.mark_parked(gate, row, error), tells)

    async def _again(self, tenant: Tenant, row: OutboxRow, retry: Retry) -> float | None:
        pause = self._pause_s(row, retry)
        if pause is None:
            await self._park(tenant, row, retry.code, ())
            return None
        due_at = self._clock.now() + timedelta(seconds=pause)
        await self._mark(
            tenant,
            lambda gate: outbox.mark_again(gate, row, retry.code, due_at, counted=not retry.held),
        )
        log.warning("outbox.again", tenant=tenant.slug, kind=row.kind, code=retry.code, in_s=pause)
        return pause

    @staticmethod
    def _pause_s(row: OutboxRow, retry: Retry) -> float | None:
        if retry.held:
            return retry.after_s or HELD_S
        return pause_s(row.attempts, throttled=retry.throttled, asked_s=retry.after_s)

    async def _mark(self, tenant: Tenant, mark: Mark, tells: Sequence[Incoming] = ()) -> None:
        """Mark a row and store what its carrier tells, in one transaction."""
        if not tells:
            marked = await mark(TenantGate(self._database, tenant))
        else:
            async with transaction(self._database, tenant) as tx:
                marked = await mark(tx)
                await store_items(tx, tells, self._clock.now())
            self._bell.ring("inbox", tenant.slug)
        if not marked:
            log.warning("outbox.late", tenant=tenant.slug)  # the lease had run out

    def _stranded(self, tenant: Tenant, row: OutboxRow) -> tuple[Incoming, ...]:
        carrier = self._carriers.get(row.kind)
        return carrier.stranded(tenant, row) if carrier else ()
