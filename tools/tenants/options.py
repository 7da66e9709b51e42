"""What `--set KEY=VALUE` may change when a tenant is added."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from engine.document.problem import suggest
from engine.document.scalar import resolve
from engine.errors import InputError
from engine.model import cost, thresholds
from engine.model.value import Scalar
from engine.phones import e164
from tools.quality import limits as quality
from tools.quality.limits import PERCENT
from tools.tenants.dials import beyond
from tools.tenants.mpesa import check_shortcode

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
DISCOUNT = "bundle_discount_percent"
NOTICE = "cancel_notice_hours"
SETTINGS = ("interval_minutes", "notice_minutes", "horizon_days", NOTICE, DISCOUNT)
TEMPLATE = "whatsapp_template"
"""Name of an approved template of one body variable: what goes out after 24 hours of silence."""
WORDS = (ADMIN_PHONE, "address", "map_link", "phone", "seasons", TEMPLATE)
"""Settings that are words."""
AMOUNTS = (cost.SOFT, cost.HARD)
"""Settings that are US dollars."""
PERCENTS = (quality.SOFT, quality.HARD)
SURE = {key: name for name, key in thresholds.SETTINGS.items()}
"""Settings that say how sure is sure, with their thresholds."""
_KEPT = (*SETTINGS, quality.LEAST, *AMOUNTS, *PERCENTS, *SURE, *WORDS)
KEYS = ("name", "locale", "zone", "mpesa_enabled", *_KEPT, *CREDENTIALS)
LOCALES = ("en", "sw")


@dataclass(frozen=True, slots=True)
class Options:
    """What was set, sorted by where it is kept."""

    name: str | None = None
    locale: str | None = None
    zone: str | None = None
    mpesa_enabled: bool | None = None
    settings: Mapping[str, Scalar] = field(default_factory=dict)
    dials: Mapping[str, Scalar] = field(default_factory=dict)
    credentials: Mapping[str, str] = field(default_factory=dict, repr=False)


def read_options(pairs: Iterable[str]) -> Options:
    """Read `KEY=VALUE` pairs; `dials.<name>` sets a dial.

    Raises:
        InputError: a pair has no `=`, its key is not known, or its value does not fit.
    """
    given = dict(_pair(text) for text in pairs)
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
    )


def _pair(text: str) -> tuple[str, str]:
    key, sign, value = text.partition("=")
    if not sign or not value:
        raise InputError("option.form", f"'{text}' sets nothing. Write KEY=VALUE.")
    if key not in KEYS and not key.startswith(DIAL):
        raise InputError(
            "option.unknown", f"No setting '{key}'. {suggest(key, (*KEYS, 'dials.<name>'))}."
        )
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


def _dial(key: str, value: str) -> Scalar:
    stand = resolve(value)
    if beyond(stand):
        raise InputError("option.value", f"{key}={value}: write a number from 0 to 1.")
    return stand


def _setting(key: str, value: str) -> Scalar:
    if key in WORDS:
        return (e164(value) or value) if key == ADMIN_PHONE else value
    number = resolve(value)
    if key in AMOUNTS:
        return _usd(key, value, number)
    if key in SURE:
        return _sure(key, value, number)
    if key in PERCENTS:
        return _percent(key, value, number)
    if isinstance(number, bool) or not isinstance(number, int) or number < 0:
        raise InputError("option.value", f"{key}={value}: write a whole number.")
    if key == DISCOUNT and number > 100:  # noqa: PLR2004 - percent
        raise InputError("option.value", f"{key}={value}: write a number from 0 to 100.")
    return number


def _sure(key: str, value: str, number: Scalar) -> Scalar:
    if not thresholds.fits(SURE[key], number):
        raise InputError("option.value", f"{key}={value}: write {thresholds.wanted(SURE[key])}.")
    return number


def _percent(key: str, value: str, number: Scalar) -> Scalar:
    if (
        isinstance(number, bool)
        or not isinstance(number, int | float)
        or not 0 <= number <= PERCENT
    ):
        raise InputError("option.value", f"{key}={value}: write a number from 0 to 100.")
    return number


def _usd(key: str, value: str, number: Scalar) -> Scalar:
    if isinstance(number, bool) or not isinstance(number, int | float) or number < 0:
        raise InputError("option.value", f"{key}={value}: write US dollars such as 0.20.")
    return number
