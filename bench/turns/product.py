"""The product's side: the shipped spa, its worker and its stores, nothing left out.

A turn is what the worker does with a message in the inbox: claim, tenant, understanding, the walk,
openings, the booking's rows, journal, checkpoint, outbox, timers, the lock and the hot state in
Valkey, the logs. Storing the message beforehand and sending the reply afterwards are not counted,
as the peer does neither.
"""

import asyncio
import os
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, redirect_stderr
from datetime import UTC, datetime
from functools import partial, reduce
from itertools import count
from operator import add
from pathlib import Path
from typing import TextIO

from bench.rig.own import Rig
from bench.rig.side import SAID, A, AstrayError, Gauge, said_by, spent
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

    def __init__(self, house: House, tenant: Tenant, watch: Watch) -> None:
        self._house = house
        self._tenant = tenant
        self._watch = watch
        self._numbers = count(1)
        self.gate = TenantGate(house.engine.core.database, tenant)

    @property
    def schemas(self) -> Sequence[str]:
        """Where its rows are."""
        return (f"tenant_{self._tenant.slug}", f"checkpoints_{self._tenant.slug}")

    async def block(self, customers: int, gauge: Gauge[A]) -> A:
        """Let so many new customers book."""
        phones = [f"+2547{next(self._numbers):08d}" for _ in range(customers)]
        await self._as_before()
        grown: list[A] = []
        for turn in range(len(SAID)):
            await self._arrive(phones, turn)
            grown.append(await spent(gauge, [partial(self._round, len(phones), turn)]))
        return reduce(add, grown)

    async def _arrive(self, phones: Sequence[str], turn: int) -> None:
        """What every customer says is stored."""
        said = [self._incoming(phone, said_by(at, turn)) for at, phone in enumerate(phones)]
        await store_items(self.gate, said, self._house.engine.core.clock.now())

    async def _round(self, customers: int, turn: int) -> None:
        """The same turn of every customer."""
        self._watch.expect(customers)
        self._house.engine.worker.wake(self._tenant.slug)
        states = await self._watch.states()
        await self._quiet()
        if set(states) != {STATES[turn]}:
            raise AstrayError(f"turn {turn + 1} led to {sorted(set(states))}")

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
async def product(rig: Rig, slug: str = "bench") -> AsyncIterator[Product]:
    """Open a spa, and put its worker to work."""
    settings = Settings(
        ratiba_env="dev",
        database_url=rig.database_url,
        redis_url=rig.redis_url,
        ratiba_log_format="json",
        _env_file=None,
    )
    clock, watch = FixedClock(NOW), Watch()
    with _nowhere() as nowhere:
        with redirect_stderr(nowhere):  # every line is made and written; nobody reads it
            start_logs(settings)
        async with housed(settings, clock, carriers=lambda core, http: {}, witness=watch) as house:
            tenant = await opened(house, settings, clock, slug)
            async with _at_work(house):
                yield Product(house, tenant, watch)


def _nowhere() -> TextIO:
    return Path(os.devnull).open("w", encoding="utf-8")


@asynccontextmanager
async def _at_work(house: House) -> AsyncIterator[None]:
    engine = house.engine
    working = [
        asyncio.create_task(engine.worker.run()),
        asyncio.create_task(engine.core.bell.run()),
    ]
    try:
        yield
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
    return await tenancy.add(slug, load_vertical("spa"))
