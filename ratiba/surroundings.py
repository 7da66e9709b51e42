"""Where a verb runs: a deployment says everything, one's own machine is given the rest."""

import os
import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from dotenv import dotenv_values

from engine.errors import ConfigError
from engine.settings import Settings, load_settings
from ratiba.local import stores
from ratiba.local.paths import Places, find_places, give, make_home
from ratiba.local.stores import Progress

KEY_FILE = "secret-key"
KEY_BYTES = 32


@contextmanager
def own_machine(progress: Progress, *, rehearsal: bool = False) -> Iterator[Settings]:
    """Settings with both stores there while the block runs.

    What the environment (or `.env`) leaves open is provided: embedded stores, RATIBA_ENV=dev, and
    a secret key kept in `.ratiba/`. With a DATABASE_URL it is somebody's real database: then only
    what is said counts.

    Args:
        progress: told of what takes time.
        rehearsal: the verb makes things up (`demo`, `chat`): RATIBA_ENV is dev unless it is said,
            and production is refused.

    Raises:
        ConfigError: the environment is not usable, or a rehearsal met production.
        LocalStoreError: a store cannot be had.
    """
    with _environment(_given(rehearsal=rehearsal)), stores(progress) as given:
        found = {"DATABASE_URL": given.database_url, "REDIS_URL": given.redis_url or ""}
        with _environment(found):
            yield load_settings()


@contextmanager
def without_stores() -> Iterator[Settings]:
    """Settings of a rehearsal that asks models and keeps nothing.

    Raises:
        ConfigError: the environment is not usable, or it is production.
    """
    with _environment(_given(rehearsal=True)):
        yield load_settings()


def _given(*, rehearsal: bool) -> Mapping[str, str]:
    """What is provided, in an environment where the verb may run."""
    said = {name: value for name, value in dotenv_values(".env").items() if value} | os.environ
    if rehearsal and said.get("RATIBA_ENV", "dev") != "dev":
        raise ConfigError(
            "settings.rehearsal",
            "This verb makes up customers and payments, and RATIBA_ENV is not dev. "
            "Run it elsewhere, or with RATIBA_ENV=dev.",
        )
    return _left_open(said, rehearsal=rehearsal)


def deployed() -> Settings:
    """Settings of a single process: nothing is provided.

    Raises:
        ConfigError: the environment is not usable.
    """
    settings = load_settings()
    if not settings.database_url:
        raise ConfigError(
            "settings.database_url",
            "DATABASE_URL is not set. Give the address of a Postgres, 15 or newer; "
            "`ratiba up` runs everything on this machine without one.",
        )
    return settings


def _left_open(said: Mapping[str, str], *, rehearsal: bool) -> Mapping[str, str]:
    named = {name: said[name] for name in ("DATABASE_URL", "REDIS_URL") if name in said}
    if not rehearsal and "DATABASE_URL" in said:
        return named
    if said.get("RATIBA_ENV", "dev") != "dev":
        return named
    key = said.get("RATIBA_SECRET_KEY") or _kept_key(find_places())
    return named | {"RATIBA_ENV": "dev", "RATIBA_SECRET_KEY": key}


def _kept_key(places: Places) -> str:
    """The key of this clone, made at first use; only its owner can read it."""
    make_home(places)
    path = places.home / KEY_FILE
    if not path.exists():
        _make_key(path)
    key = path.read_text("utf-8").strip()
    if not key:
        raise ConfigError("settings.key", f"{path} is empty. Remove it; a new key is made.")
    return key


def _make_key(path: Path) -> None:
    """Linked into its place when whole: another process sees all of it or nothing."""
    draft = path.with_name(f"{KEY_FILE}.{os.getpid()}")
    draft.touch(mode=0o600)
    draft.write_text(secrets.token_urlsafe(KEY_BYTES), "utf-8")
    give(draft, path.parent.stat().st_uid)
    with suppress(FileExistsError):
        os.link(draft, path)
    draft.unlink()


@contextmanager
def _environment(values: Mapping[str, str]) -> Iterator[None]:
    """Variables for the time of the block, then as they were."""
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
