import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from engine.clock import FixedClock
from engine.errors import ConflictError, DatabaseDown
from engine.model.message import Inbound, TextReceived
from engine.model.session import Armed, Session
from engine.model.tenant import Tenant
from engine.runtime.ingress import Inbox
from engine.runtime.worker import Worker
from engine.store.bell import Bell
from engine.store.database import Database
from engine.store.postgres import PostgresStore
from engine.store.records import Conversation, Incoming, Verdict
from engine.store.tenants import Tenants
from tests.engine.rows import Rows, message, turned
from tests.engine.runtime.running import running, until

Before = Callable[[Conversation], Awaitable[None]]


class Taker:
    """A turn that does one thing and commits."""

    def __init__(self, store: PostgresStore, clock: FixedClock, before: Before) -> None:
        self._store = store
        self._clock = clock
        self._before = before
        self.taken: list[tuple[str, str]] = []
        self.sorry: list[str] = []

    async def ready(self, tenant: Tenant) -> None:
        """Needs nothing."""

    async def apologise(self, conversation: Conversation) -> None:
        self.sorry.append(conversation.claimed.provider_id)

    async def take(self, conversation: Conversation) -> Session | None:
        await self._before(conversation)
        self.taken.append((conversation.tenant.slug, conversation.claimed.provider_id))
        thread = f"thread {conversation.customer_id}"
        commit = turned(conversation, self._clock.now(), thread_id=thread)
        async with self._store.commit(conversation.tenant) as tx:
            verdict = await tx.finish(commit)
        return commit.session if verdict is Verdict.WON else None


async def nothing(_conversation: Conversation) -> None:
    """A turn that needs no time."""


class Shop:
    """Workers over two tenants, and the way in."""

    def __init__(
        self, database: Database, tenants: Tenants, store: PostgresStore, clock: FixedClock
    ) -> None:
        self.store, self.clock, self._tenants = store, clock, tenants
        self.bell = Bell(database, listens=False)
        self._inbox = Inbox(database, self.bell, clock)

    def worker(self, before: Before = nothing, *, turns: int = 8) -> tuple[Worker, Taker]:
        taker = Taker(self.store, self.clock, before)
        worker = Worker(self.store, self._tenants, taker, self.clock, turns=turns)
        worker.hear(self.bell)
        return worker, taker

    async def say(self, tenant: Tenant, provider_id: str, customer: int = 1) -> None:
        """One customer's message."""
        text = message(provider_id, self.clock.now(), phone=f"+2547120000{customer:02}")
        await self._inbox.store(tenant, [Incoming.message(text)])


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.runtime.worker.AGAIN_S", 0.01)


@pytest.fixture
def shop(database: Database, tenants: Tenants, store: PostgresStore, clock: FixedClock) -> Shop:
    return Shop(database, tenants, store, clock)


async def test_what_enters_the_inbox_is_taken_at_once(shop: Shop, alpha: Tenant) -> None:
    worker, taker = shop.worker()
    async with running(worker):
        await shop.say(alpha, "wamid.1")
        await until(lambda: taker.taken == [("alpha", "wamid.1")], within_s=2)


async def test_a_message_that_comes_while_its_customer_is_served_follows_at_once(
    shop: Shop, alpha: Tenant
) -> None:
    gate = asyncio.Event()

    async def wait(conversation: Conversation) -> None:
        if conversation.claimed.provider_id == "wamid.1":
            await gate.wait()

    worker, taker = shop.worker(wait)
    async with running(worker):
        await shop.say(alpha, "wamid.1")
        await asyncio.sleep(0.1)
        await shop.say(alpha, "wamid.2")
        await asyncio.sleep(0.1)
        assert taker.taken == []
        gate.set()
        await until(lambda: [i for _, i in taker.taken] == ["wamid.1", "wamid.2"], within_s=2)


async def test_tenants_take_turns_whatever_their_backlog(
    shop: Shop, alpha: Tenant, beta: Tenant
) -> None:
    for n in range(30):
        await shop.say(alpha, f"a{n}", customer=n)
    for n in range(5):
        await shop.say(beta, f"b{n}", customer=n)
    worker, taker = shop.worker(turns=2)
    worker.wake("alpha")
    worker.wake("beta")
    async with running(worker):
        await until(lambda: len(taker.taken) == 35)
    last = max(place for place, (slug, _) in enumerate(taker.taken) if slug == "beta")
    assert last <= 12


async def test_no_more_turns_run_at_once_than_allowed(shop: Shop, alpha: Tenant) -> None:
    now = most = 0

    async def count(_conversation: Conversation) -> None:
        nonlocal now, most
        now += 1
        most = max(most, now)
        await asyncio.sleep(0.02)
        now -= 1

    worker, taker = shop.worker(count, turns=3)
    async with running(worker):
        for n in range(12):
            await shop.say(alpha, f"m{n}", customer=n)
        await until(lambda: len(taker.taken) == 12)
    assert most == 3


async def test_two_workers_race_one_customer(shop: Shop, alpha: Tenant, rows: Rows) -> None:
    serving: set[str] = set()

    async def alone(conversation: Conversation) -> None:
        assert conversation.customer_id not in serving
        serving.add(conversation.customer_id)
        await asyncio.sleep(0.002)
        serving.discard(conversation.customer_id)

    (first, taken1), (second, taken2) = shop.worker(alone), shop.worker(alone)
    async with running(first, second):
        for n in range(40):
            await shop.say(alpha, f"m{n}", customer=n % 2)
        await until(lambda: len(taken1.taken) + len(taken2.taken) == 40)
    assert rows.values("SELECT version FROM {c}.checkpoints") == [20, 20]
    assert rows.all("SELECT state, count(*) FROM {t}.inbox GROUP BY state") == [("done", 40)]


