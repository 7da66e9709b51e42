"""Stores that stop, die or forget while customers book."""

import asyncio
from collections.abc import Callable
from itertools import cycle

from tests.chaos.rig import Rig
from tests.chaos.scenario import Group
from tests.chaos.under_load import under_load

STORES = Group("stores")
PAUSE_S = 1.0


@STORES("Postgres restarted and killed in turn, under load")
async def postgres_down(rig: Rig, much: int) -> str:
    def again(end: Callable[[], None]) -> None:
        end()
        rig.ground.start_postgres()

    async def violence() -> None:
        for end in cycle((rig.ground.stop_postgres, rig.ground.kill_postgres)):
            await asyncio.sleep(2 * PAUSE_S)
            await asyncio.shield(asyncio.to_thread(again, end))
            rig.did("Postgres restarted")

    return await under_load(rig, violence(), 12 * much)


@STORES("sessions of Postgres cut off in what they do, under load")
async def backends_cut(rig: Rig, much: int) -> str:
    async def violence() -> None:
        while True:
            await asyncio.sleep(PAUSE_S / 20)
            rig.did("session cut", await asyncio.to_thread(rig.ground.kill_a_backend))

    return await under_load(rig, violence(), 12 * much)


@STORES("Redis flushed again and again, under load")
async def redis_flushed(rig: Rig, much: int) -> str:
    async def violence() -> None:
        while True:
            await asyncio.sleep(PAUSE_S / 10)
            await asyncio.to_thread(rig.ground.flush_valkey)
            rig.did("Redis flushed")

    return await under_load(rig, violence(), 12 * much)


@STORES("Redis killed and started again, under load")
async def redis_killed(rig: Rig, much: int) -> str:
    def again() -> None:
        rig.ground.kill_valkey()
        rig.ground.start_valkey()

    async def violence() -> None:
        while True:
            await asyncio.sleep(PAUSE_S / 2)
            await asyncio.shield(asyncio.to_thread(again))
            rig.did("Redis killed")

    return await under_load(rig, violence(), 12 * much)
