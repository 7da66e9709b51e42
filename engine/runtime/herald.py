"""The herald: begins flows ahead of a time, each thing at each time once, by the injected clock."""

import asyncio
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

import structlog

from engine.clock import Clock
from engine.model.flow import Duration, Flow, FlowSet
from engine.model.handler import ReadGate
from engine.model.tenant import Tenant
from engine.runtime.kit import Kits
from engine.runtime.mishap import report
from engine.store.bell import Bell
from engine.store.database import Database
from engine.store.tenancy import TenantGate
from engine.store.tenants import Tenants

LOOK_S = 10.0
"""How often each tenant is looked at: nobody minds a reminder that is so much late."""
log = structlog.get_logger("herald")


@dataclass(frozen=True, slots=True)
class Lead:
    """A flow that begins ahead of a time.

    Attributes:
        flow: its name; it begins on the event `<flow>.due`.
        of: the time: `appointment.starts_at`; what stands before the dot becomes its slot.
        span: how long before.
        until: how long before it is too late for this one: a later one of the flow is due.
        again: whether the flow has begun ahead of the same time before.
    """

    flow: str
    of: str
    span: timedelta
    until: timedelta = timedelta()
    again: bool = False

    @property
    def key(self) -> str:
        """What it is noted as once it was told: each of a flow's leads apart."""
        return f"{self.flow}:{int(self.span.total_seconds())}" if self.again else self.flow


class Source(Protocol):
    """Knows the times of one kind of thing."""

    async def announce(
        self, gate: ReadGate, tenant: Tenant, lead: Lead, now: datetime
    ) -> tuple[int, datetime | None]:
        """Put `<flow>.due` into the inbox for everything whose time has come, in one statement.

        Each thing at each time is told to each flow once, whoever asks and however often.

        Returns:
            How many events were stored, and when the next is due; None: none is in sight.
        """
        ...


class Surroundings(Protocol):
    """What is open for a process: `engine.assembly.core.Core`."""

    @property
    def database(self) -> Database:
        """Postgres."""
        ...

    @property
    def tenants(self) -> Tenants:
        """The businesses."""
        ...

    @property
    def bell(self) -> Bell:
        """Rung when something is stored."""
        ...

    @property
    def clock(self) -> Clock:
        """Of everything."""
        ...


class Herald:
    """Looks at every tenant's flows that begin ahead of a time.

    Args:
        sources: by the time that they know: `appointment.starts_at`.
    """

    def __init__(self, core: Surroundings, kits: Kits, sources: Mapping[str, Source]) -> None:
        self._database = core.database
        self._tenants = core.tenants
        self._kits = kits
        self._sources = sources
        self._bell = core.bell
        self._clock = core.clock

    async def run(self) -> None:
        """Look until cancelled."""
        while True:
            (result,) = await asyncio.gather(self.look(), return_exceptions=True)
            report(log, "herald.failed", result, tenant=None)
            await asyncio.sleep(LOOK_S)

    async def look(self) -> int:
        """Look at every tenant once; trouble with one does not keep it from the others."""
        told = 0
        for tenant in await self._tenants.every():
            (result,) = await asyncio.gather(self.announce(tenant), return_exceptions=True)
            report(log, "herald.failed", result, tenant=tenant.slug)
            told += result[0] if isinstance(result, tuple) else 0
        return told

    async def announce(self, tenant: Tenant) -> tuple[int, datetime | None]:
        """Begin what is due at one tenant; how many, and when the next is due.

        Raises:
            DatabaseDown: what was not stored is due again at the next look.
        """
        kit = await self._kits.of(tenant)
        gate, now = TenantGate(self._database, tenant), self._clock.now()
        told, upcoming = 0, list[datetime]()
        for lead in leads(kit.flows):
            source = self._sources.get(lead.of)
            if source is None:
                continue
            count, soon = await source.announce(gate, tenant, lead, now)
            told += count
            upcoming += [soon] if soon else []
        if told:
            log.info("herald.told", tenant=tenant.slug, events=told)
            self._bell.ring("inbox", tenant.slug)
        return told, min(upcoming, default=None)


def leads(flows: FlowSet) -> Iterator[Lead]:
    """The flows of a set that begin ahead of a time."""
    for flow in flows.flows.values():
        spans = sorted({_span(flow, one) for one in flow.start.ahead}, reverse=True)
        for number, here in enumerate(spans):
            later = next(iter(spans[number + 1 :]), timedelta())
            yield Lead(flow.name, flow.start.of, here, later, number > 0)


def _span(flow: Flow, ahead: Duration) -> timedelta:
    return timedelta(seconds=_seconds(flow, ahead))


def _seconds(flow: Flow, ahead: Duration) -> int:
    """The span, through its setting if it names one; exceptions need a customer, and have none."""
    if ahead.seconds is not None:
        return ahead.seconds
    usually = flow.settings[ahead.setting or ""].usually
    return usually.seconds or 0 if isinstance(usually, Duration) else 0
