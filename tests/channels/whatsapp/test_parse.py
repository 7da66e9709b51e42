"""Payloads are data: a file each, with what must be read of it."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from channels.whatsapp.parse import parse
from engine.model.message import DeliveryStatus, Inbound, TapReceived, TextReceived, Unsupported

PAYLOADS = sorted((Path(__file__).parent / "payloads").glob("*.json"))
RECEIVED = datetime(2026, 6, 1, 12, 30, tzinfo=UTC)
ACCOUNT = "105500000000001"


def told(piece: Inbound | DeliveryStatus) -> dict[str, object]:
    assert piece.account == ACCOUNT
    if isinstance(piece, DeliveryStatus):
        return {"status_of": piece.provider_id, "status": piece.status, "code": piece.code}
    assert piece.sender.channel == "whatsapp"
    return {
        "message": piece.provider_id,
        "user": piece.sender.user_id,
        "phone": piece.sender.phone,
        "name": piece.sender.name,
        "at": piece.sent_at.strftime("%Y-%m-%dT%H:%M:%SZ"),
        **content(piece),
    }


def content(piece: Inbound) -> dict[str, object]:
    match piece.content:
        case TextReceived(text):
            return {"text": text}
        case TapReceived(tap, title):
            return {"tap": tap, "title": title}
        case Unsupported(kind):
            return {"unsupported": kind}


@pytest.mark.parametrize("path", PAYLOADS, ids=lambda path: path.stem)
def test_payload_is_read_as_its_file_says(path: Path) -> None:
    case = json.loads(path.read_text())
    assert [told(piece) for piece in parse(case["body"], RECEIVED)] == case["expect"]


def test_150_kb_of_text_is_cut() -> None:
    body = json.loads((PAYLOADS[0].parent / "text.json").read_text())["body"]
    body["entry"][0]["changes"][0]["value"]["messages"][0]["text"]["body"] = "é\0" * 75_000
    (message,) = parse(body, RECEIVED)
    assert isinstance(message, Inbound)
    assert message.content == TextReceived("é" * 4096)


def test_customer_without_phone_is_named_by_channel_and_user_id() -> None:
    body = json.loads((PAYLOADS[0].parent / "user_id_only.json").read_text())["body"]
    (message,) = parse(body, RECEIVED)
    assert isinstance(message, Inbound)
    assert message.sender.customer_id == "whatsapp:KE.134912086"
