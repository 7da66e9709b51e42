"""The registry's facts: what rules may ask of the tenant, the customer and the channel."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from engine.model.builtin import LANGUAGES
from engine.model.tenant import Tenant
from engine.model.value import Scalar
from engine.runtime.almanac import calendar
from engine.store.records import Contact


def facts(
    tenant: Tenant,
    contact: Contact | None,
    phone: str | None,
    locales: Iterable[str] = (),
    about: Mapping[str, Scalar] | None = None,
    *,
    at: datetime | None = None,
) -> Mapping[str, Scalar]:
    """Facts by dotted name.

    Args:
        tenant: as the database has it now.
        contact: what is remembered of the customer, if anything.
        phone: E.164, as the channel verified it; else the contact's.
        locales: the languages in which every phrase is written.
        about: further facts of the business, by their second word.
        at: the turn's clock; without one the calendar says nothing.
    """
    known: dict[str, Scalar] = {
        LANGUAGES: ",".join(locales),
        "tenant.name": tenant.name,
        "tenant.vertical": tenant.vertical,
        "tenant.mpesa_enabled": tenant.mpesa_enabled,
        "customer.phone": phone or (contact.phone if contact else None),
        "customer.opted_out": contact is not None and contact.opted_out,
        "customer.name": contact.name if contact else None,
    }
    known["customer.visits"] = contact.visits if contact else 0
    known["customer.bookings"] = contact.bookings if contact else 0
    if at is not None:
        known |= calendar(at, tenant.zone, (about or {}).get("seasons"))
    known |= {f"tenant.{name}": value for name, value in (about or {}).items()}
    known |= {f"dials.{name}": value for name, value in tenant.dials.items()}
    if contact:
        known |= {f"card.{slot}": value.value for slot, value in contact.card.items()}
    return known
