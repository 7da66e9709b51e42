"""Chores: what is looked after in every business from time to time, beside its turns."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import structlog

from engine.model.tenant import Tenant
from engine.runtime.mishap import report
from engine.store.tenants import Tenants

EVERY_S = 120.0
"""Between two rounds: nothing of it is waited for by a customer."""
log = structlog.get_logger("chores")


class Chore(Protocol):
    """One thing to look after; two processes may do it at once."""

    @property
    def name(self) -> str:
        """One word, for the logs."""
        ...

    async def do(self, tenant: Tenant) -> None:
        """Do it for one business; what fails is done the next time."""
        ...


@dataclass(frozen=True, slots=True)
class Chores:
    """Does every chore for every tenant, one after the other."""

    tenants: Tenants
    chores: Sequence[Chore] = ()
    every_s: float = EVERY_S

    async def run(self) -> None:
        """Work until cancelled, first of all at once."""
        while True:
            (result,) = await asyncio.gather(self.round(), return_exceptions=True)
            report(log, "chore.failed", result, chore="", tenant=None)
            await asyncio.sleep(self.every_s)

    async def round(self) -> None:
        """Do everything once; trouble with one tenant does not keep it from the others."""
        for tenant in await self.tenants.every() if self.chores else ():
            for chore in self.chores:
                (result,) = await asyncio.gather(chore.do(tenant), return_exceptions=True)
                report(log, "chore.failed", result, chore=chore.name, tenant=tenant.slug)
