"""OAuth and the push keep to the wire protocol."""

import base64
import re
from datetime import UTC, datetime, timedelta

import httpx2
import pytest

from engine.clock import FixedClock
from sandbox.daraja.book import DarajaBook
from sandbox.daraja.ids import new_receipt
from tests.sandbox.daraja.scene import PHONE, PUSH, STAMP, Api, password, push


async def test_a_push_shows_the_prompt(api: Api) -> None:
    told = await api.prompt()
    assert told["ResponseCode"] == "0"
    assert re.fullmatch(r"ws_CO_01062026153000\d{3}712345678", told["CheckoutRequestID"])
    assert re.fullmatch(r"\d{5}-\d{8}-1", told["MerchantRequestID"])
    (shown,) = (await api.get("/sandbox/prompts", params={"phone": f"+{PHONE}"})).json()
    assert shown["text"] == "Pay KES 1,500.00 to Ratiba Spa Pilot. Enter M-Pesa PIN."
    assert (shown["amount"], shown["code"]) == (1500, None)


async def test_amounts_may_be_text(api: Api) -> None:
    await api.prompt(Amount="20")
    (shown,) = (await api.get("/sandbox/prompts")).json()
    assert shown["text"].startswith("Pay KES 20.00 ")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("PhoneNumber", "0712345678"),
        ("PhoneNumber", "+254712345678"),
        ("PhoneNumber", "254812345678"),
        ("PartyA", None),
        ("Amount", 0),
        ("Amount", 1500.5),
        ("Amount", -1),
        ("Amount", True),
        ("Amount", 250_001),
        ("CallBackURL", "callback"),
        ("CallBackURL", "https://example.com"),
        ("Timestamp", "2026-06-01"),
        ("TransactionType", "Gift"),
        ("AccountReference", "longer than twelve"),
        ("TransactionDesc", ""),
        ("BusinessShortCode", "999999"),
        ("BusinessShortCode", None),
    ],
)
async def test_a_field_at_fault_is_named(
    api: Api, book: DarajaBook, field: str, value: object
) -> None:
    answer = await api.post(PUSH, json=push(**{field: value}))
    told = answer.json()
    assert answer.status_code == 400
    assert told["errorCode"] == "400.002.02"
    assert told["errorMessage"] == f"Bad Request - Invalid {field}"
    assert told["requestId"]
    assert not book.prompts


async def test_a_wrong_password_is_refused(api: Api, book: DarajaBook) -> None:
    answer = await api.post(PUSH, json=push(Password=password("another")))
    assert (answer.status_code, answer.json()["errorCode"]) == (500, "500.001.1001")
    assert not book.prompts


async def test_no_json_no_prompt(api: Api) -> None:
    answer = await api.post(PUSH, content=b"Amount=1")
    assert (answer.status_code, answer.json()["errorCode"]) == (400, "400.002.05")


async def test_oauth_checks_key_and_grant(api: Api) -> None:
    path, grant = "/oauth/v1/generate", {"grant_type": "client_credentials"}
    wrong = await api.get(path, params=grant, auth=("key", "guessed"))
    assert (wrong.status_code, wrong.json()["errorCode"]) == (400, "400.008.01")
    other = await api.get(path, params={"grant_type": "password"}, auth=("key", "secret"))
    assert (other.status_code, other.json()["errorCode"]) == (400, "400.008.02")


async def test_a_token_ends_after_an_hour_or_when_told(api: Api, clock: FixedClock) -> None:
    await api.prompt()
    clock.advance(timedelta(hours=1))
    answer = await api.post(PUSH, json=push())
    assert (answer.status_code, answer.json()["errorCode"]) == (404, "404.001.03")
    await api.sign_in()
    await api.prompt()
    await api.delete("/sandbox/tokens")
    assert (await api.post(PUSH, json=push())).status_code == 404


async def test_the_push_itself_may_fail(api: Api, book: DarajaBook) -> None:
    await api.post(
        "/sandbox/faults", json={"where": "push", "kind": "code", "value": "500.002.1001"}
    )
    answer = await api.post(PUSH, json=push())
    assert (answer.status_code, answer.json()["errorCode"]) == (500, "500.002.1001")
    assert not book.prompts
    await api.prompt()


@pytest.mark.parametrize(("acted", "prompts"), [(False, 0), (True, 1)])
async def test_the_push_may_hang_before_or_after_the_prompt(
    api: Api, book: DarajaBook, acted: bool, prompts: int
) -> None:
    await api.post("/sandbox/faults", json={"where": "push", "kind": "hang", "acted": acted})
    with pytest.raises(httpx2.ReadTimeout):
        await api.post(PUSH, json=push(), timeout=0.1)
    assert len(book.prompts) == prompts


async def test_oauth_and_query_may_fail_too(api: Api) -> None:
    for where in ("oauth", "query"):
        fault = {"where": where, "kind": "status", "value": "429"}
        await api.post("/sandbox/faults", json=fault)
    answer = await api.get(
        "/oauth/v1/generate", params={"grant_type": "client_credentials"}, auth=("key", "secret")
    )
    assert answer.status_code == 429
    assert (await api.ask("ws_CO_01062026153000000712345678")).status_code == 429


async def test_one_more_merchant(api: Api) -> None:
    await api.put("/sandbox/merchants/600966", json={"name": "Kinyozi", "passkey": "other"})
    words = base64.b64encode(f"600966other{STAMP}".encode()).decode()
    await api.prompt(BusinessShortCode="600966", Password=words)
    (shown,) = (await api.get("/sandbox/prompts", params={"wait": 1})).json()
    assert " to Kinyozi. " in shown["text"]


def test_receipts_tell_their_day() -> None:
    receipt = new_receipt(datetime(2019, 12, 19, 7, 21, tzinfo=UTC))
    assert re.fullmatch(r"NLJ[0-9A-Z]{7}", receipt)
