"""Step 4 of the walk: the two queries, as an operator would run them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import LiteralString

from engine.model.handler import ReadGate, Row
from ratiba.demo.missed import Missed, check
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


def check_rows(found: tuple[Found, Found], script: Script, phone: str) -> None:
    """Compare the newest rows with the walk.

    Raises:
        Missed: a row is not there, or says something else.
    """
    appointments, payments = found
    if not appointments.rows or not payments.rows:
        raise Missed("the rows", "one of each", "none")
    _, customer, service, starts_at, status = appointments.rows[0]
    check("appointments.status", "confirmed", status)
    check("appointments.customer_phone", phone, customer)
    check("appointments.service_id", SERVICE, service)
    check("appointments.starts_at", script.starts_at, starts_at)
    amount, receipt, state = payments.rows[0]
    check("payments.state", "settled", state)
    check("payments.amount_kes", AMOUNT_KES, amount)
    check("payments.mpesa_receipt is there", True, bool(receipt))


def shown(cell: object, at: datetime) -> object:
    """A cell as a person reads it; instants in the zone of `at`."""
    if isinstance(cell, datetime):
        return f"{cell.astimezone(at.tzinfo):%Y-%m-%d %H:%M}"
    return f"{cell:.2f}" if isinstance(cell, Decimal) else cell
