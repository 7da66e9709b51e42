import asyncio
from datetime import timedelta

import pytest

from engine.clock import FixedClock
from engine.model.session import Armed
from engine.runtime.timekeeper import Timekeeper
from engine.store.bell import Bell
from engine.store.database import Database
from engine.store.tenants import Tenants
from tests.engine.rows import World
from tests.engine.statements import counted


@pytest.fixture
def timekeeper(database: Database, tenants: Tenants, bell: Bell, clock: FixedClock) -> Timekeeper:
    return Timekeeper(database, tenants, bell, clock)


async def arm(world: World, *minutes: int) -> None:
    timers = tuple(
        Armed(1, "pay", f"timer_{m}", world.clock.now() + timedelta(minutes=m)) for m in minutes
    )
    await world.finished(world.turned(await world.claimed("wamid.1"), timers=timers))


async def test_a_timer_fires_when_the_clock_says_so(
    timekeeper: Timekeeper, world: World, bell: Bell
) -> None:
    rung: list[str] = []
    bell.hear("inbox", rung.append)
    await arm(world, 8, 15)
    timekeeper.expect("alpha", world.clock.now() + timedelta(minutes=8))
    with counted() as statements:
        assert await timekeeper.tick() == 0
    assert statements == []

    world.clock.advance(timedelta(minutes=8))
    assert await timekeeper.tick() == 1
    assert await timekeeper.tick() == 0
    assert rung == ["alpha"]
    world.clock.advance(timedelta(minutes=7))
    assert await timekeeper.tick() == 1  # it had learnt of the next one


async def test_the_earliest_expectation_counts_and_a_wrong_one_does_no_harm(
    timekeeper: Timekeeper, world: World
) -> None:
    await arm(world, 8)
    for minutes in (8, 1, 5):
        timekeeper.expect("alpha", world.clock.now() + timedelta(minutes=minutes))
    timekeeper.expect("nobody", world.clock.now())
    assert await timekeeper.tick() == 0
    fired = []
    for _ in range(8):
        world.clock.advance(timedelta(minutes=1))
        fired.append(await timekeeper.tick())
    assert fired == [0] * 7 + [1]


async def test_it_runs_until_it_is_ended(
    timekeeper: Timekeeper, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.runtime.timekeeper.TICK_S", 0.01)
    await arm(world, 8)
    timekeeper.expect("alpha", world.clock.now())
    task = asyncio.create_task(timekeeper.run())
    await asyncio.sleep(0.05)
    world.clock.advance(timedelta(minutes=8))
    await asyncio.sleep(0.2)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    assert world.rows.values("SELECT kind FROM {t}.inbox WHERE kind = 'timer'") == ["timer"]
