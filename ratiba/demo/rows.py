"""Step 4 of the walk: the two queries, as an operator would run them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import LiteralString

from engine.model.handler import ReadGate, Row
from ratiba.demo.missed import check
from ratiba.demo.words import AMOUNT_KES, SERVICE, Script

APPOINTMENTS: LiteralString = """
SELECT id, customer_phone, service_id, starts_at, status
FROM {t}.appointments
ORDER BY created_at DESC LIMIT 5
"""
PAYMENTS: LiteralString = """
SELECT amount_kes, mpesa_receipt, state
FROM {t}.payments
ORDER BY created_at DESC LIMIT 5
"""

OURS: LiteralString = """
SELECT a.status, a.customer_phone, a.service_id, a.starts_at, p.state, p.amount_kes,
    p.mpesa_receipt
FROM {t}.appointments a LEFT JOIN {t}.payments p ON p.appointment_id = a.id
WHERE a.customer_id = %(customer)s AND a.status NOT IN ('cancelled', 'expired')
"""
"""Before the walk the customer had no live booking; others may have booked in the meantime."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a query gave, newest first."""

    query: str
    columns: tuple[str, ...]
    rows: Sequence[Row]


async def find(read: ReadGate) -> tuple[Found, Found]:
    """Run both queries."""
    return (
        Found(
            APPOINTMENTS,
            ("id", "customer_phone", "service_id", "starts_at", "status"),
            await read.fetch_all(APPOINTMENTS),
        ),
        Found(
            PAYMENTS,
            ("amount_kes", "mpesa_receipt", "state"),
            await read.fetch_all(PAYMENTS),
        ),
    )


async def check_rows(read: ReadGate, script: Script, phone: str) -> None:
    """Compare what the customer has now with the walk.

    Raises:
        Missed: a row is not there, or says something else.
    """
    rows = await read.fetch_all(OURS, {"customer": phone})
    check("the customer's live bookings", 1, len(rows))
    status, customer, service, starts_at, state, amount, receipt = rows[0]
    check("appointments.status", "confirmed", status)
    check("appointments.customer_phone", phone, customer)
    check("appointments.service_id", SERVICE, service)
    check("appointments.starts_at", script.starts_at, starts_at)
    check("payments.state", "settled", state)
    check("payments.amount_kes", AMOUNT_KES, amount)
    check("payments.mpesa_receipt is there", True, bool(receipt))


def shown(cell: object, at: datetime) -> object:
    """A cell as a person reads it; instants in the zone of `at`."""
    if isinstance(cell, datetime):
        return f"{cell.astimezone(at.tzinfo):%Y-%m-%d %H:%M}"
    return f"{cell:.2f}" if isinstance(cell, Decimal) else cell
