"""What two services booked together cost."""

from decimal import ROUND_HALF_UP, Decimal

WHOLE = 100
"""Percent."""


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
