"""Cancelling what is booked, paid or not; rows are locked as attempt, payment, booking."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import LiteralString

from engine.model.handler import WriteGate
from tools.attention.items import Matter, open_item
from tools.payments.service import give_up
from tools.scheduling.bundle import PAID

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
SELECT a.id, a.status = 'pending', a.payment_id, a.starts_at,
       coalesce((SELECT {paid} FROM {t}.payments p WHERE p.id = a.payment_id), 0)
  FROM {t}.appointments a
 WHERE a.id = ANY(%(ids)s) AND a.customer_id = %(customer)s
   AND a.status IN ('pending', 'confirmed') AND a.starts_at > %(now)s
 ORDER BY a.id FOR UPDATE OF a
""".replace("{paid}", PAID)

LEFT: LiteralString = """
SELECT coalesce(round(coalesce(min(p.amount_kes), sum(a.price_kes))
                      * sum(a.price_kes) FILTER (WHERE a.id <> ALL(%(ids)s))
                      / nullif(sum(a.price_kes), 0)), 0)
  FROM {t}.appointments a LEFT JOIN {t}.payments p ON p.id = a.payment_id
 WHERE a.payment_id = %(payment)s AND a.status = 'pending'
HAVING count(*) FILTER (WHERE a.id <> ALL(%(ids)s)) > 0
"""
"""What is due for those that stay, KES; no row if none does."""

PART: LiteralString = """
WITH parts AS (
    SELECT sum(price_kes) AS together, sum(price_kes) FILTER (WHERE id <> ALL(%(ids)s)) AS kept,
           min(id) FILTER (WHERE id <> ALL(%(ids)s)) AS stays
      FROM {t}.appointments WHERE payment_id = %(payment)s AND status = 'pending'
), due AS (
    UPDATE {t}.payments p SET appointment_id = stays, updated_at = %(now)s,
           amount_kes = round(p.amount_kes * kept / nullif(together, 0))
      FROM parts WHERE p.id = %(payment)s
    RETURNING p.id, p.amount_kes
), not_sent AS (
    UPDATE {t}.payment_attempts a SET amount_kes = due.amount_kes, updated_at = %(now)s
      FROM due WHERE a.payment_id = due.id AND a.state = 'created'
), gone AS (
    UPDATE {t}.appointments SET status = 'cancelled', payment_id = NULL, updated_at = %(now)s
     WHERE id = ANY(%(ids)s) AND payment_id = %(payment)s AND status = 'pending'
    RETURNING id
)
UPDATE {t}.appointment_resources SET live = false
 WHERE live AND appointment_id IN (SELECT id FROM gone)
"""
"""What is left of an unpaid bundle is asked for alone. A prompt that has not gone out asks for less
at once; one that is on the phone cannot be changed, and its money, should it come, is too much."""

FREE: LiteralString = """
WITH goes AS (
    UPDATE {t}.payments SET appointment_id = (SELECT min(id) FROM {t}.appointments
            WHERE payment_id = %(payment)s AND id = ANY(%(ids)s)), updated_at = %(now)s
     WHERE id = %(payment)s
)
UPDATE {t}.appointments SET status = 'confirmed', payment_id = NULL, updated_at = %(now)s
 WHERE payment_id = %(payment)s AND status = 'pending' AND id <> ALL(%(ids)s)
"""
"""What is left of an unpaid bundle and costs nothing waits for no money: it is booked. The payment
stays with what goes."""

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
        paid: whole shillings that have come; of a payment for two, its own share.
    """

    id: str
    pending: bool
    payment: str | None
    starts_at: datetime
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
    """Free the times; what waits for its payment is let go with its prompt.

    One of two that wait for the same payment goes alone: the other stays, and is asked for alone,
    or booked if it costs nothing.
    """
    ids = [booking.id for booking in bookings]
    for waiting in {one.payment or one.id for one in bookings if one.pending}:
        left = {"payment": waiting, "ids": ids, "now": now}
        stays = await tx.fetch_one(LEFT, left)
        if stays and stays[0] > 0:
            await tx.execute(PART, left)
            continue
        if stays:
            await tx.execute(FREE, left)
        await give_up(tx, waiting, now)
    await tx.execute(CANCEL, {"ids": ids, "now": now})
    if reason:
        await tx.execute(REASON, {"ids": ids, "reason": reason[:MOST_REASON]})


MOST_REASON = 500
"""Characters of a reason that are kept."""


async def tell_of_money(
    tx: WriteGate,
    bookings: Sequence[Standing],
    customer: str,
    thread: str,
    now: datetime,
) -> None:
    """Put paid money of what was cancelled before the team: nobody else gives it back."""
    paid = sum(booking.paid for booking in bookings)
    if not paid:
        return
    first = bookings[0]
    text = f"{customer} cancelled a booking that was paid: KES {paid}. See what is due back."
    details = {"customer": customer, "payment": first.payment, "paid": paid}
    await open_item(tx, Matter(first.id, PAID_AND_CANCELLED, text, details, thread), now)
