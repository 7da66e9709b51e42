"""Other people's payloads, read in place where they are present."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from channels.payments.daraja import parse_callback
from channels.whatsapp.parse import parse
from channels.whatsapp.signature import is_authentic
from engine.model.message import DeliveryStatus, Inbound, TapReceived, TextReceived, Unsupported

pytestmark = pytest.mark.data

SHARED = Path(__file__).parents[3] / "shared" / "data"
NOW = datetime(2026, 11, 20, tzinfo=UTC)
CALLS = "wacid."
"""Ids of calls, whose statuses are no business of a conversation."""


def records(name: str) -> Iterator[dict[str, Any]]:
    path = SHARED / name
    if path.exists():
        yield from map(json.loads, path.read_text().splitlines())


def test_every_signature_is_recognised_and_no_other() -> None:
    for record in records("webhooks.jsonl"):
        body = record["body"].encode()
        secret = record.get("secret", "fb_app_secret").encode()
        assert is_authentic(body, record["x_hub_signature_256"], secret), record["id"]
        assert not is_authentic(body + b" ", record["x_hub_signature_256"], secret), record["id"]


def test_every_whatsapp_payload_is_read_as_expected() -> None:
    for record in records("webhooks.jsonl"):
        if record["channel"] != "whatsapp" or not record["expect"]:
            continue
        expected = [
            each
            for each in record["expect"]
            if each["kind"] in {"message", "status"} and not each["id"].startswith(CALLS)
        ]
        pieces = parse(json.loads(record["body"]), NOW)
        assert len(pieces) == len(expected), record["id"]
        for piece, each in zip(pieces, expected, strict=True):
            check(piece, each)


def check(piece: Inbound | DeliveryStatus, expected: dict[str, Any]) -> None:
    assert (piece.provider_id, piece.account) == (expected["id"], expected["phone_number_id"])
    if isinstance(piece, DeliveryStatus):
        assert piece.status == expected["status"]
        assert [piece.code] == expected.get("errors", [None])
        return
    digits = expected["from"]
    assert piece.sender.user_id == digits
    assert piece.sender.phone == (f"+{digits}" if digits.isdigit() and len(digits) > 6 else None)
    assert piece.sender.name == expected.get("name")
    assert int(piece.sent_at.timestamp()) == int(expected["timestamp"])
    assert piece.content == content(expected)


def content(expected: dict[str, Any]) -> TextReceived | TapReceived | Unsupported:
    if expected["type"] == "text":
        return TextReceived(expected["text"])
    if "payload" in expected:
        return TapReceived(expected["payload"], expected["text"])
    return Unsupported(expected.get("interactive", expected["type"]))


def test_every_daraja_callback_is_read_as_expected() -> None:
    for record in records("payments.jsonl"):
        if record["kind"] != "stk_callback":
            continue
        told = parse_callback(record["body"])
        expected = record["expect"]
        assert told is not None
        assert told.checkout_request_id == expected["checkout_request_id"]
        assert (told.result_code == 0) == (expected["outcome"] == "paid")
        if told.result_code == 0:
            assert told.amount == expected["amount"]
            assert (told.receipt, told.phone) == (expected["receipt"], f"+{expected['phone']}")
            assert told.paid_at == datetime.fromisoformat(expected["paid_at"])
