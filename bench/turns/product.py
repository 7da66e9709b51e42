"""The product's side: the shipped spa, its worker and its stores, nothing left out.

A turn is what the worker does with a message in the inbox: claim, tenant, understanding, the walk,
openings, the booking's rows, journal, checkpoint, outbox, timers, the lock and the hot state in
Valkey, the logs. Storing the message beforehand and sending the reply afterwards are not counted,
as the peer does neither.
"""

import asyncio
import os
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from itertools import count

from bench.rig.meter import Reading, read
from bench.rig.own import Rig
from bench.rig.side import SAID, AstrayError, said_by
from engine.assembly.core import keyring
from engine.clock import FixedClock
from engine.machine.step import state_name
from engine.model.effect import Step
from engine.model.event import Event
from engine.model.message import Inbound, Sender, TextReceived
from engine.model.tenant import Tenant
from engine.runtime.witness import LogWitness
from engine.settings import Settings
from engine.store.inbox import store_items
from engine.store.records import Conversation, Incoming
from engine.store.tenancy import TenantGate
from ratiba.logs import start_logs
from ratiba.wiring import House, housed
from tools.tenants.service import Tenancy
from tools.tenants.verticals import load_vertical

NOW = datetime(2026, 6, 1, 6, 0, tzinfo=UTC)
"""A Monday, 09:00 in Nairobi."""
STATES = ("COLLECT_SERVICE", "COLLECT_STAFF", "COLLECT_SLOT", "CONFIRM", "BOOKED")
PATIENCE_S = 120.0
SETTLING_S = 0.002


class Watch(LogWitness):
    """Writes the log as in service, and counts the turns that were committed."""

    def __init__(self) -> None:
        super().__init__()
        self._states: list[str] = []
        self._wanted = 0
        self._there = asyncio.Event()

    def turned(self, conversation: Conversation, event: Event, step: Step) -> None:
        """Take note of a turn that was committed."""
        super().turned(conversation, event, step)
        self._states.append(state_name(step.session))
        if len(self._states) >= self._wanted:
            self._there.set()

    def expect(self, turns: int) -> None:
        """Begin to count."""
        self._states, self._wanted = [], turns
        self._there.clear()

    async def states(self) -> Sequence[str]:
        """Where the expected turns led, once all are there."""
        await asyncio.wait_for(self._there.wait(), PATIENCE_S)
        return self._states


class Product:
    """Implements `bench.rig.side.Side`."""

    name = "Ratiba"

    def __init__(self, rig: Rig, house: House, tenant: Tenant, watch: Watch) -> None:
        self._rig = rig
        self._house = house
        self._tenant = tenant
        self._watch = watch
        self._numbers = count(1)
        self.gate = TenantGate(house.engine.core.database, tenant)

    async def block(self, customers: int) -> Reading:
        """Let so many new customers book."""
        phones = [f"+2547{next(self._numbers):08d}" for _ in range(customers)]
        await self._as_before()
        rounds = [await self._round(phones, turn) for turn in range(len(SAID))]
        return sum(rounds[1:], rounds[0])

    async def _round(self, phones: Sequence[str], turn: int) -> Reading:
        """The same turn of every customer, after what they say was stored."""
        said = [self._incoming(phone, said_by(at, turn)) for at, phone in enumerate(phones)]
        await store_items(self.gate, said, self._house.engine.core.clock.now())
        self._watch.expect(len(phones))
        before = read(self._rig.roots)
        self._house.engine.worker.wake(self._tenant.slug)
        states = await self._watch.states()
        await self._quiet()
        spent = read(self._rig.roots) - before
        if set(states) != {STATES[turn]}:
            raise AstrayError(f"turn {turn + 1} led to {sorted(set(states))}")
        return spent

    async def _quiet(self) -> None:
        """The worker looks once more whether something waits: that is the turn's as well."""
        while self._house.engine.worker.busy:  # noqa: ASYNC110 - nobody tells
            await asyncio.sleep(SETTLING_S)

    async def _as_before(self) -> None:
        """Every time is free again; customers, threads and journal stay and grow."""
        await self.gate.execute("DELETE FROM {t}.appointments")
        await self.gate.execute("UPDATE {t}.outbox SET state = 'sent' WHERE state = 'new'")

    def _incoming(self, phone: str, text: str) -> Incoming:
        key = f"wamid.{next(self._numbers)}.{os.getpid()}"
        sender = Sender("whatsapp", phone.removeprefix("+"), phone, "A. Customer")
        now = self._house.engine.core.clock.now()
        return Incoming.message(Inbound(key, "1", sender, TextReceived(text), now))


@asynccontextmanager
async def product(rig: Rig, slug: str = "bench", *, redis: bool = True) -> AsyncIterator[Product]:
    """Open a spa, and put its worker to work."""
    settings = Settings(
        ratiba_env="dev",
        database_url=rig.database_url,
        redis_url=rig.redis_url if redis else None,
        ratiba_log_format="json",
        _env_file=None,
    )
    start_logs(settings)
    clock, watch = FixedClock(NOW), Watch()
    async with housed(settings, clock, carriers=lambda core, http: {}, witness=watch) as house:
        tenant = await opened(house, settings, clock, slug)
        working = [asyncio.create_task(house.engine.worker.run())]
        working.append(asyncio.create_task(house.engine.core.bell.run()))
        try:
            yield Product(rig, house, tenant, watch)
        finally:
            for task in working:
                task.cancel()
            await asyncio.gather(*working, return_exceptions=True)


async def opened(house: House, settings: Settings, clock: FixedClock, slug: str) -> Tenant:
    """A fresh spa of this name, in place of the one that an earlier run left."""
    tenancy = Tenancy(house.engine.core.database, keyring(settings), clock)
    known = {tenant.slug for tenant in await house.engine.core.tenants.every()}
    if slug in known:
        await tenancy.delete(slug)
    clock.advance(timedelta(0))
    return await tenancy.add(slug, load_vertical("spa"))
