"""Daraja's callback, from its bytes to data."""

import json
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channels.payments.daraja import parse_callback
from engine.model.payment import StkCallback

CHECKOUT = "ws_CO_01062026153000123712345678"


def body(code: object = 0, rows: object = None) -> dict[str, Any]:
    told: dict[str, object] = {
        "MerchantRequestID": "29115-34620561-1",
        "CheckoutRequestID": CHECKOUT,
        "ResultCode": code,
        "ResultDesc": "...",
    }
    if rows is not None:
        told["CallbackMetadata"] = {"Item": rows}
    return {"Body": {"stkCallback": told}}


def rows(**values: object) -> list[dict[str, object]]:
    return [{"Name": name, "Value": value} for name, value in values.items()]


PAID = rows(
    Amount=1500.0,
    MpesaReceiptNumber="UF1J7RT61S",
    TransactionDate=20260601153012,
    PhoneNumber=254712345678,
)


def test_a_payment_with_a_balance_that_has_no_value() -> None:
    assert parse_callback(body(0, [*PAID[:2], {"Name": "Balance"}, *PAID[2:]])) == StkCallback(
        CHECKOUT,
        "29115-34620561-1",
        0,
        "...",
        amount=Decimal("1500.0"),
        receipt="UF1J7RT61S",
        paid_at=datetime(2026, 6, 1, 12, 30, 12, tzinfo=UTC),
        phone="+254712345678",
    )


@pytest.mark.parametrize("code", [1, 17, 26, 1001, 1019, 1025, 1032, 1037, 2001, 4999, 9999, -7])
def test_a_failure_carries_its_code(code: int) -> None:
    assert parse_callback(body(code)) == StkCallback(CHECKOUT, "29115-34620561-1", code, "...")


def test_a_code_written_as_text_is_a_code() -> None:
    told = parse_callback(body("1032"))
    assert told is not None
    assert told.result_code == 1032


@pytest.mark.parametrize(
    ("name", "value", "field"),
    [
        ("Amount", "many", "amount"),
        ("Amount", float("nan"), "amount"),
        ("Amount", -1, "amount"),
        ("Amount", True, "amount"),
        ("Amount", 10**40, "amount"),
        ("MpesaReceiptNumber", "x", "receipt"),
        ("MpesaReceiptNumber", None, "receipt"),
        ("MpesaReceiptNumber", "'; drop --", "receipt"),
        ("TransactionDate", 20261399000000, "paid_at"),
        ("TransactionDate", "yesterday", "paid_at"),
        ("PhoneNumber", "2547*****126", "phone"),
        ("PhoneNumber", {}, "phone"),
    ],
)
def test_an_odd_fact_is_left_out_and_the_rest_stands(name: str, value: object, field: str) -> None:
    odd = [row for row in PAID if row["Name"] != name] + rows(**{name: value})
    told = parse_callback(body(0, odd))
    assert told is not None
    assert getattr(told, field) is None
    kept = {"amount", "receipt", "paid_at", "phone"} - {field}
    assert all(getattr(told, other) is not None for other in kept)


@pytest.mark.parametrize(
    "payload",
    [
        None,
        [],
        {},
        {"Body": None},
        {"Body": {"stkCallback": []}},
        {"Body": {"stkCallback": {"ResultCode": 0}}},
        {"Body": {"stkCallback": {"CheckoutRequestID": CHECKOUT}}},
        body("soon"),
        body(None),
        body(True),
        body(1.5),
    ],
)
def test_what_is_no_callback_is_none(payload: object) -> None:
    assert parse_callback(payload) is None


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)


@given(
    st.fixed_dictionaries(
        {"CheckoutRequestID": st.just(CHECKOUT) | anything, "ResultCode": anything},
        optional={
            "CallbackMetadata": st.fixed_dictionaries(
                {
                    "Item": st.lists(
                        st.fixed_dictionaries(
                            {"Name": st.sampled_from([row["Name"] for row in PAID])},
                            optional={"Value": anything},
                        )
                    )
                    | anything
                }
            )
        },
    )
)
def test_anything_survives(told: dict[str, Any]) -> None:
    callback = parse_callback({"Body": {"stkCallback": told}})
    if callback is not None:
        assert callback.paid_at is None or callback.paid_at.tzinfo is UTC
        assert callback.amount is None or 0 <= callback.amount <= 10**9


def test_json_read_from_the_wire_is_the_same() -> None:
    assert parse_callback(json.loads(json.dumps(body(0, PAID)))) == parse_callback(body(0, PAID))
