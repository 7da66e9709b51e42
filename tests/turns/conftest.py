"""A spa as it is shipped, with the real engine over it: real turns, nothing sent."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import count

import pytest

from engine.assembly.core import keyring
from engine.clock import FixedClock
from engine.settings import Settings
from ratiba.wiring import housed
from tests.turns.spa import NOW, Spa
from tools.tenants.service import Tenancy
from tools.tenants.verticals import load_vertical

_numbers = count(1)


@asynccontextmanager
async def open_spa(settings: Settings) -> AsyncIterator[Spa]:
    clock = FixedClock(NOW)
    slug = f"turns_{next(_numbers)}"
    async with housed(settings, clock, carriers=lambda core, http: {}) as house:
        tenancy = Tenancy(house.engine.core.database, keyring(settings), clock)
        tenant = await tenancy.add(slug, load_vertical("spa"), mpesa_shortcode="174379")
        yield Spa(house, tenant, clock)
        await tenancy.delete(slug)


@pytest.fixture
def settings(database_url: str) -> Settings:
    """Without Redis."""
    return Settings(ratiba_env="dev", database_url=database_url, redis_url=None, _env_file=None)


@pytest.fixture
async def spa(settings: Settings) -> AsyncIterator[Spa]:
    async with open_spa(settings) as opened:
        yield opened
