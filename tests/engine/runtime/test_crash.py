"""Real processes, killed in mid-work without warning."""

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

from engine.clock import FixedClock, SystemClock
from engine.model.event import Happened
from engine.model.session import Session
from engine.model.tenant import Tenant
from engine.runtime.sender import Sender
from engine.runtime.sweeper import Sweeper
from engine.runtime.worker import Worker
from engine.store import outbox
from engine.store.bell import Bell
from engine.store.database import Database
from engine.store.delivery import Delivery, OutboxRow, Sent
from engine.store.inbox import store_items
from engine.store.postgres import PostgresStore
from engine.store.records import Conversation, Incoming, OutboxItem, Verdict
from engine.store.tenants import Tenants
from tests.engine.rows import World, incoming, turned
from tests.engine.runtime.running import Unapologetic, running, until

ROOT = Path(__file__).parents[3]
VICTIM = Path(__file__).with_name("victim.py")
LEASE_S = 20.0


@asynccontextmanager
async def killed(role: str, url: str, file: Path, lines: list[str]) -> AsyncIterator[None]:
    """Run the victim until it wrote these lines, then kill it."""
    environment = {"PYTHONPATH": str(ROOT)}
    process = await asyncio.create_subprocess_exec(
        sys.executable, VICTIM, role, url, file, env=environment
    )
    try:
        await until(
            lambda: file.exists() and sorted(file.read_text().split()) == lines, within_s=20
        )
    finally:
        process.kill()
        await process.wait()
    yield


def later() -> FixedClock:
    """A clock by which the lease of what was just claimed has run out."""
    return FixedClock(SystemClock().now() + timedelta(seconds=LEASE_S + 1))


async def test_a_killed_workers_turn_is_taken_up(
    world: World, engine_url: str, database: Database, tenants: Tenants, tmp_path: Path
) -> None:
    taken: list[tuple[str, int]] = []

    class Taking(Unapologetic):
        async def take(self, conversation: Conversation) -> Session | None:
            taken.append((conversation.claimed.provider_id, conversation.claimed.attempts))
            commit = turned(conversation, world.clock.now())
            async with world.store.commit(conversation.tenant) as tx:
                assert await tx.finish(commit) is Verdict.WON
            return commit.session

    now = world.clock.now()
    await store_items(world.gate, [incoming("wamid.1", now), incoming("wamid.2", now)], now)
    async with killed("turn", engine_url, tmp_path / "seen", ["wamid.1"]):
        assert world.rows.values("SELECT state FROM {t}.inbox ORDER BY seq") == [
            "processing", "new",
        ]  # fmt: skip
        worker = Worker(world.store, tenants, Taking(), world.clock)
        sweeper = Sweeper(database, tenants, later(), worker=worker, lease_s=LEASE_S)
        async with running(worker):
            await sweeper.sweep()
            await until(lambda: len(taken) == 2)
    assert taken == [("wamid.1", 2), ("wamid.2", 1)]
    assert world.rows.values("SELECT count(*) FROM {t}.journal") == [2]


async def test_a_prompt_in_a_killed_senders_hands_is_never_sent_twice(
    world: World, engine_url: str, database: Database, tenants: Tenants, tmp_path: Path
) -> None:
    carried: list[tuple[str, int]] = []

    class Carrying:
        async def carry(self, tenant: Tenant, row: OutboxRow) -> Delivery:
            carried.append((row.key, row.attempts))
            return Sent()

        def stranded(self, tenant: Tenant, row: OutboxRow) -> tuple[Incoming, ...]:
            return (Incoming("unknown", "+254712000001", Happened("initiate_stk_push.unknown")),)

    for key, kind in (("prompt", "stk"), ("reply", "reply")):
        item = OutboxItem(f"{kind}:1", kind, {}, key)
        await outbox.post(world.gate, item, None, world.clock.now())
    async with killed("send", engine_url, tmp_path / "seen", ["prompt", "reply"]):
        bell, clock = Bell(database, listens=False), later()
        carriers = {"stk": Carrying(), "reply": Carrying()}
        sender = Sender(database, tenants, carriers, bell, clock)
        sweeper = Sweeper(database, tenants, clock, sender=sender, lease_s=LEASE_S)
        async with running(sender):
            for _ in range(3):
                await sweeper.sweep()
                await asyncio.sleep(0.05)
            await until(lambda: carried == [("reply", 2)])
    assert world.rows.all("SELECT key, state, error FROM {t}.outbox ORDER BY key") == [
        ("prompt", "parked", "stranded"), ("reply", "sent", None),
    ]  # fmt: skip
    assert world.rows.values("SELECT provider_id FROM {t}.inbox") == ["unknown"]


async def test_a_worker_that_wakes_after_its_lease_leaves_nothing(
    world: World, database: Database, tenants: Tenants, store: PostgresStore
) -> None:
    frozen = await world.claimed("wamid.1")
    worker_clock = FixedClock(world.clock.now() + timedelta(seconds=LEASE_S + 1))

    class Taking(Unapologetic):
        async def take(self, conversation: Conversation) -> Session | None:
            commit = turned(conversation, worker_clock.now())
            async with store.commit(conversation.tenant) as tx:
                assert await tx.finish(commit) is Verdict.WON
            return commit.session

    worker = Worker(store, tenants, Taking(), worker_clock)
    async with running(worker):
        await Sweeper(database, tenants, worker_clock, worker=worker, lease_s=LEASE_S).sweep()
        await until(lambda: world.rows.values("SELECT state FROM {t}.inbox") == ["done"])
    assert await world.finished(world.turned(frozen)) is Verdict.LOST
    assert world.rows.values("SELECT version FROM {c}.checkpoints") == [1]
    assert len(world.rows.all("SELECT 1 FROM {t}.outbox")) == 1
