"""Cancelling what is booked, paid or not; rows are locked as attempt, payment, booking."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import LiteralString

from engine.model.handler import WriteGate
from tools.attention.items import Matter, open_item
from tools.payments.service import give_up

LOCK_MONEY: LiteralString = """
WITH attempts AS MATERIALIZED (
    SELECT t.id FROM {t}.payment_attempts t JOIN {t}.appointments a ON a.payment_id = t.payment_id
     WHERE a.id = ANY(%(ids)s) ORDER BY t.id FOR UPDATE OF t
), paying AS MATERIALIZED (
    SELECT p.id FROM {t}.payments p JOIN {t}.appointments a ON a.payment_id = p.id
     WHERE a.id = ANY(%(ids)s) AND (SELECT count(*) FROM attempts) >= 0 FOR UPDATE OF p
)
SELECT count(*) FROM paying
"""
"""Waits for whoever is telling of the money; what they did is seen by the next statement."""

STANDING: LiteralString = """
SELECT a.id, a.status = 'pending', a.payment_id,
       coalesce((SELECT coalesce(p.paid_kes, p.amount_kes)::int8 FROM {t}.payments p
                  WHERE p.id = a.payment_id AND p.state = 'settled'), 0)
  FROM {t}.appointments a
 WHERE a.id = ANY(%(ids)s) AND a.customer_id = %(customer)s
   AND a.status IN ('pending', 'confirmed') AND a.starts_at > %(now)s
 ORDER BY a.id FOR UPDATE OF a
"""

CANCEL: LiteralString = """
WITH gone AS (
    UPDATE {t}.appointments SET status = 'cancelled', updated_at = %(now)s
     WHERE id = ANY(%(ids)s) AND status = 'confirmed'
    RETURNING id
)
UPDATE {t}.appointment_resources SET live = false
 WHERE live AND appointment_id IN (SELECT id FROM gone)
"""

REASON: LiteralString = """
UPDATE {t}.appointments SET cancel_reason = %(reason)s WHERE id = ANY(%(ids)s)
"""
PAID_AND_CANCELLED = "cancelled_after_paying"


@dataclass(frozen=True, slots=True)
class Standing:
    """A booking that can be cancelled, its row locked.

    Attributes:
        paid: whole shillings that have come; of a payment for two, all of it.
    """

    id: str
    pending: bool
    payment: str | None
    paid: int


async def standing(
    tx: WriteGate, ids: Sequence[str], customer: str, now: datetime
) -> tuple[Standing, ...]:
    """Lock a customer's bookings and their money; those that are gone or begun are left out."""
    await tx.execute(LOCK_MONEY, {"ids": list(ids)})
    wanted = {"ids": list(ids), "customer": customer, "now": now}
    return tuple(Standing(*row) for row in await tx.fetch_all(STANDING, wanted))


async def cancel_all(
    tx: WriteGate, bookings: Sequence[Standing], reason: str | None, now: datetime
) -> None:
    """Free the times; a booking that waits for its payment is let go with its prompt."""
    ids = [booking.id for booking in bookings]
    for waiting in {one.payment or one.id for one in bookings if one.pending}:
        await give_up(tx, waiting, now)
    await tx.execute(CANCEL, {"ids": ids, "now": now})
    if reason:
        await tx.execute(REASON, {"ids": ids, "reason": reason[:MOST_REASON]})


MOST_REASON = 500
"""Characters of a reason that are kept."""


async def tell_of_money(
    tx: WriteGate, booking: Standing, customer: str, thread: str, now: datetime
) -> None:
    """Put paid money of a cancelled booking before the team: nobody else gives it back."""
    if not booking.paid:
        return
    text = (
        f"{customer} cancelled a booking that was paid: KES {booking.paid}. See what is due back."
    )
    details = {"payment": booking.payment, "paid": booking.paid}
    await open_item(tx, Matter(booking.id, PAID_AND_CANCELLED, text, details, thread), now)