async def test_a_poisonous_message_is_parked_and_the_next_one_goes_on(
    shop: Shop, alpha: Tenant, rows: Rows
) -> None:
    tries = 0

    async def boom(conversation: Conversation) -> None:
        nonlocal tries
        matter = conversation.claimed.matter
        assert isinstance(matter, Inbound)
        assert isinstance(matter.content, TextReceived)
        if conversation.claimed.provider_id == "poison":
            tries += 1
            raise ZeroDivisionError

    worker, taker = shop.worker(boom)
    async with running(worker):
        await shop.say(alpha, "poison")
        await shop.say(alpha, "good")
        await until(lambda: taker.taken == [("alpha", "good")])
    assert tries == 3
    assert rows.all("SELECT provider_id, state, attempts, error FROM {t}.inbox ORDER BY seq") == [
        ("poison", "parked", 3, "ZeroDivisionError"), ("good", "done", 1, None),
    ]  # fmt: skip


async def test_an_error_of_ours_is_parked_under_its_code(
    shop: Shop, alpha: Tenant, rows: Rows
) -> None:
    async def lose(_conversation: Conversation) -> None:
        raise ConflictError("turn.conflict", "lost")

    worker, _ = shop.worker(lose)
    async with running(worker):
        await shop.say(alpha, "m1")
        await until(lambda: rows.values("SELECT state FROM {t}.inbox") == ["parked"])
    assert rows.values("SELECT error FROM {t}.inbox") == ["turn.conflict"]


async def test_nothing_is_claimed_unprepared(shop: Shop, alpha: Tenant, rows: Rows) -> None:
    worker, taker = shop.worker(nothing)
    prepared = asyncio.Event()

    async def prepare(tenant: Tenant) -> None:
        assert tenant == alpha
        await prepared.wait()

    taker.ready = prepare  # type: ignore[method-assign]
    async with running(worker):
        await shop.say(alpha, "m1")
        await asyncio.sleep(0.1)
        assert rows.values("SELECT state FROM {t}.inbox") == ["new"]
        prepared.set()
        await until(lambda: rows.values("SELECT state FROM {t}.inbox") == ["done"])


async def test_an_outage_in_a_turn_counts_against_nobody(shop: Shop, alpha: Tenant) -> None:
    tried = []

    async def down_at_first(conversation: Conversation) -> None:
        tried.append(conversation.claimed.attempts)
        if len(tried) < 5:
            raise DatabaseDown("08006")

    worker, _ = shop.worker(down_at_first)
    async with running(worker):
        await shop.say(alpha, "m1")
        await until(lambda: len(tried) == 5)
    assert tried == [1] * 5


async def test_a_stop_lets_turns_finish(shop: Shop, alpha: Tenant, rows: Rows) -> None:
    started = asyncio.Event()

    async def slow(_conversation: Conversation) -> None:
        started.set()
        await asyncio.sleep(0.2)

    worker, taker = shop.worker(slow)
    async with running(worker):
        await shop.say(alpha, "m1")
        await started.wait()
        await shop.say(alpha, "m2")
    assert taker.taken == [("alpha", "m1")]
    assert rows.values("SELECT state FROM {t}.inbox ORDER BY seq") == ["done", "new"]


async def test_a_stop_gives_back_what_does_not_finish(
    shop: Shop, alpha: Tenant, rows: Rows
) -> None:
    started = asyncio.Event()

    async def endless(_conversation: Conversation) -> None:
        started.set()
        await asyncio.Event().wait()

    worker, taker = shop.worker(endless)
    task = asyncio.create_task(worker.run())
    await shop.say(alpha, "m1")
    await started.wait()
    task.cancel()
    await worker.stop(grace_s=0.05)
    assert taker.taken == []
    assert rows.one("SELECT state, attempts FROM {t}.inbox") == ("new", 0)


async def test_the_first_timer_of_a_turn_is_told(
    shop: Shop, alpha: Tenant, store: PostgresStore, tenants: Tenants, clock: FixedClock
) -> None:
    told: list[tuple[str, datetime]] = []
    soon, later = (clock.now() + timedelta(minutes=m) for m in (1, 8))

    class Arming(Taker):
        async def take(self, conversation: Conversation) -> Session | None:
            session = await super().take(conversation)
            assert session is not None
            return replace(session, timers=(Armed(1, "a", "b", later), Armed(1, "a", "c", soon)))

    def tell(slug: str, at: datetime) -> None:
        told.append((slug, at))

    worker = Worker(store, tenants, Arming(store, clock, nothing), clock, on_timer=tell)
    worker.hear(shop.bell)
    async with running(worker):
        await shop.say(alpha, "m1")
        await until(lambda: told == [("alpha", soon)])


async def test_a_tenant_that_is_gone_stops_nobody(shop: Shop, alpha: Tenant) -> None:
    worker, taker = shop.worker()
    async with running(worker):
        worker.wake("nobody")
        await shop.say(alpha, "m1")
        await until(lambda: taker.taken == [("alpha", "m1")])
