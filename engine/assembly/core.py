"""What every process has: settings, clock, database, tenants, credentials, wake-ups."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from engine.clock import Clock
from engine.settings import Settings
from engine.store.bell import Bell
from engine.store.database import Database
from engine.store.secrets import Keyring
from engine.store.tenants import Credentials, Tenants

DEV_KEY = "a key for somebody's own machine"
"""Used where RATIBA_ENV=dev sets none; settings refuse to start without one elsewhere."""


@dataclass(frozen=True, slots=True)
class Core:
    """The adapters that the layers above may use to build their own parts."""

    settings: Settings
    clock: Clock
    database: Database
    tenants: Tenants
    credentials: Credentials
    bell: Bell


def keyring(settings: Settings) -> Keyring:
    """The master keys.

    Raises:
        ConfigError: a key is too short.
    """
    given = settings.ratiba_secret_key
    return Keyring(given.get_secret_value() if given else DEV_KEY)


@asynccontextmanager
async def opened(settings: Settings, clock: Clock) -> AsyncIterator[Core]:
    """Open the pool and what stands on it; closed with the block."""
    database = Database(
        settings.database_url,
        size=settings.ratiba_pool_size,
        lanes=settings.ratiba_pool_lanes,
        wait_s=settings.ratiba_pool_wait_s,
        prepare_threshold=settings.ratiba_prepare_threshold,
        prepared_most=settings.ratiba_prepared_most,
    )
    async with database:
        yield Core(
            settings,
            clock,
            database,
            Tenants(database),
            Credentials(database, keyring(settings)),
            Bell(database, listens=settings.ratiba_listen),
        )
