import asyncio
from collections.abc import Mapping
from datetime import timedelta

import pytest

from engine.clock import SystemClock
from engine.errors import DatabaseDown
from engine.model.event import Happened
from engine.model.tenant import Tenant
from engine.runtime import backoff, sender
from engine.runtime.recorder import Recorder
from engine.runtime.sender import Sender
from engine.store import outage, outbox
from engine.store.bell import Bell
from engine.store.database import Database
from engine.store.delivery import Delivery, OutboxRow, Refused, Retry, Sent, Uncertain
from engine.store.records import Incoming, OutboxItem
from engine.store.tenants import Tenants
from tests.engine.rows import World
from tests.engine.runtime.running import running, until

CUSTOMER = "+254712000001"
SOON = timedelta(seconds=1)
TOLD = Incoming("stk:told", CUSTOMER, Happened("initiate_stk_push.refused"))


class Carrier:
    """Answers as it is told, and keeps what it was handed."""

    def __init__(self, *answers: Delivery | Exception) -> None:
        self._answers = list(answers)
        self.carried: list[str] = []

    async def carry(self, tenant: Tenant, row: OutboxRow) -> Delivery:
        self.carried.append(row.key)
        answer = self._answers.pop(0) if self._answers else Sent(f"out.{row.key}")
        if isinstance(answer, Exception):
            raise answer
        return answer

    def stranded(self, tenant: Tenant, row: OutboxRow) -> tuple[Incoming, ...]:
        return (Incoming(f"stranded:{row.key}", CUSTOMER, Happened("initiate_stk_push.unknown")),)


class Post:
    """Senders of a tenant's outbox."""

    def __init__(self, world: World, database: Database, tenants: Tenants, bell: Bell) -> None:
        self.world, self._database, self._tenants, self.bell = world, database, tenants, bell

    def sender(self, carriers: Mapping[str, Carrier]) -> Sender:
        made = Sender(self._database, self._tenants, carriers, self.bell, self.world.clock)
        made.hear(self.bell)
        return made

    async def put(self, *keys: str, kind: str = "reply", recipient: str = "whatsapp:1") -> None:
        for key in keys:
            item = OutboxItem(recipient, kind, {"text": key}, key)
            await outbox.post(self.world.gate, item, None, self.world.clock.now())
        self.bell.ring("outbox", self.world.tenant.slug)

    def later(self) -> None:
        """A pause is over; in a running process the sender's own call tells it so."""
        self.world.clock.advance(SOON)
        self.bell.ring("outbox", self.world.tenant.slug)

    async def tried(self, carrier: Carrier, times: int) -> None:
        """Let time pass until so many rows were handed over."""
        async with asyncio.timeout(10):
            while len(carrier.carried) < times:
                await asyncio.sleep(0.01)
                self.later()

    def states(self) -> list[tuple[str, str, str | None]]:
        query = "SELECT key, state, error FROM {t}.outbox ORDER BY id"
        return [(key, state, error) for key, state, error in self.world.rows.all(query)]

    def inbox(self) -> list[str]:
        return self.world.rows.values("SELECT provider_id FROM {t}.inbox ORDER BY seq")


@pytest.fixture
def post(world: World, database: Database, tenants: Tenants, bell: Bell) -> Post:
    return Post(world, database, tenants, bell)


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backoff, "TRANSIENT_S", (0.02,) * 3)
    monkeypatch.setattr(backoff, "THROTTLED_S", (0.02,) * 3)
    monkeypatch.setattr(backoff, "SPREAD", 0.0)


async def test_replies_go_out_in_order(post: Post) -> None:
    carrier = Carrier()
    async with running(post.sender({"reply": carrier})):
        await post.put("a", "b", "c", "d")
        await until(lambda: carrier.carried == ["a", "b", "c", "d"], within_s=3)
        await until(lambda: {state for _, state, _ in post.states()} == {"sent"})
    assert post.world.rows.values("SELECT provider_message_id FROM {t}.outbox ORDER BY id") == [
        "out.a", "out.b", "out.c", "out.d",
    ]  # fmt: skip


async def test_one_slow_recipient_holds_up_nobody_else(post: Post) -> None:
    free = asyncio.Event()

    class Slow(Carrier):
        async def carry(self, tenant: Tenant, row: OutboxRow) -> Delivery:
            if row.recipient == "whatsapp:slow":
                await free.wait()
            return await super().carry(tenant, row)

    carrier = Slow()
    async with running(post.sender({"reply": carrier})):
        await post.put("s1", "s2", recipient="whatsapp:slow")
        await post.put("a", "b", "c")
        await until(lambda: carrier.carried == ["a", "b", "c"], within_s=3)
        free.set()
        await until(lambda: carrier.carried[3:] == ["s1", "s2"], within_s=3)


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("first", [Retry("131056", throttled=True), Uncertain("timeout")])
async def test_a_reply_that_failed_is_sent_again_before_the_next(
    post: Post, first: Delivery
) -> None:
    carrier = Carrier(first)
    async with running(post.sender({"reply": carrier})):
        await post.put("a", "b")
        await until(lambda: post.states()[0][2] is not None)
        post.later()
        await until(lambda: carrier.carried == ["a", "a", "b"], within_s=3)
        await until(lambda: [s for _, s, _ in post.states()] == ["sent", "sent"])


