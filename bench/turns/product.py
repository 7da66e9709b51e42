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
from functools import partial, reduce
from itertools import count
from operator import add

from bench.rig.house import NOW, fresh_spa, house_on
from bench.rig.own import Rig
from bench.rig.side import SAID, A, AstrayError, Gauge, said_by, spent
from engine.machine.step import state_name
from engine.model.effect import Step
from engine.model.event import Event
from engine.model.message import Inbound, Sender, TextReceived
from engine.model.tenant import Tenant
from engine.runtime.witness import LogWitness
from engine.store.inbox import store_items
from engine.store.records import Conversation, Incoming
from engine.store.tenancy import TenantGate
from ratiba.wiring import House

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

    def __init__(self, house: House, tenants: Sequence[Tenant], watch: Watch) -> None:
        self._house = house
        self._tenants = tenants
        self._watch = watch
        self._numbers = count(1)
        database = house.engine.core.database
        self._gates = [TenantGate(database, tenant) for tenant in tenants]

    @property
    def schemas(self) -> Sequence[str]:
        """Where its rows are."""
        kinds = ("tenant", "checkpoints")
        return [f"{kind}_{tenant.slug}" for tenant in self._tenants for kind in kinds]

    def only(self, first: int, end: int | None) -> "Product":
        """The same house, with some of its tenants."""
        part = Product(self._house, self._tenants[first:end], self._watch)
        part._numbers = self._numbers
        return part

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
        many = len(self._gates)
        said = [self._incoming(phone, said_by(at // many, turn)) for at, phone in enumerate(phones)]
        for at, gate in enumerate(self._gates):
            await store_items(gate, said[at::many], NOW)

    async def _round(self, customers: int, turn: int) -> None:
        """The same turn of every customer."""
        self._watch.expect(customers)
        for tenant in self._tenants:
            self._house.engine.worker.wake(tenant.slug)
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
        for gate in self._gates:
            await gate.execute("DELETE FROM {t}.appointments")
            await gate.execute("UPDATE {t}.outbox SET state = 'sent' WHERE state = 'new'")

    def _incoming(self, phone: str, text: str) -> Incoming:
        key = f"wamid.{next(self._numbers)}.{os.getpid()}"
        sender = Sender("whatsapp", phone.removeprefix("+"), phone, "A. Customer")
        return Incoming.message(Inbound(key, "1", sender, TextReceived(text), NOW))


@asynccontextmanager
async def product(
    rig: Rig, slugs: Sequence[str] = ("bench",), *, lanes: int = 1
) -> AsyncIterator[Product]:
    """Open so many spas, and put their worker to work."""
    watch = Watch()
    async with house_on(rig, watch, lanes=lanes) as house:
        tenants = [await fresh_spa(house, slug) for slug in slugs]
        async with _at_work(house):
            yield Product(house, tenants, watch)


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
