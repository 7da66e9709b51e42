"""Daraja's STK callback as data. Pure, and never an exception."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from zoneinfo import ZoneInfo

from channels.loose import items, mapping, text
from engine.model.payment import StkCallback

LIMIT = 200
_NAIROBI = ZoneInfo("Africa/Nairobi")
_WHOLE = re.compile(r"-?[0-9]{1,9}", re.ASCII)
_PHONE = re.compile(r"[1-9][0-9]{6,14}", re.ASCII)
_RECEIPT = re.compile(r"[A-Za-z0-9]{6,20}", re.ASCII)
_MOST = Decimal(10**9)


def parse_callback(payload: object) -> StkCallback | None:
    """Read the body of a callback.

    Args:
        payload: decoded JSON of any shape.

    Returns:
        None if it is no STK callback: it names no push, or says no result.
    """
    told = mapping(mapping(mapping(payload).get("Body")).get("stkCallback"))
    checkout = text(told.get("CheckoutRequestID"), LIMIT)
    code = text(told.get("ResultCode"), LIMIT)
    if not checkout or not _WHOLE.fullmatch(code):
        return None
    facts = _facts(told)
    receipt = text(facts.get("MpesaReceiptNumber"), LIMIT)
    phone = text(facts.get("PhoneNumber"), LIMIT)
    return StkCallback(
        checkout,
        text(told.get("MerchantRequestID"), LIMIT),
        int(code),
        text(told.get("ResultDesc"), LIMIT),
        amount=_amount(facts.get("Amount")),
        receipt=receipt if _RECEIPT.fullmatch(receipt) else None,
        paid_at=_paid_at(text(facts.get("TransactionDate"), LIMIT)),
        phone=f"+{phone}" if _PHONE.fullmatch(phone) else None,
    )


def _facts(told: Mapping[str, object]) -> dict[str, object]:
    """The metadata by name; an item may lack its value (`Balance` does)."""
    rows = items(mapping(told.get("CallbackMetadata")).get("Item"))
    return {text(mapping(row).get("Name"), LIMIT): mapping(row).get("Value") for row in rows}


def _amount(value: object) -> Decimal | None:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        amount = Decimal(str(value)[:LIMIT])
    except InvalidOperation:
        return None
    return amount if amount.is_finite() and 0 <= amount <= _MOST else None


def _paid_at(stamp: str) -> datetime | None:
    """`20191219102115`, on Nairobi's clock."""
    try:
        local = datetime.strptime(stamp, "%Y%m%d%H%M%S").replace(tzinfo=_NAIROBI)
    except ValueError:
        return None
    return local.astimezone(UTC)
