"""Python, secrets, Redis, the address that providers call."""

import sys
from collections.abc import Iterator
from urllib.parse import urlsplit

import redis
from pydantic import SecretStr

from engine.assembly.models.playing import keys, written
from engine.errors import ConfigError
from engine.llm.config import CLASSIFIER
from engine.settings import Settings
from ratiba.doctor.row import Row, fail, good, warn

OLDEST = (3, 11)
MAKE_KEY = "python3 -c 'import secrets; print(secrets.token_urlsafe(32))'"
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
META_SECRET = "WHATSAPP_APP_SECRET=... (developers.facebook.com: App, Settings, Basic)"  # noqa: S105


def machine(settings: Settings) -> Iterator[Row]:
    """Look at what the environment gives."""
    yield _python()
    yield from _secrets(settings)
    yield _redis(settings.redis_url)
    yield _address(settings)
    yield _models(settings)


def _models(settings: Settings) -> Row:
    """Who classifies where rules are unsure; nobody is asked anything here."""
    providers = keys(settings)
    if not providers:
        return good("models", "no key: rules and templates alone")
    try:
        roles = written(settings).roles
    except ConfigError as error:
        return fail("models", "what is written of them is faulty", str(error))
    role = roles.get(CLASSIFIER)
    players = [one for one in role.choices if one.provider in providers] if role else []
    if role is None or role.prompt is None or not players:
        fix = "models/roles.yaml: intent_classifier needs a prompt and a model of that provider"
        return warn("models", f"a key of {', '.join(providers)}, and nobody to classify", fix)
    shown = ", then ".join(f"{one.provider}/{one.model}" for one in players)
    found = f"{shown}; {role.prompt.label}, at most {role.total_s:g} s"
    also = [one.name for one in roles.values() if one.prompt and one is not role]
    return good("models", f"{found}; also {', '.join(also)}" if also else found)


def _python() -> Row:
    version = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info[:2] < OLDEST:
        return fail("python", version, "make clean, then make demo PY=python3.12")
    return good("python", version)


def _secrets(settings: Settings) -> Iterator[Row]:
    yield _secret("RATIBA_SECRET_KEY", settings.ratiba_secret_key, MAKE_KEY)
    lack = warn if settings.dev else fail
    for name, secret, fix in (
        ("WHATSAPP_APP_SECRET", settings.whatsapp_app_secret, META_SECRET),
        ("WHATSAPP_VERIFY_TOKEN", settings.whatsapp_verify_token, "words of yours, also at Meta"),
    ):
        yield _secret(name, secret, "") if secret else lack(name, "not set", fix)


def _secret(name: str, secret: SecretStr | None, fix: str) -> Row:
    return good(name, "set") if secret else fail(name, "not set", fix)


def _redis(url: str | None) -> Row:
    if url is None:
        return good("redis", "none; the service works on Postgres alone")
    client = redis.Redis.from_url(url, socket_connect_timeout=2, socket_timeout=2)
    try:
        client.ping()
    except redis.RedisError as error:
        return fail("redis", type(error).__name__, "start it, or unset REDIS_URL")
    finally:
        client.close()
    return good("redis", "answers")


def _address(settings: Settings) -> Row:
    """Daraja and Meta call us: a loopback address is reached by the sandboxes alone."""
    url = settings.ratiba_public_url
    if urlsplit(url).hostname in LOOPBACK:
        lack = warn if settings.dev else fail
        fix = "RATIBA_PUBLIC_URL=https://... (on a laptop: a tunnel to port 8010)"
        return lack("RATIBA_PUBLIC_URL", f"{url} is this machine: no provider reaches it", fix)
    return good("RATIBA_PUBLIC_URL", url)
