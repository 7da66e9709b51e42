"""The signature is over the raw bytes, and nothing else passes."""

import hashlib
import hmac

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channels.whatsapp.signature import is_authentic

SECRET = b"app-secret-of-a-test"
BODY = b'{"object":"whatsapp_business_account","entry":[]}'


def sign(body: bytes, secret: bytes = SECRET) -> str:
    return "sha256=" + hmac.new(secret, body, hashlib.sha256).hexdigest()


def test_right_signature_passes() -> None:
    assert is_authentic(BODY, sign(BODY), SECRET)


@pytest.mark.parametrize(
    "header",
    [
        None,
        "",
        "sha256=",
        "sha256=" + "0" * 64,
        sign(BODY, b"another secret"),
        sign(BODY).upper(),
        sign(BODY).removeprefix("sha256="),
        sign(BODY) + " ",
        "sha1=" + hmac.new(SECRET, BODY, hashlib.sha1).hexdigest(),
        "sha256=ü" + "0" * 63,
        "sha256=\udcff",
    ],
)
def test_any_other_header_is_refused(header: str | None) -> None:
    assert not is_authentic(BODY, header, SECRET)


def test_the_bytes_count_not_their_meaning() -> None:
    same_json = BODY.replace(b":", b": ")
    assert not is_authentic(same_json, sign(BODY), SECRET)


def test_no_secret_proves_nothing() -> None:
    assert not is_authentic(BODY, sign(BODY, b""), b"")


@given(st.binary(), st.integers(0), st.integers(0, 7))
def test_one_flipped_bit_is_seen(body: bytes, place: int, bit: int) -> None:
    header = sign(body)
    if not body:
        return
    changed = bytearray(body)
    changed[place % len(body)] ^= 1 << bit
    assert not is_authentic(bytes(changed), header, SECRET)
    assert is_authentic(body, header, SECRET)
