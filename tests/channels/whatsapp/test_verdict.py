"""What the sender does next, by what the Graph API answered."""

import json

import pytest

from channels.whatsapp.verdict import (
    Permanent,
    Refusal,
    Sent,
    Throttled,
    Transient,
    Unknown,
    Verdict,
    verdict,
)
from engine.net.answer import Answered, NoAnswer, NotSent


def answered(status: int, code: int | None = None, **headers: str) -> Answered:
    body = {} if code is None else {"error": {"message": "...", "code": code}}
    return Answered(status, headers, json.dumps(body).encode())


@pytest.mark.parametrize(
    ("status", "code", "expected"),
    [
        (429, None, Throttled(429)),
        (400, 4, Throttled(4)),
        (400, 80007, Throttled(80007)),
        (429, 130429, Throttled(130429)),
        (400, 131056, Throttled(131056)),
        (500, None, Transient("status 500")),
        (503, 7777777, Transient("code 7777777")),
        (500, 131000, Transient("code 131000")),
        (400, 131016, Transient("code 131016")),
        (400, 131047, Permanent(131047, Refusal.OUTSIDE_WINDOW)),
        (400, 131026, Permanent(131026, Refusal.UNREACHABLE)),
        (400, 131062, Permanent(131062, Refusal.UNREACHABLE)),
        (401, 190, Permanent(190, Refusal.TOKEN)),
        (500, 190, Permanent(190, Refusal.TOKEN)),
        (403, 200, Permanent(200, Refusal.TOKEN)),
        (401, None, Permanent(401, Refusal.TOKEN)),
        (403, 368, Permanent(368, Refusal.ACCOUNT)),
        (400, 100, Permanent(100, Refusal.INVALID)),
        (400, 131009, Permanent(131009, Refusal.INVALID)),
        (400, 999999, Permanent(999999, Refusal.OTHER)),
        (404, None, Permanent(404, Refusal.OTHER)),
        (302, None, Permanent(302, Refusal.OTHER)),
    ],
)
def test_by_code_and_status(status: int, code: int | None, expected: Verdict) -> None:
    assert verdict(answered(status, code)) == expected


def test_accepted_gives_the_id() -> None:
    body = b'{"messaging_product":"whatsapp","messages":[{"id":"wamid.X"}]}'
    assert verdict(Answered(200, {}, body)) == Sent("wamid.X")


def test_throttled_waits_as_long_as_asked() -> None:
    assert verdict(answered(429, 130429, **{"retry-after": "7"})) == Throttled(130429, 7.0)
    assert verdict(answered(429, 130429, **{"retry-after": "soon"})) == Throttled(130429)


@pytest.mark.parametrize(
    "body",
    [b"", b"<html>", b"[]", b"{}", b'{"messages":[]}', b'{"messages":[{"id":5}]}', b"[" * 100_000],
)
def test_an_unreadable_yes_may_have_been_sent(body: bytes) -> None:
    assert verdict(Answered(200, {}, body)) == Unknown("unreadable answer")


def test_whether_it_was_sent_is_told_apart() -> None:
    assert verdict(NotSent("ConnectError")) == Transient("ConnectError")
    assert verdict(NoAnswer("ReadTimeout")) == Unknown("ReadTimeout")


@pytest.mark.parametrize("error", ["x", [], {"code": "190"}, {"code": True}, {"code": None}])
def test_an_error_of_odd_shape_goes_by_its_status(error: object) -> None:
    body = json.dumps({"error": error}).encode()
    assert verdict(Answered(400, {}, body)) == Permanent(400, Refusal.OTHER)
