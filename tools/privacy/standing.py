"""What keeps somebody from being erased: money under way, a visit to come."""

from datetime import datetime
from typing import LiteralString
from zoneinfo import ZoneInfo

from engine.errors import ConflictError
from engine.model.handler import ReadGate
from engine.model.tenant import Tenant
from tools.payments.states import OPEN
from tools.privacy.person import Person

LOCK: LiteralString = """
SELECT a.id FROM {t}.payment_attempts a JOIN {t}.payments p ON p.id = a.payment_id
 WHERE p.customer_id = ANY(%(ids)s) OR a.phone = %(phone)s ORDER BY a.id FOR UPDATE OF a
"""
"""Waits for whoever is telling of their money; what they did is seen by the next statement."""
PROMPTS: LiteralString = """
SELECT a.amount_kes, a.state FROM {t}.payment_attempts a
  JOIN {t}.payments p ON p.id = a.payment_id
 WHERE (p.customer_id = ANY(%(ids)s) OR a.phone = %(phone)s) AND a.state = ANY(%(open)s)
 ORDER BY a.id LIMIT 1
"""
VISITS: LiteralString = """
SELECT s.name_en, a.starts_at FROM {t}.appointments a JOIN {t}.services s ON s.id = a.service_id
 WHERE (a.customer_id = ANY(%(ids)s) OR a.customer_phone = %(phone)s)
   AND a.status IN ('pending', 'confirmed') AND a.ends_at > %(now)s
 ORDER BY a.starts_at
"""
MATTERS: LiteralString = """
SELECT i.reason, right(i.id, 6) FROM {t}.attention_items i
 WHERE i.resolved_at IS NULL AND i.ref IN (
    SELECT id FROM {t}.appointments WHERE customer_id = ANY(%(ids)s)
    UNION SELECT id FROM {t}.payments WHERE customer_id = ANY(%(ids)s)
    UNION SELECT a.id FROM {t}.payment_attempts a JOIN {t}.payments p ON p.id = a.payment_id
     WHERE p.customer_id = ANY(%(ids)s)) AND i.details ? 'paid'
 ORDER BY i.opened_at LIMIT 1
"""
STRAYS: LiteralString = """
SELECT id FROM public.payment_callbacks_unrouted
 WHERE (tenant = %(slug)s OR tenant IS NULL) AND resolved_at IS NULL
   AND (body ~ %(digits)s OR checkout_request_id ~ %(digits)s)
 ORDER BY id LIMIT 1
"""


async def refuse_while_due(
    read: ReadGate, person: Person, tenant: Tenant, now: datetime, known: dict[str, object]
) -> None:
    """Let nobody be forgotten who is owed something, or owes it.

    Args:
        read: the transaction of the erasure.
        person: who is to be erased.
        tenant: for its zone.
        now: aware; a visit that ends later is to come.
        known: the parameters of the erasure's statements.

    Raises:
        ConflictError: names what is due, and what to do about it.
    """
    asked = known | {"open": list(OPEN), "now": now}
    await read.fetch_all(LOCK, asked)
    if row := await read.fetch_one(PROMPTS, asked):
        why = f"M-Pesa has not told what became of a prompt for KES {row[0]} ({row[1]})."
        raise _due(person, why, "Wait for its answer, then run this again.")
    if rows := await read.fetch_all(VISITS, asked):
        zone = ZoneInfo(tenant.zone)
        visits = ", ".join(f"{name} {at.astimezone(zone):%a %d %b %H:%M}" for name, at in rows)
        raise _due(person, f"Still booked: {visits}.", "Cancel first, then run this again.")
    if row := await read.fetch_one(MATTERS, asked):
        remedy = f"Settle it, then: ratiba attention done --tenant {tenant.slug} {row[1]}"
        raise _due(person, f"Their money waits for the team ({row[0]}).", remedy)
    if row := await read.fetch_one(STRAYS, asked):
        remedy = "Account for it and set its resolved_at, then run this again."
        why = f"Row {row[0]} of payment_callbacks_unrouted is money of this phone."
        raise _due(person, why, remedy)


def _due(person: Person, why: str, remedy: str) -> ConflictError:
    message = f"{person.phone} is not erased. {why} {remedy}"
    return ConflictError("customer.due", message, phone=person.phone)
