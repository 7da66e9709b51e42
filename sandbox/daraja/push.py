"""The body of an STK push, checked as Daraja does, the first fault alone named."""

import base64
import re
from collections.abc import Mapping
from dataclasses import dataclass

from sandbox.daraja.errors import WRONG_PASSWORD, invalid

_RULES: Mapping[str, re.Pattern[str]] = {
    "BusinessShortCode": re.compile(r"[0-9]{5,7}", re.ASCII),
    "Timestamp": re.compile(r"20[0-9]{2}(0[1-9]|1[0-2])([0-2][0-9]|3[01])[0-9]{6}", re.ASCII),
    "TransactionType": re.compile(r"CustomerPayBillOnline|CustomerBuyGoodsOnline", re.ASCII),
    "Amount": re.compile(r"[1-9][0-9]{0,5}", re.ASCII),
    "PartyA": re.compile(r"254[17][0-9]{8}", re.ASCII),
    "PartyB": re.compile(r"[0-9]{5,10}", re.ASCII),
    "PhoneNumber": re.compile(r"254[17][0-9]{8}", re.ASCII),
    "CallBackURL": re.compile(r"https?://[^\s/]+/\S*", re.ASCII),
    "AccountReference": re.compile(r"(?s).{1,12}"),
    "TransactionDesc": re.compile(r"(?s).{1,182}"),
}
_MOST = 250_000
"""KES in one M-Pesa transaction."""


@dataclass(frozen=True, slots=True)
class Push:
    """A push that was accepted. Amount in whole KES, phone without `+`."""

    shortcode: str
    amount: int
    phone: str
    callback_url: str
    reference: str
    description: str


def read_push(body: object, passkey: str) -> Push:
    """Check the body of a push.

    Raises:
        Refused: 400.002.02 with the field at fault, 500.001.1001 for a wrong password.
    """
    given = checked(body, _RULES)
    if int(given["Amount"]) > _MOST:
        raise invalid("Amount")
    check_password(body, given, passkey)
    return Push(
        shortcode=given["BusinessShortCode"],
        amount=int(given["Amount"]),
        phone=given["PhoneNumber"],
        callback_url=given["CallBackURL"],
        reference=given["AccountReference"],
        description=given["TransactionDesc"],
    )


def checked(body: object, rules: Mapping[str, re.Pattern[str]]) -> dict[str, str]:
    """The fields as text, each fitting its rule; numbers may be written as numbers.

    Raises:
        Refused: 400.002.02 naming the first field that does not fit.
    """
    fields = body if isinstance(body, dict) else {}
    given = {}
    for name, rule in rules.items():
        value = fields.get(name)
        text = str(value) if isinstance(value, str | int) and value is not True else ""
        if not rule.fullmatch(text):
            raise invalid(name)
        given[name] = text
    return given


def check_password(body: object, given: Mapping[str, str], passkey: str) -> None:
    """Compare `Password` with base64 of shortcode, passkey and timestamp.

    Raises:
        Refused: 500.001.1001 if they differ.
    """
    words = given["BusinessShortCode"] + passkey + given["Timestamp"]
    password = body.get("Password") if isinstance(body, dict) else None
    if password != base64.b64encode(words.encode()).decode():
        raise WRONG_PASSWORD
