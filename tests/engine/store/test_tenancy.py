from dataclasses import replace
from typing import cast

import pytest
from psycopg import errors as pg

from engine.errors import InputError, NoTenant
from engine.model.tenant import Tenant
from engine.store.database import Database, retrying
from engine.store.names import check_slug, compose_for
from engine.store.tenancy import TenantGate, transaction
from tests.engine.rows import Rows

SLUGS_THAT_ARE_NONE = (
    "", "a, b", 'x"; drop', "Spa", "1spa", "spa-pilot", "spa pilot", "spa\n", "a" * 41, "spå",
    "public.tenants", "_spa",
)  # fmt: skip
INSERT = "INSERT INTO {t}.phrases (locale, key, text, updated_at) VALUES ('en', %s, 'x', %s)"
COUNT = "SELECT count(*) FROM {t}.phrases"


@pytest.fixture(autouse=True)
def no_phrases(rows: Rows) -> None:
    for slug in ("alpha", "beta"):
        rows.all("DELETE FROM {t}.phrases", slug=slug)


@pytest.mark.parametrize("slug", SLUGS_THAT_ARE_NONE)
def test_a_slug_that_is_none_is_refused_with_the_remedy(slug: str) -> None:
    with pytest.raises(InputError, match="is no tenant's slug: write 1 to 40") as caught:
        check_slug(slug)
    assert caught.value.code == "tenant.slug"


@pytest.mark.parametrize("slug", SLUGS_THAT_ARE_NONE)
async def test_no_statement_is_composed_for_it(
    slug: str, database: Database, alpha: Tenant
) -> None:
    with pytest.raises(InputError):
        TenantGate(database, replace(alpha, slug=slug))


def test_the_schemas_are_quoted_and_other_braces_stay() -> None:
    assert compose_for("public", "SELECT '{}'::jsonb, '{x}' FROM {t}.a, {c}.b") == (
        b"""SELECT '{}'::jsonb, '{x}' FROM "tenant_public".a, "checkpoints_public".b"""
    )


async def test_no_tenant_is_an_error_and_never_public(database: Database) -> None:
    nobody = cast("Tenant", None)
    with pytest.raises(NoTenant, match="there is no default"):
        TenantGate(database, nobody)
    with pytest.raises(NoTenant):
        async with transaction(database, nobody):
            pass


async def test_each_tenant_sees_its_own_rows(
    database: Database, alpha: Tenant, beta: Tenant, rows: Rows
) -> None:
    async with transaction(database, alpha) as tx:
        (at,) = rows.one("SELECT created_at FROM public.tenants LIMIT 1")
        assert await tx.execute(INSERT, ["a", at]) == 1
    assert await TenantGate(database, alpha).fetch_one(COUNT) == (1,)
    assert await TenantGate(database, beta).fetch_one(COUNT) == (0,)


async def test_rows_come_as_tuples_or_as_a_dataclass(database: Database, alpha: Tenant) -> None:
    gate = TenantGate(database, alpha)
    assert await gate.fetch_all("SELECT 1, 'x' UNION ALL SELECT 2, 'y' ORDER BY 1") == [
        (1, "x"), (2, "y"),
    ]  # fmt: skip
    query = "SELECT id, slug, name, vertical, locale, version FROM public.tenants WHERE slug = %s"
    assert await gate.fetch_one(query, ["alpha"], kind=Tenant) == replace(
        alpha, whatsapp_phone_number_id=None
    )
    assert await gate.fetch_one("SELECT 1 WHERE false") is None


async def test_a_transaction_without_statements_takes_no_connection(
    engine_url: str, alpha: Tenant
) -> None:
    database = Database(engine_url)  # never opened
    async with transaction(database, alpha) as tx:
        assert not tx.begun


async def test_a_lost_race_is_run_again_and_a_hopeless_one_raises() -> None:
    tries = 0

    async def second() -> str:
        nonlocal tries
        tries += 1
        if tries < 2:
            raise pg.DeadlockDetected
        return "done"

    assert await retrying(second) == "done"

    async def never() -> None:
        raise pg.SerializationFailure

    with pytest.raises(pg.SerializationFailure):
        await retrying(never)
