"""Wake-ups: heard at once in this process, and over NOTIFY in the others.

A bell that is not heard costs time, never work: the sweep finds what waits. NOTIFY is sent beside
the transactions that it tells of, many at once, since a commit that carries one waits for every
other such commit of the server.
"""

import asyncio
import contextlib
from collections.abc import Callable
from secrets import token_hex
from typing import Literal, TypeAlias

import psycopg
import structlog

from engine.errors import DatabaseDown
from engine.store.database import Connection, Database

Topic: TypeAlias = Literal["inbox", "outbox"]
Listener: TypeAlias = Callable[[str], None]

CHANNEL = "ratiba"
GATHER_S = 0.02
"""After one ring has gone out, those of this long go out together."""
RECONNECT_S = 1.0
NOTIFY = "SELECT pg_notify(%s, payload) FROM unnest(%s::text[]) AS payload"

log = structlog.get_logger("bell")


class Bell:
    """Tells of work by topic and tenant; `run` carries it between processes."""

    def __init__(self, database: Database, *, listens: bool = True) -> None:
        self._database = database
        self._listens = listens
        self._name = token_hex(4)
        self._listeners: dict[str, list[Listener]] = {}
        self._pending: dict[str, None] = {}
        self._rung = asyncio.Event()

    def hear(self, topic: Topic, listener: Listener) -> None:
        """Call `listener` with the slug at each ring of a topic, from whatever process."""
        self._listeners.setdefault(topic, []).append(listener)

    def ring(self, topic: Topic, slug: str) -> None:
        """Tell of work; returns at once."""
        self._tell(topic, slug)
        self._pending[f"{topic}:{slug}:{self._name}"] = None
        self._rung.set()

    async def run(self) -> None:
        """Carry rings to and from other processes until cancelled."""
        async with asyncio.TaskGroup() as group:
            group.create_task(self._send())
            if self._listens:
                group.create_task(self._receive())

    def _tell(self, topic: str, slug: str) -> None:
        for listener in self._listeners.get(topic, ()):
            listener(slug)

    async def _send(self) -> None:
        while True:
            await self._rung.wait()
            self._rung.clear()
            payloads, self._pending = list(self._pending), {}
            with contextlib.suppress(DatabaseDown):  # the sweep of the others finds it
                async with self._database.connection() as connection:
                    await connection.execute(NOTIFY, [CHANNEL, payloads])
            await asyncio.sleep(GATHER_S)

    async def _receive(self) -> None:
        while True:
            try:
                async with await self._connect() as connection:
                    await connection.execute(f"LISTEN {CHANNEL}")
                    await self._listen(connection)
            except psycopg.Error as error:
                log.warning("bell.deaf", reason=type(error).__name__)
            await asyncio.sleep(RECONNECT_S)

    async def _connect(self) -> Connection:
        return await psycopg.AsyncConnection.connect(self._database.url, autocommit=True)

    async def _listen(self, connection: Connection) -> None:
        async for notice in connection.notifies():
            topic, slug, name = notice.payload.split(":", 2)
            if name != self._name:
                self._tell(topic, slug)
