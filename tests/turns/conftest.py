"""A spa as it is shipped, with the real engine over it: real turns, nothing sent."""

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import count
from pathlib import Path

import pytest

from engine.assembly.core import keyring
from engine.assembly.library import ROOT
from engine.clock import FixedClock
from engine.settings import Settings
from ratiba.wiring import housed
from tests.publishing import gate
from tests.turns.spa import NOW, Spa
from tools.publishing.service import Publishing
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


@pytest.fixture
def newer(tmp_path: Path) -> Path:
    """The next release: a step has another name, in flows and in phrases."""
    for name in ("flows", "prompts", "verticals"):
        shutil.copytree(ROOT / name, tmp_path / name)
    for path in tmp_path.rglob("*.yaml"):
        text = path.read_text("utf-8")
        path.write_text(text.replace("collect_staff", "pick_somebody"), "utf-8")
    return tmp_path


@pytest.fixture
async def deployed(spa: Spa, settings: Settings, newer: Path) -> AsyncIterator[Spa]:
    """The same business, served by the next release."""
    async with housed(settings, spa.clock, carriers=lambda core, http: {}, root=newer) as house:
        yield Spa(house, spa.tenant, spa.clock)


@pytest.fixture
def publishing(spa: Spa) -> Publishing:
    """Publishes for the spa, through the whole gate."""
    return Publishing(spa.house.engine.core.database, gate(), spa.clock)
