"""What `KEY=VALUE` may set of a business, when it is added or afterwards."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from engine.document.problem import suggest
from engine.document.scalar import resolve
from engine.errors import InputError
from engine.model.value import Scalar
from engine.phones import e164
from tools.tenants.dials import beyond
from tools.tenants.mpesa import check_shortcode
from tools.tenants.numbers import NUMBERS
from tools.tenants.personality import described

DIAL = "dials."
CREDENTIALS = (
    "mpesa_consumer_key",
    "mpesa_consumer_secret",
    "mpesa_passkey",
    "mpesa_shortcode",
    "whatsapp_token",
)
"""Kept encrypted."""
ADMIN_PHONE = "admin_whatsapp"
"""The WhatsApp number at which a business is told that somebody needs a person."""
TEMPLATE = "whatsapp_template"
"""Name of an approved template of one body variable: what goes out after 24 hours of silence."""
WORDS = (ADMIN_PHONE, "address", "map_link", "phone", "seasons", TEMPLATE)
"""Settings that are words."""
_KEPT = (*NUMBERS, *WORDS)
KEYS = ("name", "locale", "zone", "mpesa_enabled", *_KEPT, *CREDENTIALS)
LOCALES = ("en", "sw")


@dataclass(frozen=True, slots=True)
class Options:
    """What was set, sorted by where it is kept.

    Attributes:
        resets: settings and dials (`dials.<name>`) that are to stand as a business begins with.
    """

    name: str | None = None
    locale: str | None = None
    zone: str | None = None
    mpesa_enabled: bool | None = None
    settings: Mapping[str, Scalar] = field(default_factory=dict)
    dials: Mapping[str, Scalar] = field(default_factory=dict)
    credentials: Mapping[str, str] = field(default_factory=dict, repr=False)
    resets: tuple[str, ...] = ()


def read_options(pairs: Iterable[str]) -> Options:
    """Read `KEY=VALUE` pairs; `dials.<name>` sets a dial, and nothing behind `=` resets one.

    Raises:
        InputError: a pair has no `=`, its key is not known, or its value does not fit.
    """
    every = dict(_pair(text) for text in pairs)
    given = {key: value for key, value in every.items() if value}
    return Options(
        name=given.get("name"),
        locale=_one_of("locale", given.get("locale"), LOCALES),
        zone=_zone(given.get("zone")),
        mpesa_enabled=_switch("mpesa_enabled", given.get("mpesa_enabled")),
        settings={key: _setting(key, given[key]) for key in _KEPT if key in given},
        dials={
            key.removeprefix(DIAL): _dial(key, value)
            for key, value in given.items()
            if key.startswith(DIAL)
        },
        credentials={key: _credential(key, given[key]) for key in CREDENTIALS if key in given},
        resets=tuple(key for key, value in every.items() if not value),
    )


def _pair(text: str) -> tuple[str, str]:
    key, sign, value = text.partition("=")
    if key not in KEYS and not key.startswith(DIAL):
        raise InputError(
            "option.unknown", f"No setting '{key}'. {suggest(key, (*KEYS, 'dials.<name>'))}."
        )
    if not sign or not (value or key in _KEPT or key.startswith(DIAL)):
        raise InputError("option.form", f"'{text}' sets nothing. Write {key}=VALUE.")
    return key, value


def _one_of(key: str, value: str | None, known: tuple[str, ...]) -> str | None:
    if value is not None and value not in known:
        raise InputError("option.value", f"{key}={value}: write {' or '.join(known)}.")
    return value


def _switch(key: str, value: str | None) -> bool | None:
    return None if value is None else _one_of(key, value, ("true", "false")) == "true"


def _credential(key: str, value: str) -> str:
    return check_shortcode(value) if key == "mpesa_shortcode" else value


def _zone(value: str | None) -> str | None:
    if value is None:
        return None
    try:
        return ZoneInfo(value).key
    except (ZoneInfoNotFoundError, ValueError):
        raise InputError(
            "option.value", f"zone={value}: write one such as Africa/Nairobi."
        ) from None


def _read(value: str) -> Scalar:
    """What a value means; a number with more digits than are kept is taken for words."""
    try:
        return resolve(value)
    except ValueError:
        return value


def _dial(key: str, value: str) -> Scalar:
    stand = _read(value)
    worded = isinstance(stand, str) and key.removeprefix(DIAL) in described()
    if worded or beyond(stand):
        raise InputError("option.value", f"{key}={value}: write a number from 0 to 1.")
    return stand


def _phone(value: str) -> str:
    if (found := e164(value)) is None:
        fault = f"{ADMIN_PHONE}={value}: write a phone number, such as +254712345678."
        raise InputError("option.value", fault)
    return found


def _setting(key: str, value: str) -> Scalar:
    if key in WORDS:
        return _phone(value) if key == ADMIN_PHONE else value
    number, may = _read(value), NUMBERS[key]
    if not may.fits(number):
        raise InputError("option.value", f"{key}={value}: write {may.wanted}.")
    return number
