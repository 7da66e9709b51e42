import asyncio
from datetime import timedelta

import pytest

from engine.store import outbox
from engine.store.delivery import OutboxRow, Sent
from engine.store.records import OutboxItem
from tests.engine.rows import World

ANNE, BEN = "whatsapp:254712000001", "whatsapp:254712000002"


async def post(world: World, *keys: str, recipient: str = ANNE, kind: str = "reply") -> None:
    for key in keys:
        item = OutboxItem(recipient, kind, {"text": key}, key)
        assert await outbox.post(world.gate, item, "thread", world.clock.now())


async def take(world: World, most: int = 10) -> list[OutboxRow]:
    return list((await outbox.take(world.gate, most=most, now=world.clock.now())).rows)


async def test_a_key_is_posted_once(world: World) -> None:
    await post(world, "stk:a1")
    again = OutboxItem(ANNE, "stk", {}, "stk:a1")
    assert not await outbox.post(world.gate, again, "thread", world.clock.now())
    assert world.rows.values("SELECT body->>'text' FROM {t}.outbox") == ["stk:a1"]


async def test_each_recipient_gets_its_rows_in_order_one_at_a_time(world: World) -> None:
    await post(world, "a1", "a2", "a3")
    await post(world, "b1", recipient=BEN)

    first = await take(world)
    assert [(row.key, row.recipient, row.attempts) for row in first] == [
        ("a1", ANNE, 1), ("b1", BEN, 1),
    ]  # fmt: skip
    assert first[0].body == {"text": "a1"}
    assert first[0].created_at == world.clock.now()
    assert await take(world) == []

    assert await outbox.mark_sent(world.gate, first[0], Sent("wamid.out"))
    assert [row.key for row in await take(world)] == ["a2"]


async def test_a_batch_tells_whether_more_could_go_out(world: World) -> None:
    await post(world, "a1")
    await post(world, "b1", recipient=BEN)
    assert (await outbox.take(world.gate, most=1, now=world.clock.now())).more
    assert not (await outbox.take(world.gate, most=1, now=world.clock.now())).more
    assert await outbox.take(world.gate, most=1, now=world.clock.now()) == outbox.Batch()


async def test_a_row_that_waits_holds_those_behind_it(world: World) -> None:
    await post(world, "a1", "a2")
    (row,) = await take(world)
    later = world.clock.now() + timedelta(seconds=5)
    assert await outbox.mark_again(world.gate, row, "131056", later)

    assert await take(world) == []
    world.clock.advance(timedelta(seconds=5))
    (again,) = await take(world)
    assert (again.key, again.attempts) == ("a1", 2)
    assert await outbox.mark_parked(world.gate, again, "131047")
    assert [row.key for row in await take(world)] == ["a2"]
    assert world.rows.all("SELECT state, error FROM {t}.outbox ORDER BY id") == [
        ("parked", "131047"), ("sending", None),
    ]  # fmt: skip


async def test_many_senders_at_once_never_hold_two_rows_of_a_recipient(world: World) -> None:
    for n in range(40):
        await post(world, f"k{n}", recipient=f"whatsapp:{n % 4}")
    held: set[str] = set()
    order: list[str] = []

    async def send() -> None:
        while len(order) < 40:
            for row in await take(world, most=3):
                assert row.recipient not in held
                held.add(row.recipient)
                await asyncio.sleep(0.001)
                order.append(row.key)
                held.discard(row.recipient)
                assert await outbox.mark_sent(world.gate, row, Sent())

    async with asyncio.timeout(20), asyncio.TaskGroup() as group:
        for _ in range(6):
            group.create_task(send())
    for recipient in range(4):
        mine = [int(key[1:]) for key in order if int(key[1:]) % 4 == recipient]
        assert mine == sorted(mine)


async def test_after_a_crash_a_reply_is_repeated_and_a_prompt_never(world: World) -> None:
    await post(world, "reply")
    await post(world, "prompt", recipient="mpesa:+254712000001", kind="stk")
    rows = await take(world)
    before = world.clock.now() + timedelta(seconds=1)

    assert await outbox.repeat_stalled(world.gate, before) == 1
    assert [row.key for row in await outbox.stranded(world.gate, before)] == ["prompt"]
    assert [row.key for row in await take(world)] == ["reply"]
    # The first sender wakes up: its claim is gone.
    assert not await outbox.mark_sent(world.gate, rows[0], Sent("late"))


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        (["delivered", "read"], "read"),
        (["read", "delivered"], "read"),
        (["delivered", "failed"], "failed"),
        (["failed", "delivered"], "failed"),
    ],
)
async def test_statuses_may_come_in_any_order(world: World, told: list[str], kept: str) -> None:
    await post(world, "a1")
    (row,) = await take(world)
    await outbox.mark_sent(world.gate, row, Sent("wamid.out"))
    for status in told:
        await outbox.note_status(world.gate, "wamid.out", status)
    assert world.rows.values("SELECT delivery FROM {t}.outbox") == [kept]
    assert not await outbox.note_status(world.gate, "wamid.unknown", "read")
