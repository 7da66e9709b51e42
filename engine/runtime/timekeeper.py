"""The timekeeper: moves timers that ran out into their tenants' inboxes, by the injected clock."""

import asyncio
from datetime import datetime

import structlog

from engine.clock import Clock
from engine.runtime.mishap import report
from engine.store.bell import Bell
from engine.store.database import Database
from engine.store.tenancy import TenantGate
from engine.store.tenants import Tenants
from engine.store.timers import fire

TICK_S = 0.25
"""How often the clock is read: it may be moved at any moment."""
log = structlog.get_logger("timekeeper")


class Timekeeper:
    """Knows for each tenant when its first timer is due: from turns just committed, and sweeps."""

    def __init__(self, database: Database, tenants: Tenants, bell: Bell, clock: Clock) -> None:
        self._database = database
        self._tenants = tenants
        self._bell = bell
        self._clock = clock
        self._due: dict[str, datetime] = {}

    def expect(self, slug: str, due_at: datetime) -> None:
        """Hear that a tenant has a timer due at an instant (UTC)."""
        known = self._due.get(slug)
        if known is None or due_at < known:
            self._due[slug] = due_at

    async def run(self) -> None:
        """Fire timers until cancelled."""
        while True:
            await self.tick()
            await asyncio.sleep(TICK_S)

    async def tick(self) -> int:
        """Fire what is due now; returns how many timers entered an inbox."""
        now = self._clock.now()
        due = [slug for slug, at in self._due.items() if at <= now]
        results = await asyncio.gather(
            *(self._fire(slug, now) for slug in due), return_exceptions=True
        )
        for slug, result in zip(due, results, strict=True):
            report(log, "timers.failed", result, tenant=slug)
        return sum(result for result in results if isinstance(result, int))

    async def _fire(self, slug: str, now: datetime) -> int:
        del self._due[slug]  # what fails here is found by the next sweep
        gate = TenantGate(self._database, await self._tenants.by_slug(slug))
        fired, upcoming = await fire(gate, now)
        if upcoming is not None:
            self.expect(slug, upcoming)
        if fired:
            self._bell.ring("inbox", slug)
        return fired
