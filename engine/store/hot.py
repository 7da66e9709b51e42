"""Redis, as a courtesy: a lock that saves work, and the newest state for whoever watches.

Nothing here decides anything and nothing here raises. Redis may be absent, stopped or flushed in
mid-turn: the inbox orders the turns and the commit checks the version.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from secrets import token_hex
from typing import Any, TypeVar, cast

import structlog
from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import RedisError

from engine.model.session import Session
from engine.model.tenant import Tenant
from engine.store.shape import session_to_json

LOCK_TTL_MS = 30_000
"""Longer than the slowest model call (8 s), shorter than a customer's patience."""
LOCK_FIRST_PAUSE_S = 0.1
LOCK_CEILING_S = 10.0
STATE_TTL_S = 24 * 3600
ANSWER_S = 0.25
"""A local Redis answers in a millisecond; one that needs longer is of no help."""
CIRCUIT_S = 5.0
"""After a failure Redis is left alone for this long, so that a dead one costs nothing a turn."""
SETTLE = """
if ARGV[2] == '' then redis.call('del', KEYS[1])
else redis.call('set', KEYS[1], ARGV[2], 'EX', ARGV[3]) end
if redis.call('get', KEYS[2]) == ARGV[1] then redis.call('del', KEYS[2]) end
return 1
"""
"""Writes the state, or drops it, and frees the lock while it still holds our token: one command."""
RELEASE = """
if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end
return 0
"""
"""Frees the key only while it still holds our token."""

T = TypeVar("T")
log = structlog.get_logger("hot")


def state_key(tenant: Tenant, thread_id: str) -> str:
    """Return the key of a thread's state; the braces keep both keys in one slot of a cluster."""
    return f"ratiba:{{{tenant.id}:{thread_id}}}:state"


def lock_key(tenant: Tenant, thread_id: str) -> str:
    """Return the key of a thread's lock."""
    return f"ratiba:{{{tenant.id}:{thread_id}}}:lock"


class NoHotState:
    """The engine without Redis. Implements `engine.store.ports.HotState`."""

    async def lock(self, tenant: Tenant, thread_id: str) -> str | None:
        """Get no lock."""

    async def settle(
        self, tenant: Tenant, session: Session, version: int, token: str | None
    ) -> None:
        """Write nothing."""

    async def release(self, tenant: Tenant, thread_id: str, token: str | None) -> None:
        """Release nothing."""

    async def forget(self, tenant: Tenant, threads: Sequence[str]) -> bool:
        """Have nothing to forget."""
        return True

    async def close(self) -> None:
        """Close nothing."""


class RedisHotState:
    """The engine with Redis. Implements `engine.store.ports.HotState`."""

    def __init__(self, url: str) -> None:
        self._redis: Redis = Redis.from_url(
            url,
            socket_timeout=ANSWER_S,
            socket_connect_timeout=ANSWER_S,
            retry=Retry(NoBackoff(), 0),
        )
        self._closed_until = 0.0
        self._down = False

    async def lock(self, tenant: Tenant, thread_id: str) -> str | None:
        """Wait for a thread's lock, 100 ms and doubling, 10 s at most in all."""
        key, token = lock_key(tenant, thread_id), token_hex(16)
        pause, waited = LOCK_FIRST_PAUSE_S, 0.0
        while True:
            got = await self._ask(lambda: self._do("SET", key, token, "PX", LOCK_TTL_MS, "NX"))
            if got:
                return token
            if not self.alive:
                return None
            if waited >= LOCK_CEILING_S:
                log.warning("mutex_acquisition_failed", tenant=tenant.slug, thread=thread_id)
                return None
            await asyncio.sleep(pause)
            waited += pause
            pause = min(pause * 2, max(LOCK_CEILING_S - waited, LOCK_FIRST_PAUSE_S))

    async def settle(
        self, tenant: Tenant, session: Session, version: int, token: str | None
    ) -> None:
        """After the commit, in one round trip: write or drop the state, release the lock."""
        thread_id = session.thread_id
        keys = (state_key(tenant, thread_id), lock_key(tenant, thread_id))
        state = _state(session, version) if session.ended is None else ""
        said = (*keys, token or "", state, STATE_TTL_S)
        await self._ask(lambda: self._do("EVAL", SETTLE, len(keys), *said))

    async def release(self, tenant: Tenant, thread_id: str, token: str | None) -> None:
        """Release a lock, if it is still ours."""
        if token is not None:
            key = lock_key(tenant, thread_id)
            await self._ask(lambda: self._do("EVAL", RELEASE, 1, key, token))

    async def forget(self, tenant: Tenant, threads: Sequence[str]) -> bool:
        """Drop the states of threads; False: Redis did not answer, they end by themselves."""
        for thread in threads:
            drop = partial(self._do, "DEL", state_key(tenant, thread))
            if await self._ask(drop) is None:
                return False
        return True

    async def ping(self) -> bool:
        """Tell whether Redis answers (`/readyz`)."""
        return bool(await self._ask(lambda: cast("Awaitable[Any]", self._redis.ping())))

    async def close(self) -> None:
        """Close the connections."""
        await self._redis.aclose()

    @property
    def alive(self) -> bool:
        """Whether the last question was answered."""
        return not self._down

    def _do(self, *command: str | int) -> Awaitable[Any]:
        """A command as it stands: the client's own methods for them cost as much again."""
        client: Any = self._redis  # its method has no types
        return cast("Awaitable[Any]", client.execute_command(*command))

    async def _ask(self, question: Callable[[], Awaitable[T]]) -> T | None:
        """Ask Redis; None if it cannot answer now. The one place where its errors end."""
        now = asyncio.get_running_loop().time()
        if now < self._closed_until:
            return None
        try:
            answer = await question()
        except (RedisError, OSError, TimeoutError) as error:
            self._closed_until = now + CIRCUIT_S
            if not self._down:
                log.warning("redis.down", reason=type(error).__name__)
            self._down = True
            return None
        if self._down:
            log.info("redis.up")
        self._down = False
        return answer


def _state(session: Session, version: int) -> str:
    return f'{{"version":{version},"session":{session_to_json(session)}}}'
