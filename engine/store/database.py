"""The pool of connections, and what their loss means."""

import asyncio
from collections.abc import Awaitable, Callable
from secrets import SystemRandom
from types import TracebackType
from typing import Any, Self, TypeAlias, TypeVar
from zlib import crc32

import psycopg
from psycopg import errors as pg
from psycopg_pool import AsyncConnectionPool, PoolClosed, PoolTimeout, TooManyRequests

from engine.errors import DatabaseDown

Connection: TypeAlias = "psycopg.AsyncConnection[tuple[Any, ...]]"
T = TypeVar("T")

DOWN_CLASSES = ("08", "57P", "53")
"""Connection, operator intervention (shutdown, crash), resources: the server cannot serve."""
CONNECT_TIMEOUT_S = 5
RECONNECT_S = 5
"""One connection is tried for so long; whoever asks next tries anew, without a long pause."""
RACES = (pg.SerializationFailure, pg.DeadlockDetected)
RACE_TRIES = 6
RACE_PAUSE_S = 0.01

_random = SystemRandom()


class Database:
    """One process's connections to Postgres, autocommit unless a transaction is opened.

    Nothing here is set on a session: statements name their schemas, so any connection serves
    any tenant, through a pooler too. Yet each connection keeps the plans and the catalogue of the
    tenants it has served (1 to 2 MB each), so with many tenants each keeps to its lane.
    """

    def __init__(
        self,
        url: str,
        *,
        size: int = 10,
        lanes: int = 1,
        wait_s: float = 1.5,
        prepare_threshold: int | None = 5,
        prepared_most: int = 500,
    ) -> None:
        """Make the pool; `async with` opens it.

        Args:
            url: of the database, `postgresql://...`.
            size: connections at most.
            lanes: parts of the pool; a tenant's statements use one of them.
            wait_s: how long a statement waits for a connection before the database counts as down.
            prepare_threshold: uses after which a statement is prepared; None: never.
            prepared_most: prepared statements that a connection keeps (about 100 KB each).
        """
        self.url = url
        self._prepared_most = prepared_most
        self._lanes = [
            AsyncConnectionPool[Connection](
                url,
                min_size=1 if lanes == 1 else 0,
                max_size=max(1, -(-size // lanes)),
                timeout=wait_s,
                reconnect_timeout=RECONNECT_S,
                open=False,
                configure=self._configure,
                kwargs={
                    "autocommit": True,
                    "prepare_threshold": prepare_threshold,
                    "connect_timeout": CONNECT_TIMEOUT_S,
                    "application_name": "ratiba",
                },
            )
            for _ in range(lanes)
        ]
        self._purging: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        """Open the pool; connections are made when they are first needed."""
        for lane in self._lanes:
            await lane.open(wait=False)
        return self

    async def __aexit__(self, *_exc: object) -> None:
        """Close every connection."""
        await self.purged()
        for lane in self._lanes:
            await lane.close()

    def connection(self, key: str = "") -> "Lent":
        """Lend a connection in autocommit.

        Args:
            key: whose statements will run on it, a tenant's slug; "" for those of nobody.

        Raises:
            DatabaseDown: none could be had in time, or it was lost while lent.
        """
        lanes = self._lanes
        lane = lanes[0] if len(lanes) == 1 else lanes[crc32(key.encode()) % len(lanes)]
        return Lent(self, lane)

    def seen(self, error: BaseException | None) -> None:
        """Say of an error that ended a loan whether the server is gone; others pass.

        Raises:
            DatabaseDown: no connection could be had, or the one that was lent is lost.
        """
        if isinstance(error, PoolTimeout | PoolClosed | TooManyRequests):
            raise DatabaseDown(type(error).__name__) from error
        if isinstance(error, psycopg.OperationalError | psycopg.InterfaceError) and is_down(error):
            self._purge()
            raise DatabaseDown(error.sqlstate or "connection lost") from error

    async def purged(self) -> None:
        """Wait until the idle connections were tested after the last loss; at once if none was."""
        if self._purging is not None:
            await asyncio.wait({self._purging})

    def _purge(self) -> None:
        """After one lost connection test the idle ones, lest each costs somebody a request."""
        if self._purging is None or self._purging.done():
            self._purging = asyncio.create_task(self._check())

    async def _check(self) -> None:
        for lane in self._lanes:
            await lane.check()

    async def _configure(self, connection: Connection) -> None:
        connection.prepared_max = self._prepared_most


class Lent:
    """A connection while it is lent. No generator: every statement of a turn is in one of these."""

    __slots__ = ("_connection", "_database", "_lane")

    def __init__(self, database: Database, lane: AsyncConnectionPool[Connection]) -> None:
        self._database = database
        self._lane = lane
        self._connection: Connection | None = None

    async def __aenter__(self) -> Connection:
        """Take one from the pool."""
        try:
            self._connection = await self._lane.getconn()
        except BaseException as error:
            self._database.seen(error)
            raise
        return self._connection

    async def __aexit__(
        self,
        _kind: type[BaseException] | None,
        error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        """Give it back, and tell a lost server from other errors."""
        try:
            if self._connection is not None:
                await self._lane.putconn(self._connection)
        except BaseException as lost:
            self._database.seen(lost)
            raise
        self._database.seen(error)


def is_down(error: psycopg.Error) -> bool:
    """Tell whether an error means that the server or the connection is gone."""
    if isinstance(error, psycopg.InterfaceError):
        return True
    return error.sqlstate is None or error.sqlstate.startswith(DOWN_CLASSES)


async def retrying(work: Callable[[], Awaitable[T]]) -> T:
    """Run a whole transaction, again if it lost a race inside Postgres (40P01, 40001).

    Args:
        work: the transaction from its beginning; it must be safe to start over.

    Raises:
        psycopg.errors.SerializationFailure, psycopg.errors.DeadlockDetected: six times over.
    """
    for attempt in range(1, RACE_TRIES):
        try:
            return await work()
        except RACES:
            await asyncio.sleep(_random.uniform(0, RACE_PAUSE_S * 2**attempt))
    return await work()
