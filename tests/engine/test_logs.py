import io
import json
import logging
import sys
from collections.abc import Iterator
from typing import Any

import pytest
import structlog

from engine.errors import DatabaseDown
from engine.logs import Redactor, configure_logs, customer_code, logs_shape, trouble

KEY = b"a key"
PHONE = "+254712345678"
CODE = customer_code(PHONE, KEY)


@pytest.fixture
def lines(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    """What is written, with logging configured as in production."""
    written = io.StringIO()
    monkeypatch.setattr(sys, "stderr", written)
    root = logging.getLogger()
    handlers, level = root.handlers, root.level
    configure_logs(shape="json", key=KEY, secrets=("EAAG-canary",))
    yield written
    root.handlers, root.level = handlers, level
    structlog.reset_defaults()


def redacted(**fields: Any) -> dict[str, Any]:
    return dict(Redactor(KEY, ("EAAG-canary",))(None, "info", fields))


@pytest.mark.parametrize(
    "spelling",
    [PHONE, "254712345678", "0712345678", "+254 712 345 678", "254-712-345-678", "0712 345 678"],
)
def test_every_spelling_of_a_phone_becomes_the_same_code(spelling: str) -> None:
    assert redacted(event=f"call {spelling} now") == {"event": f"call {CODE} now"}
    assert redacted(phone=spelling) == {"phone": CODE}


def test_other_countries_and_bare_digits_are_phones_too() -> None:
    for phone in ("+15551234567", "15551234567", "+44 20 7946 0958"):
        (value,) = redacted(x=f"<{phone}>").values()
        assert "555" not in value
        assert "7946" not in value
    assert redacted(n=254712345678)["n"] == CODE


@pytest.mark.parametrize(
    "harmless",
    [
        "2026-06-01T15:00:00.123456Z", "01J0ABCDEFGHJKMNPQRSTVWXYZ", "KES 1,500", "0.0000001234567",
        "ws_CO_191220191020363925", "seq 123456789", "haircut tomorrow",
    ],
)  # fmt: skip
def test_what_is_no_phone_stays(harmless: str) -> None:
    assert redacted(x=harmless) == {"x": harmless}


def test_the_phone_in_a_prompts_id_is_hidden() -> None:
    shown = "ws_CO_22112026091719992712345678"
    assert redacted(checkout_request_id=shown) == {
        "checkout_request_id": "ws_CO_22112026091719992***"
    }


def test_secrets_words_and_people_never_pass() -> None:
    assert redacted(
        whatsapp_token="abc", passkey="def", Authorization="Bearer xyzxyz", signature="00ff",
        x="used EAAG-canary here", url="postgresql://ratiba:hunter2@db/x", y="Bearer abcdef123",
        text="nipange kunyoa kesho", body={"a": 1}, profile_name="Wanjiku",
        recipient="whatsapp:KE.99", nested={"phone": PHONE, "list": [PHONE, 1]},
        signature_valid=True, amount=1500, ratio=0.5, nothing=None,
    ) == {
        "whatsapp_token": "***", "passkey": "***", "Authorization": "***", "signature": "***",
        "x": "used *** here", "url": "postgresql://ratiba:***@db/x", "y": "Bearer ***",
        "text": "<20 chars>", "body": "***", "profile_name": "<7 chars>",
        "recipient": customer_code("whatsapp:KE.99", KEY),
        "nested": {"phone": CODE, "list": [CODE, 1]},
        "signature_valid": True, "amount": 1500, "ratio": 0.5, "nothing": None,
    }  # fmt: skip


def test_a_code_cannot_be_guessed_without_the_key() -> None:
    assert CODE == customer_code("0712345678", KEY) != customer_code(PHONE, b"another key")
    assert len(CODE) == len("c_") + 10


def test_lines_are_json_with_time_and_level(lines: io.StringIO) -> None:
    structlog.get_logger("x").info("webhook.whatsapp", signature_valid=True)
    line = json.loads(lines.getvalue())
    assert (line["event"], line["level"], line["signature_valid"]) == (
        "webhook.whatsapp", "info", True,
    )  # fmt: skip
    assert line["timestamp"].endswith("Z")


def test_libraries_lines_pass_the_same_redaction(lines: io.StringIO) -> None:
    logging.getLogger("uvicorn.error").warning("from %s with EAAG-canary", PHONE)
    logging.getLogger("transitions").info("noise")
    line = json.loads(lines.getvalue())
    assert line["event"] == f"from {CODE} with ***"


def test_an_exception_tells_where_and_never_what_it_carries(lines: io.StringIO) -> None:
    try:
        int("nipange kunyoa")
    except ValueError:
        structlog.get_logger("x").exception("turn.failed")
        logging.getLogger("uvicorn.error").exception("failed")
    first, second = (json.loads(line) for line in lines.getvalue().splitlines())
    for line in (first, second):
        assert line["code"] == "ValueError"
        assert line["where"].startswith("test_logs.py:")
    assert "kunyoa" not in lines.getvalue()


def test_our_own_errors_are_quoted() -> None:
    fields = trouble(DatabaseDown("08006"))
    assert fields["code"] == "database.down"
    assert "Check DATABASE_URL" in fields["reason"]


def test_people_on_a_terminal_get_the_console(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    assert logs_shape("auto", dev=True) == "console"
    assert logs_shape("auto", dev=False) == "json"
    assert logs_shape("json", dev=True) == "json"
    monkeypatch.setattr(sys.stderr, "isatty", lambda: False, raising=False)
    assert logs_shape("auto", dev=True) == "json"
