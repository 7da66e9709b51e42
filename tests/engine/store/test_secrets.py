import pytest

from engine.errors import ConfigError, InputError
from engine.store.database import Database
from engine.store.secrets import Keyring
from engine.store.tenants import Credentials
from tests.engine.rows import Rows

OLD, NEW = "an-old-key-of-some-length", "a-new-key-of-some-length"
TOKEN = {"whatsapp_token": "EAAG-canary-token", "mpesa_passkey": "bfb-canary"}


def test_what_is_stored_shows_nothing_and_opens_again() -> None:
    stored = Keyring(OLD).encrypt("spa_pilot", TOKEN)
    assert b"canary" not in stored
    assert Keyring(OLD).decrypt("spa_pilot", stored) == TOKEN


def test_each_tenant_has_its_own_key() -> None:
    stored = Keyring(OLD).encrypt("alpha", TOKEN)
    with pytest.raises(ConfigError, match="'beta' do not open with RATIBA_SECRET_KEY"):
        Keyring(OLD).decrypt("beta", stored)


def test_another_master_key_does_not_open_it() -> None:
    with pytest.raises(ConfigError) as caught:
        Keyring(NEW).decrypt("alpha", Keyring(OLD).encrypt("alpha", TOKEN))
    assert caught.value.code == "secrets.key"


def test_while_keys_change_both_are_alive() -> None:
    stored = Keyring(OLD).encrypt("alpha", TOKEN)
    both = Keyring(f"{NEW}, {OLD}")
    assert both.decrypt("alpha", stored) == TOKEN
    assert Keyring(NEW).decrypt("alpha", both.rotate("alpha", stored)) == TOKEN
    assert both.log_key == Keyring(OLD).log_key


@pytest.mark.parametrize("master", ["", " , ", "short", f"{NEW},short"])
def test_a_weak_key_is_refused(master: str) -> None:
    with pytest.raises(ConfigError, match="needs keys of 16 characters or more"):
        Keyring(master)


async def test_credentials_live_encrypted_in_the_tenants_row(
    database: Database, rows: Rows
) -> None:
    old = Credentials(database, Keyring(OLD))
    assert await old.of("beta") == {}
    await old.put("beta", TOKEN)
    (stored,) = rows.one("SELECT credentials FROM public.tenants WHERE slug = 'beta'")
    assert b"canary" not in bytes(stored)
    assert await old.of("beta") == TOKEN

    await Credentials(database, Keyring(f"{NEW},{OLD}")).rotate("beta")
    assert await Credentials(database, Keyring(NEW)).of("beta") == TOKEN
    rows.all("UPDATE public.tenants SET credentials = NULL WHERE slug = 'beta'")


async def test_an_unknown_tenant_has_none(database: Database) -> None:
    credentials = Credentials(database, Keyring(OLD))
    with pytest.raises(InputError, match="No tenant 'nobody'"):
        await credentials.of("nobody")
    with pytest.raises(InputError, match="No tenant 'nobody'"):
        await credentials.put("nobody", TOKEN)
