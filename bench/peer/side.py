"""The peer's side: a lock in Redis, the graph run to where it waits, the lock released."""

import asyncio
import warnings
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from functools import partial
from itertools import count
from secrets import token_hex
from typing import TYPE_CHECKING, Any, Literal, LiteralString, TypeAlias
from uuid import uuid4

import psycopg
from langgraph.checkpoint.postgres.aio import AsyncPostgresSaver
from psycopg.rows import dict_row
from psycopg_pool import AsyncConnectionPool
from redis.asyncio import Redis

from bench.peer.graph import graph
from bench.rig.own import Rig
from bench.rig.side import SAID, A, AstrayError, Gauge, said_by, spent

if TYPE_CHECKING:
    from langgraph.graph.state import CompiledStateGraph

Durability = Literal["sync", "exit"]
"""A checkpoint after every node, or one at the end of the turn."""
STATES = ("COLLECT_SERVICE", "COLLECT_STAFF", "COLLECT_SLOT", "CONFIRM", "BOOKED")
AT_ONCE = 8
"""Turns under way at once: as many as the product's worker has."""
LOCK_S = 30
SCHEMA: LiteralString = "bench_peer"
RELEASE = """
if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end
return 0
"""
Graph: TypeAlias = "CompiledStateGraph[Any, Any, Any, Any]"
Pool: TypeAlias = AsyncConnectionPool[psycopg.AsyncConnection[dict[str, Any]]]


class Peer:
    """Implements `bench.rig.side.Side`."""

    schemas = (SCHEMA,)

    def __init__(self, compiled: Graph, redis: Redis, durability: Durability) -> None:
        self.name = f"LangGraph, {durability}"
        self._graph = compiled
        self._release = redis.register_script(RELEASE)
        self._redis = redis
        self._durability: Durability = durability
        self._numbers = count(1)

    async def block(self, customers: int, gauge: Gauge[A]) -> A:
        """Let so many new customers book."""
        threads = [(uuid4().hex, f"+2547{next(self._numbers):08d}") for _ in range(customers)]
        return await spent(gauge, [partial(self._round, threads, at) for at in range(len(SAID))])

    async def _round(self, threads: Sequence[tuple[str, str]], turn: int) -> None:
        waiting = iter(enumerate(threads))

        async def work() -> None:
            for at, (thread, phone) in waiting:
                await self._turn(thread, phone, said_by(at, turn), STATES[turn])

        await asyncio.gather(*(work() for _ in range(AT_ONCE)))

    async def _turn(self, thread: str, phone: str, text: str, wanted: str) -> None:
        key, token = f"bench:{{{thread}}}:lock", token_hex(16)
        if not await self._redis.set(key, token, nx=True, ex=LOCK_S):
            raise AstrayError("the lock is taken")
        try:
            came = await self._graph.ainvoke(
                {"last_inbound": text, "phone": phone, "await_input": False},
                {"configurable": {"thread_id": thread}},
                durability=self._durability,
            )
        finally:
            await self._release(keys=[key], args=[token])
        if came["current_state"] != wanted:
            raise AstrayError(f"{wanted} was to come, not {came['current_state']}")


@asynccontextmanager
async def peers(rig: Rig) -> AsyncIterator[tuple[Peer, Peer]]:
    """Open both kinds of the peer over one graph, one pool and a fresh schema of their own."""
    warnings.filterwarnings("ignore", module=r"langgraph|langchain_core")
    with psycopg.connect(rig.database_url, autocommit=True) as connection:
        connection.execute(f"DROP SCHEMA IF EXISTS {SCHEMA} CASCADE")
        connection.execute(f"CREATE SCHEMA {SCHEMA}")
    redis = Redis.from_url(rig.redis_url)
    async with _pool(rig) as pool:
        saver = AsyncPostgresSaver(pool)
        await saver.setup()
        compiled = graph(saver)
        try:
            yield Peer(compiled, redis, "sync"), Peer(compiled, redis, "exit")
        finally:
            await redis.aclose()


def _pool(rig: Rig) -> Pool:
    """As the library advises: autocommit and rows as dicts; statements prepared at first use."""
    return AsyncConnectionPool(
        rig.database_url,
        connection_class=psycopg.AsyncConnection[dict[str, Any]],
        min_size=AT_ONCE + 1,
        max_size=AT_ONCE + 1,
        kwargs={
            "autocommit": True,
            "prepare_threshold": 0,
            "row_factory": dict_row,
            "options": f"-c search_path={SCHEMA}",
        },
        open=False,
    )
