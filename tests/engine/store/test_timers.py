import asyncio
from datetime import timedelta

from engine.model.event import Due
from engine.model.session import Armed
from engine.store.inbox import store_items
from engine.store.pulse import Pulse, look
from engine.store.timers import MOST, fire
from tests.engine.rows import World, incoming
from tests.engine.statements import counted


async def armed(world: World, *minutes: int) -> str:
    """A thread with timers due after so many minutes."""
    conversation = await world.claimed("wamid.1")
    timers = tuple(
        Armed(1, "pay", f"timer_{n}", world.clock.now() + timedelta(minutes=m))
        for n, m in enumerate(minutes)
    )
    commit = world.turned(conversation, timers=timers)
    await world.finished(commit)
    return commit.session.thread_id


async def test_a_timer_enters_the_inbox_of_its_thread_when_it_is_due(world: World) -> None:
    thread = await armed(world, 8, 15)
    at = world.clock.now()
    assert await fire(world.gate, at) == (0, at + timedelta(minutes=8))

    world.clock.advance(timedelta(minutes=8))
    with counted() as statements:
        assert await fire(world.gate, world.clock.now()) == (1, at + timedelta(minutes=15))
    assert len(statements) == 1

    conversation = await world.store.claim(world.tenant, world.clock.now())
    assert conversation is not None
    assert conversation.claimed.matter == Due(1, "pay", "timer_0")
    assert conversation.thread is not None
    assert conversation.thread.thread_id == thread


async def test_racing_timekeepers_fire_a_timer_once(world: World) -> None:
    await armed(world, *([1] * 30))
    world.clock.advance(timedelta(minutes=1))
    fired = await asyncio.gather(*(fire(world.gate, world.clock.now()) for _ in range(6)))
    assert sum(count for count, _ in fired) == 30
    assert world.rows.one("SELECT count(*) FROM {t}.inbox WHERE kind = 'timer'") == (30,)


async def test_a_timer_armed_again_before_its_turn_ran_is_not_fired_twice(world: World) -> None:
    await armed(world, 1)
    world.clock.advance(timedelta(minutes=1))
    row = world.rows.one("SELECT thread_id, frame, step, name, due_at FROM {t}.timers")
    await fire(world.gate, world.clock.now())
    world.rows.all(
        "INSERT INTO {t}.timers (thread_id, frame, step, name, due_at) VALUES (%s, %s, %s, %s, %s)",
        row,
    )
    assert await fire(world.gate, world.clock.now()) == (0, None)
    assert world.rows.all("SELECT 1 FROM {t}.timers") == []


async def test_more_timers_than_one_statement_takes_are_due_at_once_again(world: World) -> None:
    await armed(world, *([1] * (MOST + 5)))
    world.clock.advance(timedelta(minutes=1))
    assert await fire(world.gate, world.clock.now()) == (MOST, world.clock.now())
    assert await fire(world.gate, world.clock.now()) == (5, None)


async def test_a_look_tells_what_waits(world: World) -> None:
    lease = timedelta(seconds=20)

    async def pulse() -> Pulse:
        now = world.clock.now()
        return await look(world.gate, now=now, before=now - lease)

    assert await pulse() == Pulse(False, False, False, False, None)
    await armed(world, 8)
    at = world.clock.now() + timedelta(minutes=8)
    assert await pulse() == Pulse(False, False, True, False, at)
    world.rows.all("UPDATE {t}.outbox SET state = 'sending', claimed_at = %s", [world.clock.now()])
    await world.claimed("wamid.2")
    assert await pulse() == Pulse(False, False, False, False, at)
    world.clock.advance(timedelta(seconds=21))
    world.rows.all("DELETE FROM {t}.timers")
    assert await pulse() == Pulse(False, True, False, True, None)
    await store_items(world.gate, [incoming("wamid.3", world.clock.now())], world.clock.now())
    assert (await pulse()).inbox
