"""The pool of connections, and what their loss means."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from secrets import SystemRandom
from typing import Any, Self, TypeAlias, TypeVar

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
    any tenant, through a pooler too.
    """

    def __init__(
        self,
        url: str,
        *,
        size: int = 10,
        wait_s: float = 1.5,
        prepare_threshold: int | None = 5,
    ) -> None:
        self.url = url
        self._pool: AsyncConnectionPool[Connection] = AsyncConnectionPool(
            url,
            min_size=1,
            max_size=size,
            timeout=wait_s,
            reconnect_timeout=RECONNECT_S,
            open=False,
            kwargs={
                "autocommit": True,
                "prepare_threshold": prepare_threshold,
                "connect_timeout": CONNECT_TIMEOUT_S,
                "application_name": "ratiba",
            },
        )
        self._purging: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        """Open the pool; connections are made when they are first needed."""
        await self._pool.open(wait=False)
        return self

    async def __aexit__(self, *_exc: object) -> None:
        """Close every connection."""
        if self._purging is not None:
            await asyncio.gather(self._purging, return_exceptions=True)
        await self._pool.close()

    @asynccontextmanager
    async def connection(self) -> AsyncIterator[Connection]:
        """Lend a connection in autocommit.

        Raises:
            DatabaseDown: none could be had in time, or it was lost while lent.
        """
        try:
            connection = await self._pool.getconn()
            try:
                yield connection
            finally:
                await self._pool.putconn(connection)
        except (PoolTimeout, PoolClosed, TooManyRequests) as error:
            raise DatabaseDown(type(error).__name__) from error
        except (psycopg.OperationalError, psycopg.InterfaceError) as error:
            if not is_down(error):
                raise
            self._purge()
            raise DatabaseDown(error.sqlstate or "connection lost") from error

    def _purge(self) -> None:
        """After one lost connection test the idle ones, lest each costs somebody a request."""
        if self._purging is None or self._purging.done():
            self._purging = asyncio.create_task(self._pool.check())

    async def purged(self) -> None:
        """Wait until the idle connections were tested after the last loss; at once if none was."""
        if self._purging is not None:
            await asyncio.wait({self._purging})


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
