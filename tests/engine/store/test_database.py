import asyncio
from time import monotonic

import psycopg
import pytest

from engine.errors import DatabaseDown
from engine.model.tenant import Tenant
from engine.store.database import Database
from engine.store.tenancy import TenantGate, transaction
from tests.engine.rows import Rows

PID = "SELECT pg_backend_pid() FROM pg_sleep(0.01)"
PIDS = "SELECT pid FROM pg_stat_activity WHERE application_name = 'ratiba' AND datname = %s"


async def test_a_database_that_is_down_is_told_within_two_seconds() -> None:
    async with Database("postgresql://nobody@127.0.0.1:1/none") as database:
        before = monotonic()
        with pytest.raises(DatabaseDown, match="Check DATABASE_URL") as caught:
            async with database.connection():
                pass
        assert monotonic() - before < 2.5
        assert caught.value.code == "database.down"


async def test_a_closed_pool_is_down_too(engine_url: str, alpha: Tenant) -> None:
    async with Database(engine_url) as database:
        pass
    with pytest.raises(DatabaseDown):
        await TenantGate(database, alpha).fetch_one("SELECT 1")


async def test_a_backend_that_dies_in_a_transaction_is_down_and_the_next_one_works(
    engine_url: str, alpha: Tenant
) -> None:
    async with Database(engine_url, size=2) as database:
        gate = TenantGate(database, alpha)

        async def cut_off() -> None:
            async with transaction(database, alpha) as tx:
                row = await tx.fetch_one("SELECT pg_backend_pid()")
                assert row is not None
                with psycopg.connect(engine_url, autocommit=True) as other:
                    other.execute("SELECT pg_terminate_backend(%s, 1000)", [row[0]])
                await tx.execute("SELECT 1")

        with pytest.raises(DatabaseDown):
            await cut_off()
        assert await gate.fetch_one("SELECT 1") == (1,)


async def test_after_a_restart_only_one_request_meets_a_dead_connection(
    engine_url: str, alpha: Tenant
) -> None:
    async with Database(engine_url, size=4) as database:
        gate = TenantGate(database, alpha)
        await asyncio.gather(*(gate.fetch_one("SELECT pg_sleep(0.05)") for _ in range(4)))
        with psycopg.connect(engine_url, autocommit=True) as other:
            name = other.info.dbname
            for (pid,) in other.execute(PIDS, [name]).fetchall():
                other.execute("SELECT pg_terminate_backend(%s, 1000)", [pid])
        with pytest.raises(DatabaseDown):
            await gate.fetch_one("SELECT 1")
        await asyncio.sleep(0.3)
        for _ in range(8):
            assert await gate.fetch_one("SELECT 1") == (1,)


async def test_an_error_of_the_statement_is_no_outage(database: Database, alpha: Tenant) -> None:
    gate = TenantGate(database, alpha)
    with pytest.raises(psycopg.errors.UndefinedTable):
        await gate.fetch_one("SELECT 1 FROM {t}.nothing")
    async with transaction(database, alpha) as tx:
        await tx.execute("SET LOCAL statement_timeout = 1")
        with pytest.raises(psycopg.errors.QueryCanceled):
            await tx.fetch_one("SELECT pg_sleep(1)")


async def test_a_tenant_keeps_to_its_lane(
    engine_url: str, rows: Rows, alpha: Tenant, beta: Tenant
) -> None:
    async with Database(engine_url, size=8, lanes=4) as database:
        served: dict[str, set[int]] = {}
        for tenant in (alpha, beta):
            found = await asyncio.gather(
                *(TenantGate(database, tenant).fetch_one(PID) for _ in range(20))
            )
            served[tenant.slug] = {pid for row in found if row for pid in row}
        assert all(1 <= len(pids) <= 2 for pids in served.values())
        assert not served["alpha"] & served["beta"]


async def test_a_statement_is_prepared_unless_a_pooler_forbids_it(
    engine_url: str, rows: Rows, alpha: Tenant
) -> None:
    query = "SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE '%%' || %(x)s"
    for threshold, kept in ((1, True), (None, False)):
        async with Database(engine_url, size=1, prepare_threshold=threshold) as database:
            gate = TenantGate(database, alpha)
            for _ in range(3):
                await gate.fetch_one("SELECT 'x', %(x)s::text -- mark", {"x": "y"})
            row = await gate.fetch_one(query, {"x": "mark"})
            assert (row == (1,)) is kept
