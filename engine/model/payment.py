"""What a payment provider tells of an attempt, as every room shares it."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class StkCallback:
    """Daraja's word on one STK push, as its callback carries it.

    Attributes:
        result_code: 0 is paid; anything else is not (1032: cancelled by the customer).
        amount: KES as M-Pesa booked them, None unless paid.
        receipt: the M-Pesa receipt, "NLJ7RT61SV", None unless paid.
        paid_at: UTC, None where it is missing or unreadable.
        phone: the payer's in E.164 with `+`, None where it is missing or masked.
    """

    checkout_request_id: str
    merchant_request_id: str
    result_code: int
    result_text: str
    amount: Decimal | None = None
    receipt: str | None = None
    paid_at: datetime | None = None
    phone: str | None = None
