"""What two services booked together cost, and how much of what was paid is for each."""

from decimal import ROUND_HALF_UP, Decimal
from typing import LiteralString

WHOLE = 100
"""Percent."""

PAID: LiteralString = """
CASE WHEN p.state IS DISTINCT FROM 'settled' THEN 0 ELSE (
    SELECT CASE WHEN a.id = p.appointment_id
                THEN least(p.paid_kes, p.amount_kes)
                     - coalesce(sum(one.part) FILTER (WHERE one.id <> a.id), 0)
                ELSE coalesce(sum(one.part) FILTER (WHERE one.id = a.id), 0) END
      FROM (SELECT o.id, round(least(p.paid_kes, p.amount_kes) * o.price_kes
                   / nullif(sum(o.price_kes) OVER (), 0)) AS part
              FROM {t}.appointments o WHERE o.payment_id = p.id) AS one)::int8 END
"""
"""A booking's own share of its payment, whole shillings: `a` the appointment, `p` its payment.

No more than was due: what came beyond it pays for nothing, and the team was told of it by then.
As its price is part of what all that it pays for cost, cancelled or not; what was booked first has
the rest, so that the shares always add up to what came for them.
"""


def discounted(price: int, percent: int) -> int:
    """Take the discount off a price: whole shillings, halves rounded up as in a deposit."""
    part = Decimal(price) * (WHOLE - percent) / WHOLE
    return int(part.to_integral_value(ROUND_HALF_UP))


def share_of(price: int, apart: int, together: int) -> int:
    """Give one service's part of the price of both, as it was part of what they cost apart.

    The other one's part is the rest, so that the two always add up to what is paid.
    """
    part = Decimal(price) * together / apart
    return int(part.to_integral_value(ROUND_HALF_UP))
