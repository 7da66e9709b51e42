import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import psycopg

from engine.store.bell import Bell, Topic
from engine.store.database import Database


class Ears:
    """Notes what it hears."""

    def __init__(self, bell: Bell, topic: Topic) -> None:
        self.heard: list[str] = []
        self._any = asyncio.Event()
        bell.hear(topic, self._note)

    def _note(self, slug: str) -> None:
        self.heard.append(slug)
        self._any.set()

    async def wait(self) -> None:
        async with asyncio.timeout(5):
            await self._any.wait()
        self._any.clear()


@asynccontextmanager
async def running(bell: Bell) -> AsyncIterator[None]:
    task = asyncio.create_task(bell.run())
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def listening(database: Database, count: int = 1) -> None:
    query = (
        "SELECT count(*) FROM pg_stat_activity"
        " WHERE query = 'LISTEN ratiba' AND datname = current_database()"
    )
    async with asyncio.timeout(5):
        while True:
            async with database.connection() as connection:
                row = await (await connection.execute(query)).fetchone()
            if row == (count,):
                return
            await asyncio.sleep(0.02)


async def test_a_ring_is_heard_at_once_in_this_process(bell: Bell) -> None:
    ears, others = Ears(bell, "inbox"), Ears(bell, "outbox")
    bell.ring("inbox", "alpha")
    assert (ears.heard, others.heard) == (["alpha"], [])


async def test_a_ring_is_heard_in_other_processes_and_once_in_ours(database: Database) -> None:
    ours, theirs = Bell(database), Bell(database)
    ears, far = Ears(ours, "inbox"), Ears(theirs, "inbox")
    async with running(ours), running(theirs):
        await listening(database, 2)
        for _ in range(100):
            ours.ring("inbox", "alpha")
        await far.wait()
        theirs.ring("outbox", "alpha")
        await asyncio.sleep(0.1)
    assert far.heard == ["alpha"]
    assert ears.heard == ["alpha"] * 100


async def test_a_bell_that_lost_its_connection_hears_again(
    database: Database, engine_url: str
) -> None:
    ours, theirs = Bell(database), Bell(database, listens=False)
    ears = Ears(ours, "inbox")
    async with running(ours), running(theirs):
        await listening(database)
        with psycopg.connect(engine_url, autocommit=True) as other:
            other.execute(
                "SELECT pg_terminate_backend(pid, 1000) FROM pg_stat_activity"
                " WHERE query = 'LISTEN ratiba' AND datname = current_database()"
            )
        await listening(database)
        theirs.ring("inbox", "beta")
        await ears.wait()
    assert ears.heard == ["beta"]
