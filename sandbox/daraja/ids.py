"""Receipts and ids that look like Safaricom's."""

import secrets
from datetime import datetime
from zoneinfo import ZoneInfo

NAIROBI = ZoneInfo("Africa/Nairobi")

_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_FIRST_YEAR = 2006


def new_receipt(now: datetime) -> str:
    """Ten characters; the first three tell year, month and day (N, L, J: 19 December 2019)."""
    day = now.astimezone(NAIROBI)
    letters = _DIGITS[10:]
    year = letters[(day.year - _FIRST_YEAR) % len(letters)]
    tail = "".join(secrets.choice(_DIGITS) for _ in range(7))
    return f"{year}{letters[day.month - 1]}{_DIGITS[day.day]}{tail}"


def new_checkout_id(phone: str, now: datetime) -> str:
    """`ws_CO_`, day and time to the millisecond, and the phone's nine digits."""
    local = now.astimezone(NAIROBI)
    unique = secrets.randbelow(1000)
    return f"ws_CO_{local:%d%m%Y%H%M%S}{unique:03d}{phone[-9:]}"