@pytest.mark.usefixtures("quick")
async def test_a_reply_is_given_up_after_all_its_tries(post: Post) -> None:
    carrier = Carrier(*[Retry("500")] * 4)
    async with running(post.sender({"reply": carrier})):
        await post.put("a", "b")
        await post.tried(carrier, 4)
        await until(lambda: post.states()[1][1] == "sent")
    assert carrier.carried == ["a", "a", "a", "a", "b"]
    assert post.states()[0] == ("a", "parked", "500")


async def test_a_row_whose_account_cannot_send_waits_uncounted(post: Post) -> None:
    carrier = Carrier(*[Retry("190", 0.5, held=True)] * 12)
    async with running(post.sender({"reply": carrier})):
        await post.put("a")
        await post.tried(carrier, 13)
        await until(lambda: post.states() == [("a", "sent", None)])
    assert post.world.rows.values("SELECT attempts FROM {t}.outbox") == [1]


async def test_what_is_refused_is_parked_and_told(post: Post) -> None:
    carrier = Carrier(Refused("1037", "unreachable", (TOLD,)))
    async with running(post.sender({"stk": carrier})):
        await post.put("p1", kind="stk")
        await until(lambda: post.states() == [("p1", "parked", "1037")])
    assert post.inbox() == ["stk:told"]


async def test_what_is_sent_may_tell_something(post: Post) -> None:
    carrier = Carrier(Sent("ws_CO_1", (TOLD,)))
    async with running(post.sender({"stk": carrier})):
        await post.put("p1", kind="stk")
        await until(lambda: post.states() == [("p1", "sent", None)])
    assert post.inbox() == ["stk:told"]


@pytest.mark.parametrize("answer", [Uncertain("timeout"), ConnectionError("reset")])
async def test_a_prompt_of_unknown_fate_is_never_handed_over_again(
    post: Post, answer: Delivery | Exception
) -> None:
    carrier = Carrier(answer)
    async with running(post.sender({"stk": carrier})):
        await post.put("p1", kind="stk")
        await until(lambda: post.states()[0][1] == "parked")
        post.bell.ring("outbox", "alpha")
        await asyncio.sleep(0.1)
    assert carrier.carried == ["p1"]
    assert post.inbox() == ["stranded:p1"]


@pytest.mark.usefixtures("quick")
async def test_a_prompt_that_surely_was_not_taken_is_tried_again(post: Post) -> None:
    carrier = Carrier(Retry("oauth"))
    async with running(post.sender({"stk": carrier})):
        await post.put("p1", kind="stk")
        await until(lambda: post.states()[0] == ("p1", "new", "oauth"))
        post.later()
        await until(lambda: post.states()[0][1] == "sent", within_s=3)
    assert carrier.carried == ["p1", "p1"]


async def test_a_carrier_that_hangs_is_cut_off(post: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sender, "CARRY_S", 0.05)

    class Hanging(Carrier):
        async def carry(self, tenant: Tenant, row: OutboxRow) -> Delivery:
            await asyncio.Event().wait()
            raise AssertionError

    async with running(post.sender({"stk": Hanging()})):
        await post.put("p1", kind="stk")
        await until(lambda: post.states() == [("p1", "parked", "TimeoutError")])


async def test_a_kind_that_nobody_carries_is_parked(post: Post) -> None:
    async with running(post.sender({})):
        await post.put("a", kind="smoke")
        await until(lambda: post.states() == [("a", "parked", "carrier.missing")])


async def test_a_delivery_is_recorded_through_a_short_outage(
    post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outage, "PAUSE_S", 0.01)
    record, outages = Recorder.record, [DatabaseDown("08006")] * 3

    async def shaky(
        self: Recorder, tenant: Tenant, row: OutboxRow, delivery: Delivery
    ) -> float | None:
        if outages:
            raise outages.pop()
        return await record(self, tenant, row, delivery)

    monkeypatch.setattr(Recorder, "record", shaky)
    carrier = Carrier()
    async with running(post.sender({"reply": carrier})):
        await post.put("a")
        await until(lambda: post.states() == [("a", "sent", None)])
    assert carrier.carried == ["a"]


def test_pauses_grow_and_end() -> None:
    for steps, throttled in ((backoff.TRANSIENT_S, False), (backoff.THROTTLED_S, True)):
        for attempt, step in enumerate(steps, start=1):
            pause = backoff.pause_s(attempt, throttled=throttled)
            assert pause is not None
            assert step <= pause <= step * 1.2
        assert backoff.pause_s(len(steps) + 1, throttled=throttled) is None
    assert (backoff.pause_s(1, throttled=False, asked_s=90) or 0) >= 90


@pytest.mark.usefixtures("quick")
async def test_a_pause_ends_without_a_wake_up_from_outside(
    database: Database, tenants: Tenants, bell: Bell, world: World
) -> None:
    carrier = Carrier(Retry("500"))
    clock = SystemClock()
    made = Sender(database, tenants, {"reply": carrier}, bell, clock)
    await outbox.post(world.gate, OutboxItem("whatsapp:1", "reply", {}, "a"), None, clock.now())
    made.wake("alpha")
    async with running(made):
        await until(lambda: carrier.carried == ["a", "a"], within_s=2)
