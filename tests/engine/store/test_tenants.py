import pytest

from engine.clock import FixedClock
from engine.errors import InputError
from engine.store.tenants import Tenants
from tests.engine.rows import Rows
from tests.engine.statements import counted


async def test_a_tenant_is_read_once_a_version(tenants: Tenants, rows: Rows) -> None:
    seen = await tenants.by_slug("alpha")
    with counted() as statements:
        assert await tenants.by_slug("alpha") is seen
        assert await tenants.by_slug("alpha", seen.version) is seen
        assert statements == []
        rows.all("UPDATE public.tenants SET zone = zone WHERE slug = 'alpha'")
        assert (await tenants.by_slug("alpha", seen.version + 1)).version == seen.version + 1
        assert len(statements) == 1


async def test_a_number_names_its_tenant(tenants: Tenants) -> None:
    found = await tenants.by_whatsapp(["100000000002", "999"])
    assert {number: tenant.slug for number, tenant in found.items()} == {"100000000002": "beta"}


async def test_every_tenant_by_slug(tenants: Tenants) -> None:
    assert [tenant.slug for tenant in await tenants.every()] == ["alpha", "beta"]


async def test_an_unknown_slug(tenants: Tenants) -> None:
    with pytest.raises(InputError, match="See `ratiba tenant list`") as caught:
        await tenants.by_slug("nobody")
    assert caught.value.code == "tenant.unknown"


async def test_a_tenant_is_added_once(tenants: Tenants, clock: FixedClock, rows: Rows) -> None:
    try:
        added = await tenants.add(
            slug="gamma", name="Gamma", vertical="salon", at=clock.now(), locale="sw",
            dials={"warmth": 0.7},
        )  # fmt: skip
        assert (added.slug, added.locale, added.dials, added.version) == (
            "gamma", "sw", {"warmth": 0.7}, 1,
        )  # fmt: skip
        with pytest.raises(InputError, match="There is a tenant 'gamma' already"):
            await tenants.add(slug="gamma", name="G", vertical="spa", at=clock.now())
        with pytest.raises(InputError, match="is no tenant's slug"):
            await tenants.add(slug='x"; drop', name="G", vertical="spa", at=clock.now())
    finally:
        rows.all("DELETE FROM public.tenants WHERE slug = 'gamma'")
