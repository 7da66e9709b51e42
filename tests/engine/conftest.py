"""Two tenants in a database of their own, emptied before each test, and a clock that stands."""

from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime

import psycopg
import pytest

from engine.clock import FixedClock
from engine.model.tenant import Tenant
from engine.store.bell import Bell
from engine.store.database import Database
from engine.store.postgres import PostgresStore
from engine.store.tenancy import TenantGate
from engine.store.tenants import Tenants
from migrations.run import provision
from tests.engine.rows import Rows, World
from tests.stores import PATIENCE_S, Suite, copied_database

NOON = datetime(2026, 6, 1, 9, 0, tzinfo=UTC)
"""Noon in Nairobi."""


@pytest.fixture(scope="session")
def engine_url(suite: Suite, worker_id: str) -> Iterator[str]:
    """URL of a database with the tenants `alpha` and `beta`."""
    with copied_database(suite, f"{worker_id}_engine") as url:
        with psycopg.connect(url, autocommit=True) as connection:
            for place, slug in enumerate(("alpha", "beta"), start=1):
                provision(connection, slug)
                connection.execute(
                    "INSERT INTO public.tenants (slug, name, vertical, created_at,"
                    " whatsapp_phone_number_id) VALUES (%s, %s, 'spa', %s, %s)",
                    [slug, slug.title(), NOON, f"10000000000{place}"],
                )
        yield url


@pytest.fixture
def rows(engine_url: str) -> Iterator[Rows]:
    """Plain SQL on the emptied tenants, for arranging and for looking."""
    with psycopg.connect(engine_url, autocommit=True) as connection:
        made = Rows(connection)
        made.empty("alpha")
        made.empty("beta")
        yield made


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(NOON)


@pytest.fixture
async def database(engine_url: str, rows: Rows) -> AsyncIterator[Database]:
    async with Database(engine_url, size=8, wait_s=PATIENCE_S) as opened:
        yield opened


@pytest.fixture
def tenants(database: Database) -> Tenants:
    return Tenants(database)


@pytest.fixture
async def alpha(tenants: Tenants) -> Tenant:
    return await tenants.by_slug("alpha")


@pytest.fixture
async def beta(tenants: Tenants) -> Tenant:
    return await tenants.by_slug("beta")


@pytest.fixture
def bell(database: Database) -> Bell:
    return Bell(database, listens=False)


@pytest.fixture
def store(database: Database, tenants: Tenants, bell: Bell, clock: FixedClock) -> PostgresStore:
    return PostgresStore(database, tenants, bell, clock)


@pytest.fixture
def world(
    store: PostgresStore, database: Database, alpha: Tenant, clock: FixedClock, rows: Rows
) -> World:
    return World(store, TenantGate(database, alpha), alpha, clock, rows)
