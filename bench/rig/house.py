"""The product put together over the bench's stores."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, redirect_stderr
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO

from bench.rig.own import Rig
from engine.assembly.core import keyring
from engine.clock import FixedClock
from engine.model.tenant import Tenant
from engine.runtime.witness import Witness
from engine.settings import Settings
from ratiba.logs import start_logs
from ratiba.wiring import House, housed
from tools.tenants.service import Tenancy
from tools.tenants.verticals import load_vertical

NOW = datetime(2026, 6, 1, 6, 0, tzinfo=UTC)
"""A Monday, 09:00 in Nairobi: the clock of every bench."""
VERTICAL = "spa"


@asynccontextmanager
async def house_on(
    rig: Rig, witness: Witness | None = None, *, lanes: int = 1
) -> AsyncIterator[House]:
    """Open a house with no carriers; its log lines are made and written, and nobody reads them.

    Args:
        rig: its stores.
        witness: hears of every turn; left out: the log.
        lanes: of the pool, as in service where there are many tenants.
    """
    settings = settings_of(rig, lanes)
    with _nowhere() as nowhere:
        with redirect_stderr(nowhere):
            start_logs(settings)
        async with housed(
            settings, FixedClock(NOW), carriers=lambda core, http: {}, witness=witness
        ) as house:
            yield house


def settings_of(rig: Rig, lanes: int) -> Settings:
    """Settings on the bench's stores, with no other word of the environment's."""
    return Settings(
        ratiba_env="dev",
        database_url=rig.database_url,
        redis_url=rig.redis_url,
        ratiba_log_format="json",
        ratiba_pool_lanes=lanes,
        _env_file=None,
    )


async def fresh_spa(house: House, slug: str) -> Tenant:
    """A fresh business of this name, in place of the one that an earlier run left."""
    core = house.engine.core
    tenancy = Tenancy(core.database, keyring(core.settings), core.clock)
    if slug in {tenant.slug for tenant in await core.tenants.every()}:
        await tenancy.delete(slug)
    return await tenancy.add(slug, load_vertical(VERTICAL))


def _nowhere() -> TextIO:
    return Path(os.devnull).open("w", encoding="utf-8")
