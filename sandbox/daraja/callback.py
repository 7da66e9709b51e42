"""Results as Daraja writes them."""

from collections.abc import Mapping
from datetime import datetime

from sandbox.daraja.book import Prompt
from sandbox.daraja.ids import NAIROBI


def callback_body(prompt: Prompt, code: int, now: datetime) -> Mapping[str, object]:
    """The callback's JSON, as Daraja writes it."""
    told: dict[str, object] = {
        "MerchantRequestID": prompt.merchant_request_id,
        "CheckoutRequestID": prompt.checkout_request_id,
        "ResultCode": code,
        "ResultDesc": describe(code),
    }
    if code == 0:
        facts = {
            "Amount": float(prompt.push.amount),
            "MpesaReceiptNumber": prompt.receipt,
            "TransactionDate": int(now.astimezone(NAIROBI).strftime("%Y%m%d%H%M%S")),
            "PhoneNumber": int(prompt.push.phone),
        }
        rows: list[dict[str, object]] = [
            {"Name": name, "Value": value} for name, value in facts.items()
        ]
        rows.insert(2, {"Name": "Balance"})
        told["CallbackMetadata"] = {"Item": rows}
    return {"Body": {"stkCallback": told}}


_RESULTS = {
    0: "The service request is processed successfully.",
    1: "The balance is insufficient for the transaction.",
    17: "Rule limited.",
    26: "System busy. Please try again in a few minutes.",
    1001: "Unable to lock subscriber, a transaction is already in process.",
    1019: "Transaction has expired",
    1025: "An error occurred while sending a push request",
    1032: "Request cancelled by user",
    1037: "DS timeout user cannot be reached",
    2001: "The initiator information is invalid.",
    4999: "The transaction is still under processing",
    9999: "Request failed",
}


def describe(code: int) -> str:
    """The words that go with a result code."""
    return _RESULTS.get(code, f"Result {code}")
