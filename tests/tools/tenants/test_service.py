"""Tenants added whole or not at all, and deleted for good."""

import psycopg
import pytest

from engine.clock import FixedClock
from engine.errors import InputError
from engine.store.database import Database
from engine.store.secrets import Keyring
from engine.store.tenants import Credentials
from migrations.run import provision
from tests.tools.conftest import NOW
from tools.tenants.options import read_options
from tools.tenants.service import Tenancy
from tools.tenants.verticals import load_vertical

KEYRING = Keyring("a-master-key-for-tests")


@pytest.fixture
def tenancy(database: Database) -> Tenancy:
    return Tenancy(database, KEYRING, FixedClock(NOW))


async def test_a_tenant_of_a_vertical_has_its_catalogue_and_credentials(
    tenancy: Tenancy, database: Database
) -> None:
    options = read_options(["mpesa_passkey=made-up", "dials.emoji=0.9", "locale=sw"])
    tenant = await tenancy.add(
        "first", load_vertical("spa"), whatsapp_number_id="4711", mpesa_shortcode="174379",
        options=options,
    )  # fmt: skip
    try:
        assert (tenant.name, tenant.locale, tenant.mpesa_enabled) == ("First", "sw", True)
        assert tenant.dials["emoji"] == 0.9
        assert await Credentials(database, KEYRING).of("first") == {
            "mpesa_passkey": "made-up", "mpesa_shortcode": "174379",
        }  # fmt: skip
        assert [one.slug for one in await tenancy.every() if one.slug == "first"] == ["first"]
        with pytest.raises(InputError, match="There is a tenant 'first' already"):
            await tenancy.add("first", load_vertical("spa"))
        with pytest.raises(InputError, match="Another tenant has the WhatsApp number id 4711"):
            await tenancy.add("second", load_vertical("spa"), whatsapp_number_id="4711")
    finally:
        await tenancy.delete("first")


async def test_what_a_killed_run_left_behind_is_cleared_away(
    tenancy: Tenancy, database_url: str
) -> None:
    provision(database_url, "half_made")
    with psycopg.connect(database_url) as session:
        session.execute(
            "INSERT INTO tenant_half_made.services (id, name_en, name_sw, price_kes, minutes)"
            " VALUES ('old', 'Old', 'Zamani', 1, 1)"
        )
    await tenancy.add("half_made", load_vertical("spa"))
    with psycopg.connect(database_url) as session:
        assert session.execute(
            "SELECT count(*) FROM tenant_half_made.services WHERE id = 'old'"
        ).fetchone() == (0,)
    await tenancy.delete("half_made")


async def test_a_deleted_tenant_leaves_nothing(tenancy: Tenancy, database_url: str) -> None:
    await tenancy.add("short_lived", load_vertical("spa"))
    await tenancy.delete("short_lived")
    with psycopg.connect(database_url) as session:
        schemas = session.execute(
            "SELECT nspname FROM pg_namespace WHERE nspname LIKE '%short_lived'"
        ).fetchall()
    assert schemas == []
    with pytest.raises(InputError, match="No tenant 'short_lived'"):
        await tenancy.delete("short_lived")


@pytest.mark.parametrize("slug", ['x"; drop', "Spa", "", "a" * 41, "1st"])
async def test_a_slug_that_is_none_is_refused(tenancy: Tenancy, slug: str) -> None:
    with pytest.raises(InputError, match="is no tenant's slug"):
        await tenancy.add(slug, load_vertical("spa"))


def test_the_teams_phone_is_kept_in_full_however_it_was_written() -> None:
    assert read_options(["admin_whatsapp=0712 345 678"]).settings == {
        "admin_whatsapp": "+254712345678"
    }
    with pytest.raises(InputError, match=r"admin_whatsapp=abc: write a phone number"):
        read_options(["admin_whatsapp=abc"])


@pytest.mark.parametrize("shortcode", ["17437", "1743790"])
def test_a_paybill_or_till_has_five_to_seven_digits(shortcode: str) -> None:
    given = read_options([f"mpesa_shortcode={shortcode}"])
    assert given.credentials == {"mpesa_shortcode": shortcode}


@pytest.mark.parametrize("shortcode", ["1743", "17437912", "17437a", "١٢٣٤٥"])
async def test_another_shortcode_is_refused_before_anything_is_made(
    tenancy: Tenancy, shortcode: str
) -> None:
    with pytest.raises(InputError, match="write 5 to 7 digits"):
        read_options([f"mpesa_shortcode={shortcode}"])
    with pytest.raises(InputError, match="write 5 to 7 digits"):
        await tenancy.add("till_less", load_vertical("spa"), mpesa_shortcode=shortcode)
    assert "till_less" not in {tenant.slug for tenant in await tenancy.every()}
