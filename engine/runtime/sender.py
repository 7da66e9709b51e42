"""The sender: hands the outbox to its carriers, in order for each recipient."""

import asyncio
from collections.abc import Mapping
from datetime import timedelta

import structlog

from engine.clock import Clock
from engine.logs import error_code, trouble
from engine.model.tenant import Tenant
from engine.runtime.crew import GRACE_S, Crew
from engine.runtime.recorder import Recorder
from engine.store.bell import Bell
from engine.store.database import Database
from engine.store.delivery import Carrier, Delivery, OutboxRow, Refused, Uncertain
from engine.store.outage import outlasting
from engine.store.outbox import take
from engine.store.tenancy import TenantGate
from engine.store.tenants import Tenants

BATCH = 16
"""Rows claimed at once, each of another recipient."""
CARRY_S = 15.0
"""A carrier that needs longer is cut off; below the lease, so that nobody takes the row over."""
LATE_S = 0.02
"""A row's pause ends by the clock, the wake-up by the loop's: the second must not be first."""
log = structlog.get_logger("sender")


class Sender:
    """Sends what turns committed.

    A reply goes out at least once; an at-most-once kind is never handed over a second time: when
    nobody knows whether it went out, it is parked and its carrier hears of it.
    """

    def __init__(
        self,
        database: Database,
        tenants: Tenants,
        carriers: Mapping[str, Carrier],
        bell: Bell,
        clock: Clock,
        *,
        size: int = 8,
    ) -> None:
        self._database = database
        self._tenants = tenants
        self._carriers = carriers
        self._clock = clock
        self._recorder = Recorder(database, carriers, bell, clock)
        self._crew = Crew("sender", size, self._serve)

    def hear(self, bell: Bell) -> None:
        """Be woken by what enters an outbox."""
        bell.hear("outbox", self.wake)

    def wake(self, slug: str) -> None:
        """Look at a tenant's outbox soon."""
        self._crew.wake(slug)

    async def run(self) -> None:
        """Send until cancelled."""
        await self._crew.run()

    async def stop(self, grace_s: float = GRACE_S) -> None:
        """Let sends under way finish."""
        await self._crew.stop(grace_s)

    async def recover(self, tenant: Tenant, lease: timedelta) -> None:
        """Deal with rows whose sender did not come back within the lease."""
        if await self._recorder.recover(tenant, lease):
            self.wake(tenant.slug)

    async def _serve(self, slug: str) -> None:
        """A batch of a tenant's rows, all at once since their recipients differ."""
        rings = self._crew.rings(slug)
        tenant = await self._tenants.by_slug(slug)
        gate = TenantGate(self._database, tenant)
        batch = await take(gate, most=BATCH, now=self._clock.now())
        if len(batch.rows) == BATCH:
            self._crew.wake(slug)
        await asyncio.gather(
            *(self._send(tenant, row, rings, more=batch.more) for row in batch.rows)
        )

    async def _send(self, tenant: Tenant, row: OutboxRow, rings: int, *, more: bool) -> None:
        delivery = await self._carry(tenant, row)
        pause = await self._recorded(tenant, row, delivery)
        if pause is not None:
            asyncio.get_running_loop().call_later(pause + LATE_S, self.wake, tenant.slug)
        if more or self._crew.rings(tenant.slug) != rings:
            self.wake(tenant.slug)

    async def _carry(self, tenant: Tenant, row: OutboxRow) -> Delivery:
        carrier = self._carriers.get(row.kind)
        if carrier is None:
            return Refused("carrier.missing", f"nobody carries '{row.kind}'")
        carried = asyncio.wait_for(carrier.carry(tenant, row), CARRY_S)
        (result,) = await asyncio.gather(carried, return_exceptions=True)
        match result:
            case Exception():
                fields = {"tenant": tenant.slug, "kind": row.kind, "key": row.key}
                log.error("outbox.carrier_failed", **fields, **trouble(result))
                return Uncertain(error_code(result))
            case BaseException():
                raise result
            case _:
                return result

    async def _recorded(self, tenant: Tenant, row: OutboxRow, delivery: Delivery) -> float | None:
        """Record it, through a short outage too: what is not recorded is sent again."""
        return await outlasting(lambda: self._recorder.record(tenant, row, delivery))
