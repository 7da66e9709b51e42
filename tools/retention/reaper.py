"""Takes away what is kept for a time only, once a night."""

from collections.abc import Mapping
from datetime import datetime
from typing import LiteralString

import structlog

from engine.clock import Clock
from engine.model.tenant import Tenant
from engine.store.database import Database
from engine.store.tenancy import TenantGate
from tools.retention.limits import DAYS, kept_for
from tools.retention.night import last_night
from tools.retention.statements import DONE, DONE_SINCE, KEPT_FOR, OLD

MOST = 500
"""Rows at once: no turn waits long for them."""
log = structlog.get_logger("reaper")


class Reaper:
    """A chore of the night, done later where nobody was up; implements `Chore`."""

    name = "reaper"

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def do(self, tenant: Tenant) -> None:
        """Look through one business, unless that was done since 3 AM EAT.

        Raises:
            DatabaseDown: what is left is taken away the next time.
        """
        gate, now = TenantGate(self._database, tenant), self._clock.now()
        if await gate.fetch_one(DONE_SINCE, {"chore": self.name, "night": last_night(now)}):
            return
        taken = await self.reap(gate, tenant, now)
        await gate.execute(DONE, {"chore": self.name, "now": now})
        log.info("reaper.done", tenant=tenant.slug, rows=taken)

    async def reap(self, gate: TenantGate, tenant: Tenant, now: datetime) -> int:
        """Take away what is old; how many rows."""
        (days,) = await gate.fetch_one(KEPT_FOR, {"key": DAYS}) or (None,)
        before = now - kept_for(days)
        params = {"before": before, "now": now, "most": MOST, "slug": tenant.slug}
        return sum([await _all(gate, statement, params) for statement in OLD])


async def _all(gate: TenantGate, statement: LiteralString, params: Mapping[str, object]) -> int:
    total = 0
    while rows := await gate.execute(statement, params):
        total += rows
    return total
