import asyncio
from datetime import timedelta

import pytest

from engine.clock import FixedClock
from engine.model.session import Armed, Session
from engine.model.tenant import Tenant
from engine.runtime.sender import Sender
from engine.runtime.sweeper import Sweeper
from engine.runtime.timekeeper import Timekeeper
from engine.runtime.worker import Worker
from engine.store import outbox
from engine.store.bell import Bell
from engine.store.database import Database
from engine.store.delivery import Delivery, OutboxRow, Sent
from engine.store.inbox import store_items
from engine.store.postgres import PostgresStore
from engine.store.records import Conversation, Incoming, OutboxItem
from engine.store.tenancy import TenantGate
from engine.store.tenants import Tenants
from tests.engine.rows import World, incoming, turned
from tests.engine.runtime.running import Unapologetic, running, until


class Committing(Unapologetic):
    def __init__(self, store: PostgresStore, clock: FixedClock) -> None:
        self._store, self._clock = store, clock

    async def take(self, conversation: Conversation) -> Session | None:
        commit = turned(conversation, self._clock.now())
        async with self._store.commit(conversation.tenant) as tx:
            await tx.finish(commit)
        return commit.session


class Carrying:
    async def carry(self, tenant: Tenant, row: OutboxRow) -> Delivery:
        return Sent()

    def stranded(self, tenant: Tenant, row: OutboxRow) -> tuple[Incoming, ...]:
        return ()


@pytest.fixture
def worker(store: PostgresStore, tenants: Tenants, clock: FixedClock) -> Worker:
    return Worker(store, tenants, Committing(store, clock), clock)


@pytest.fixture
def sender(database: Database, tenants: Tenants, bell: Bell, clock: FixedClock) -> Sender:
    return Sender(database, tenants, {"reply": Carrying()}, bell, clock)


async def test_what_no_wake_up_told_of_is_found(
    world: World, worker: Worker, sender: Sender, database: Database, tenants: Tenants
) -> None:
    sweeper = Sweeper(database, tenants, world.clock, worker=worker, sender=sender)
    await store_items(world.gate, [incoming("wamid.1", world.clock.now())], world.clock.now())
    async with running(worker, sender):
        await sweeper.sweep()
        await until(lambda: world.rows.values("SELECT state FROM {t}.inbox") == ["done"])
        await sweeper.sweep()
        await until(lambda: world.rows.values("SELECT state FROM {t}.outbox") == ["sent"])


async def test_claims_of_the_dead_are_taken_up(
    world: World, worker: Worker, sender: Sender, database: Database, tenants: Tenants
) -> None:
    sweeper = Sweeper(database, tenants, world.clock, worker=worker, sender=sender)
    await world.claimed("wamid.1")
    await outbox.post(world.gate, OutboxItem("r", "reply", {}, "k"), None, world.clock.now())
    await outbox.take(world.gate, most=1, now=world.clock.now())
    async with running(worker, sender):
        await sweeper.sweep()
        await asyncio.sleep(0.05)
        assert world.rows.values("SELECT state FROM {t}.inbox") == ["processing"]
        world.clock.advance(timedelta(seconds=21))
        await sweeper.sweep()
        await until(lambda: world.rows.values("SELECT state FROM {t}.inbox") == ["done"])
        await until(
            lambda: world.rows.values("SELECT state FROM {t}.outbox WHERE key = 'k'") == ["sent"]
        )


async def test_a_message_outlives_five_workers_and_is_parked_with_the_sixth(
    world: World, database: Database, tenants: Tenants, worker: Worker
) -> None:
    sweeper = Sweeper(database, tenants, world.clock, worker=worker)
    states = []
    for _ in range(6):
        await world.claimed("wamid.1")
        world.clock.advance(timedelta(seconds=21))
        await sweeper.sweep()
        states += world.rows.values("SELECT state FROM {t}.inbox")
    assert states == ["new"] * 5 + ["parked"]


async def test_timers_are_told_to_the_timekeeper(
    world: World, database: Database, tenants: Tenants, bell: Bell
) -> None:
    at = world.clock.now() + timedelta(minutes=8)
    conversation = await world.claimed("wamid.1")
    await world.finished(world.turned(conversation, timers=(Armed(1, "a", "b", at),)))
    timekeeper = Timekeeper(database, tenants, bell, world.clock)
    await Sweeper(database, tenants, world.clock, timekeeper=timekeeper).sweep()
    world.clock.advance(timedelta(minutes=8))
    assert await timekeeper.tick() == 1


async def test_trouble_with_one_tenant_does_not_keep_it_from_the_others(
    world: World, beta: Tenant, worker: Worker, database: Database, tenants: Tenants
) -> None:
    world.rows.all(
        "INSERT INTO public.tenants (slug, name, vertical, created_at)"
        " VALUES ('aaa', 'No schema yet', 'spa', %s)",
        [world.clock.now()],
    )
    try:
        await store_items(
            TenantGate(database, beta), [incoming("m", world.clock.now())], world.clock.now()
        )
        async with running(worker):
            await Sweeper(database, tenants, world.clock, worker=worker).sweep()
            await until(
                lambda: world.rows.values("SELECT state FROM {t}.inbox", slug="beta") == ["done"]
            )
    finally:
        world.rows.all("DELETE FROM public.tenants WHERE slug = 'aaa'")


async def test_it_goes_on_through_an_outage(clock: FixedClock, worker: Worker) -> None:
    async with Database("postgresql://nobody@127.0.0.1:1/none", wait_s=0.05) as nowhere:
        sweeper = Sweeper(nowhere, Tenants(nowhere), clock, worker=worker, every_s=0.01)
        task = asyncio.create_task(sweeper.run())
        await asyncio.sleep(0.3)
        assert not task.done()
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
