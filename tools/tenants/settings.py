"""Everything that can be set of a business: what it is, what it may be, and where it stands."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from engine.model import cost, thresholds
from engine.model.tenant import Tenant
from engine.model.value import Scalar
from tools.catalog.model import Terms
from tools.quality import limits as quality
from tools.retention import limits as retention
from tools.tenants.numbers import DISCOUNT, NOTICE, NUMBERS
from tools.tenants.options import (
    ADMIN_PHONE,
    CREDENTIALS,
    DIAL,
    LOCALES,
    TEMPLATE,
)
from tools.tenants.personality import Dial, described
from tools.tenants.plan import Plan

FLAG, SHARE = "true or false", "0 to 1"
OWN_DIAL = Dial("read by documents of this business's own, or of its kind")
_USUAL = Terms()


class Origin(StrEnum):
    """Where a value comes from."""

    DEFAULT = "default"
    """Of Ratiba: nothing is set."""
    VERTICAL = "vertical"
    """As a business of its kind begins."""
    TENANT = "tenant"


class Group(StrEnum):
    """What a setting is about."""

    BUSINESS = "The business"
    BOOKINGS = "Bookings"
    UNDERSTANDING = "How customers are understood, and what models may cost"
    CREDENTIALS = "Credentials, kept encrypted"
    DIALS = "Dials, each from 0 to 1"


@dataclass(frozen=True, slots=True)
class Setting:
    """One thing that `ratiba tenant set` sets.

    Attributes:
        says: what it is, for people.
        allowed: what it may be; "": any words.
        usual: what holds where nothing is set; None: nothing.
    """

    name: str
    says: str
    allowed: str
    usual: Scalar = None
    group: Group = Group.BUSINESS


@dataclass(frozen=True, slots=True)
class Stands:
    """A setting at one business; of a secret the value says only whether it is kept."""

    setting: Setting
    value: Scalar
    origin: Origin


_HEARD = Group.UNDERSTANDING


def _number(name: str, says: str, usual: Scalar, group: Group = Group.BOOKINGS) -> Setting:
    return Setting(name, says, NUMBERS[name].wanted, usual, group)


SURE_SAYS = {
    "act": "how surely an intent, a yes or a no must be heard until it decides",
    "language": "how surely a message's language must be told until the reply is in it",
    "clarifications": "questions asked back in one attempt until a person takes over",
}
PLAIN = (
    Setting("name", "its name, as customers read it", ""),
    Setting("locale", "language where a customer's is not known", " or ".join(LOCALES), "en"),
    Setting("zone", "time zone of its clock", "such as Africa/Nairobi", "Africa/Nairobi"),
    Setting("mpesa_enabled", "whether bookings are paid for by M-Pesa", FLAG, usual=False),
    Setting("whatsapp_number_id", "id of its number, from Meta's dashboard", ""),
)
"""Of the business's own row."""
KEPT = (
    Setting("address", "where it is, in its own words", ""),
    Setting("map_link", "a link to the place on a map", ""),
    Setting("phone", "the number at which customers call", ""),
    Setting(ADMIN_PHONE, "the WhatsApp number told that a customer needs a person", ""),
    Setting(TEMPLATE, "the approved template that carries words after a day of silence", ""),
    Setting("seasons", "its own seasons", "such as easter 2027-03-26..2027-03-29, ..."),
    _number("interval_minutes", "minutes between two starts", _USUAL.interval),
    _number("notice_minutes", "minutes between now and a start", _USUAL.notice),
    _number("horizon_days", "days ahead that can be booked", _USUAL.horizon),
    _number(NOTICE, "hours before a booking until which it is cancelled or moved here", None),
    _number(retention.DAYS, "days for which what customers said is kept", retention.USUAL,
            Group.BUSINESS),
    _number(DISCOUNT, "percent off two booked together", _USUAL.bundle_discount),
    *(_number(key, SURE_SAYS[name], getattr(thresholds.USUAL, name), _HEARD)
      for name, key in thresholds.SETTINGS.items()),
    _number(quality.SOFT, "percent of messages misheard in a day above which the list says so",
            quality.USUAL.soft, _HEARD),
    _number(quality.HARD, "percent of messages misheard in a day above which its phone says so",
            quality.USUAL.hard, _HEARD),
    _number(quality.LEAST, "messages in a day below which such a share says nothing",
            quality.USUAL.least, _HEARD),
    _number(cost.SOFT, "what models may cost for a booking until the logs warn",
            cost.USUAL.soft, _HEARD),
    _number(cost.HARD, "what models may cost for a booking until none is asked and a person comes",
            cost.USUAL.hard, _HEARD),
)  # fmt: skip
"""Of `business_settings`."""
SECRET = {
    "mpesa_consumer_key": "opens Daraja, together with the next",
    "mpesa_consumer_secret": "opens Daraja",
    "mpesa_passkey": "signs payment requests",
    "mpesa_shortcode": "the paybill or till that is paid",
    "whatsapp_token": "opens WhatsApp's API",
}


def standing(
    tenant: Tenant, kept: Mapping[str, Scalar], secrets: Mapping[str, str], plan: Plan
) -> Iterator[Stands]:
    """Every setting as it stands at a business.

    Args:
        tenant: its row.
        kept: its `business_settings`.
        secrets: its credentials, opened.
        plan: what a business of its kind begins with.
    """
    row: Mapping[str, Scalar] = {
        "name": tenant.name,
        "locale": tenant.locale,
        "zone": tenant.zone,
        "mpesa_enabled": tenant.mpesa_enabled,
        "whatsapp_number_id": tenant.whatsapp_phone_number_id,
    }
    for one in PLAIN:
        yield _stands(one, row, {"locale": plan.locale})
    for one in KEPT:
        yield _stands(one, kept, plan.settings)
    for name in CREDENTIALS:
        origin = Origin.TENANT if secrets.get(name) else Origin.DEFAULT
        value = "kept" if secrets.get(name) else None
        secret = Setting(name, SECRET[name], "", group=Group.CREDENTIALS)
        yield Stands(secret, value, origin)
    yield from _dials(tenant.dials, plan.dials)


def settable() -> Iterator[Setting]:
    """Everything that can be set of any business."""
    yield from PLAIN
    yield from KEPT
    for name, says in SECRET.items():
        yield Setting(name, says, "", group=Group.CREDENTIALS)
    for name, dial in sorted(described().items()):
        yield Setting(DIAL + name, dial.says, SHARE, dial.unset, Group.DIALS)


def _dials(own: Mapping[str, Scalar], began: Mapping[str, Scalar]) -> Iterator[Stands]:
    told = described()
    for name in sorted({*told, *own}):
        dial = told.get(name, OWN_DIAL)
        yield _stands(Setting(name, dial.says, SHARE, dial.unset, Group.DIALS), own, began, DIAL)


def _stands(
    setting: Setting, own: Mapping[str, Scalar], began: Mapping[str, Scalar], head: str = ""
) -> Stands:
    """Where a value came from is told by what it is: a business begins with its kind's values."""
    named = replace(setting, name=head + setting.name)
    value = own.get(setting.name)
    if value is not None and value == began.get(setting.name, object()):
        return Stands(named, value, Origin.VERTICAL)
    if value is None or value == setting.usual:
        return Stands(named, setting.usual, Origin.DEFAULT)
    return Stands(named, value, Origin.TENANT)
