"""The sweeper: finds the work that no wake-up told of, and the claims of the dead."""

import asyncio
from dataclasses import dataclass
from datetime import timedelta

import structlog

from engine.clock import Clock
from engine.model.tenant import Tenant
from engine.runtime.mishap import report
from engine.runtime.sender import Sender
from engine.runtime.timekeeper import Timekeeper
from engine.runtime.worker import Worker
from engine.store.database import Database
from engine.store.inbox import rescue
from engine.store.pulse import Pulse, look
from engine.store.tenancy import TenantGate
from engine.store.tenants import Tenants

SWEEP_S = 5.0
LEASE_S = 20.0
"""Longer than any turn or send may take; with the sweep below the 30 s that were promised."""
DEATHS = 6
"""Workers that a message may outlive: a restart at a bad moment is not the message's fault."""
log = structlog.get_logger("sweeper")


@dataclass(frozen=True, slots=True)
class Sweeper:
    """Looks at every tenant each `every_s` seconds, for the roles that this process has."""

    database: Database
    tenants: Tenants
    clock: Clock
    worker: Worker | None = None
    sender: Sender | None = None
    timekeeper: Timekeeper | None = None
    every_s: float = SWEEP_S
    lease_s: float = LEASE_S
    deaths: int = DEATHS

    async def run(self) -> None:
        """Sweep until cancelled, first of all at once."""
        while True:
            (result,) = await asyncio.gather(self.sweep(), return_exceptions=True)
            report(log, "sweep.failed", result, tenant=None)
            await asyncio.sleep(self.every_s)

    async def sweep(self) -> None:
        """Look at every tenant once; trouble with one does not keep it from the others."""
        for tenant in await self.tenants.every():
            (result,) = await asyncio.gather(self._visit(tenant), return_exceptions=True)
            report(log, "sweep.failed", result, tenant=tenant.slug)

    async def _visit(self, tenant: Tenant) -> None:
        lease = timedelta(seconds=self.lease_s)
        now = self.clock.now()
        gate = TenantGate(self.database, tenant)
        pulse = await look(gate, now=now, before=now - lease)
        await self._turns(tenant, gate, pulse)
        await self._sends(tenant, pulse)
        if self.timekeeper is not None and pulse.next_timer is not None:
            self.timekeeper.expect(tenant.slug, pulse.next_timer)

    async def _turns(self, tenant: Tenant, gate: TenantGate, pulse: Pulse) -> None:
        if self.worker is None:
            return
        if pulse.stalled_turns:
            before = self.clock.now() - timedelta(seconds=self.lease_s)
            for rescued in await rescue(gate, before=before, most=self.deaths):
                event = "turn.parked" if rescued.parked else "turn.rescued"
                log.error(event, tenant=tenant.slug, message_id=rescued.provider_id, code="lease")
        if pulse.inbox or pulse.stalled_turns:
            self.worker.wake(tenant.slug)

    async def _sends(self, tenant: Tenant, pulse: Pulse) -> None:
        if self.sender is None:
            return
        if pulse.stalled_sends:
            await self.sender.recover(tenant, timedelta(seconds=self.lease_s))
        if pulse.outbox:
            self.sender.wake(tenant.slug)
