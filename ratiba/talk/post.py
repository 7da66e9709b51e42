"""The outbox of a conversation in the terminal, worked off at once and in order."""

from collections.abc import Mapping
from datetime import timedelta

from engine.clock import Clock
from engine.model.tenant import Tenant
from engine.store import outbox
from engine.store.database import Database
from engine.store.delivery import Carrier, Delivery, OutboxRow, Refused, Retry, Sent
from engine.store.inbox import store_items
from engine.store.records import Incoming
from engine.store.tenancy import TenantGate, TenantTx, transaction

BATCH = 16
AGAIN_S = 1.0


class Post:
    """Hands rows to their carriers; what a carrier tells enters the inbox with the result."""

    def __init__(self, database: Database, carriers: Mapping[str, Carrier], clock: Clock) -> None:
        self._database = database
        self._carriers = carriers
        self._clock = clock

    async def deliver(self, tenant: Tenant) -> int:
        """Deliver what is due; gives how many rows that were."""
        gate = TenantGate(self._database, tenant)
        batch = await outbox.take(gate, most=BATCH, now=self._clock.now())
        for row in batch.rows:
            carrier = self._carriers.get(row.kind)
            gone = await carrier.carry(tenant, row) if carrier else Refused("carrier.missing", "")
            async with transaction(self._database, tenant) as tx:
                await self._record(tx, row, gone)
        return len(batch.rows)

    async def _record(self, tx: TenantTx, row: OutboxRow, gone: Delivery) -> None:
        tells: tuple[Incoming, ...] = ()
        match gone:
            case Sent(tells=tells):
                await outbox.mark_sent(tx, row, gone)
            case Retry(code=code, after_s=after_s):
                due = self._clock.now() + timedelta(seconds=after_s or AGAIN_S)
                await outbox.mark_again(tx, row, code, due)
            case Refused(code=reason, tells=tells):
                await outbox.mark_parked(tx, row, reason)
            case _:
                tells = gone.tells
                await outbox.mark_parked(tx, row, gone.reason)
        await store_items(tx, tells, self._clock.now())


class Shown:
    """The carrier of replies that the terminal shows: they are nowhere sent."""

    async def carry(self, _tenant: Tenant, row: OutboxRow) -> Delivery:
        """Count it as sent."""
        return Sent(f"chat:{row.key}")

    def stranded(self, _tenant: Tenant, _row: OutboxRow) -> tuple[Incoming, ...]:
        """Nothing: it is shown again."""
        return ()
