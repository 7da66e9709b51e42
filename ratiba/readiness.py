"""Whether this process can serve: what `/readyz` looks at."""

import asyncio
from collections.abc import Sequence

import redis.asyncio as redis

from channels.ports import Part
from engine.errors import DatabaseDown
from engine.settings import Settings
from ratiba.keeping.schema import PUBLIC, Standing, standing
from ratiba.keeping.session import connected

NO_POSTGRES = "Postgres does not answer. Check DATABASE_URL, then: ratiba doctor"
OLDER = "The schema is older than the code ({which}): ratiba migrate"
NEWER = "ok: the schema is newer than the code ({which}), which serves on until it is replaced"
NO_REDIS = "Redis does not answer; the service works without, slower. Check REDIS_URL."


class StoresReady:
    """Implements `channels.ports.Readiness`."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    async def parts(self) -> Sequence[Part]:
        """Look at Postgres, the migrations' head, and Redis if one is configured."""
        postgres, redis_part = await asyncio.gather(
            asyncio.to_thread(self._postgres), self._redis()
        )
        return (*postgres, *redis_part)

    def _postgres(self) -> tuple[Part, ...]:
        try:
            with connected(self._settings.database_url) as session:
                at = standing(session)
        except DatabaseDown:
            return (Part("postgres", ok=False, remedy=NO_POSTGRES),)
        return (Part("postgres", ok=True), _migrations(at))

    async def _redis(self) -> tuple[Part, ...]:
        url = self._settings.redis_url
        if url is None:
            return ()
        client = redis.Redis.from_url(url, socket_connect_timeout=1, socket_timeout=1)
        try:
            await client.ping()
        except redis.RedisError:
            return (Part("redis", ok=False, remedy=NO_REDIS, needed=False),)
        finally:
            await client.aclose()
        return (Part("redis", ok=True),)


def _migrations(at: Standing) -> Part:
    """Older cannot serve; newer can: during a rolling restart the schema goes first."""
    if at.older:
        return Part("migrations", ok=False, remedy=OLDER.format(which=_counted(at.older)))
    note = NEWER.format(which=_counted(at.newer)) if at.newer else "ok"
    return Part("migrations", ok=True, note=note)


def _counted(schemas: tuple[str, ...]) -> str:
    """Which they are, without telling whoever asks who the tenants are."""
    tenants = len([name for name in schemas if name != PUBLIC])
    public = [PUBLIC] if PUBLIC in schemas else []
    counted = [f"{tenants} tenant{'s' if tenants > 1 else ''}"] if tenants else []
    return ", ".join(public + counted)
