"""The stand-in for Daraja keeps to the wire protocol, and its phone does as told."""

import asyncio
import base64
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx2
import pytest
from fastapi import FastAPI, Request

from engine.clock import FixedClock
from sandbox.daraja.app import daraja_app
from sandbox.daraja.book import DarajaBook, Merchant
from sandbox.daraja.ids import new_receipt
from sandbox.serving import running
from tests.web import Web

NOW = datetime(2026, 6, 1, 12, 30, tzinfo=UTC)
SHORTCODE = "174379"
PASSKEY = "passkey-of-a-test"
PHONE = "254712345678"
PUSH = "/mpesa/stkpush/v1/processrequest"
QUERY = "/mpesa/stkpushquery/v1/query"
STAMP = "20260601153000"


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(NOW)


@pytest.fixture
def book(clock: FixedClock) -> DarajaBook:
    return DarajaBook(clock, {SHORTCODE: Merchant("Ratiba Spa Pilot", PASSKEY)}, ("key", "secret"))


class Api(Web):
    """A caller with a token."""

    async def sign_in(self) -> None:
        answer = await self.get(
            "/oauth/v1/generate",
            params={"grant_type": "client_credentials"},
            auth=("key", "secret"),
        )
        told = answer.json()
        assert (answer.status_code, told["expires_in"]) == (200, "3599")
        self.headers["authorization"] = f"Bearer {told['access_token']}"

    async def prompt(self, **more: object) -> Any:
        answer = await self.post(PUSH, json=push(**more))
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def ask(self, checkout: str) -> httpx2.Response:
        body = {
            "BusinessShortCode": SHORTCODE,
            "Password": password(),
            "Timestamp": STAMP,
            "CheckoutRequestID": checkout,
        }
        return await self.post(QUERY, json=body)

    async def phone(self, checkout: str, act: str, **params: float) -> Any:
        answer = await self.post(f"/sandbox/prompts/{checkout}/{act}", params=params)
        assert answer.status_code == 200, answer.text
        return answer.json()


@pytest.fixture
async def api(book: DarajaBook) -> AsyncIterator[Api]:
    async with (
        running(daraja_app(book)) as base_url,
        Api(base_url) as api,
    ):
        await api.sign_in()
        yield api


def password(passkey: str = PASSKEY) -> str:
    return base64.b64encode(f"{SHORTCODE}{passkey}{STAMP}".encode()).decode()


def push(**more: object) -> dict[str, object]:
    return {
        "BusinessShortCode": SHORTCODE,
        "Password": password(),
        "Timestamp": STAMP,
        "TransactionType": "CustomerPayBillOnline",
        "Amount": 1500,
        "PartyA": PHONE,
        "PartyB": SHORTCODE,
        "PhoneNumber": PHONE,
        "CallBackURL": "http://127.0.0.1:9/webhooks/daraja/callback/token",
        "AccountReference": "Ratiba",
        "TransactionDesc": "Haircut",
        **more,
    }


class Product:
    """A callback's receiver."""

    def __init__(self) -> None:
        self.callbacks: list[Any] = []
        self.came = asyncio.Event()
        self.url = ""

    async def take(self, request: Request) -> dict[str, int]:
        self.callbacks.append((await request.json())["Body"]["stkCallback"])
        self.came.set()
        return {"ResultCode": 0}

    async def called(self) -> Any:
        await asyncio.wait_for(self.came.wait(), 5)
        return self.callbacks[0]


@asynccontextmanager
async def product() -> AsyncIterator[Product]:
    app, there = FastAPI(), Product()
    app.add_api_route("/callback", there.take, methods=["POST"])
    async with running(app) as base_url:
        there.url = f"{base_url}/callback"
        yield there


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


async def test_approving_pays_and_calls_back(api: Api) -> None:
    async with product() as there:
        told = await api.prompt(CallBackURL=there.url)
        shown = await api.phone(told["CheckoutRequestID"], "approve")
        callback = await there.called()
    assert callback["MerchantRequestID"] == told["MerchantRequestID"]
    assert callback["CheckoutRequestID"] == told["CheckoutRequestID"]
    assert callback["ResultCode"] == 0
    assert callback["CallbackMetadata"]["Item"] == [
        {"Name": "Amount", "Value": 1500.0},
        {"Name": "MpesaReceiptNumber", "Value": shown["receipt"]},
        {"Name": "Balance"},
        {"Name": "TransactionDate", "Value": 20260601153000},
        {"Name": "PhoneNumber", "Value": 254712345678},
    ]


@pytest.mark.parametrize(
    ("act", "params", "code"),
    [("decline", {}, 1032), ("answer", {"code": 1}, 1), ("answer", {"code": 2001}, 2001)],
)
async def test_a_failure_calls_back_without_facts(
    api: Api, act: str, params: dict[str, float], code: int
) -> None:
    async with product() as there:
        told = await api.prompt(CallBackURL=there.url)
        await api.phone(told["CheckoutRequestID"], act, **params)
        callback = await there.called()
    assert callback["ResultCode"] == code
    assert callback["ResultDesc"]
    assert "CallbackMetadata" not in callback


async def test_ignoring_calls_nobody_back_and_the_query_says_1037(api: Api) -> None:
    async with product() as there:
        checkout = (await api.prompt(CallBackURL=there.url))["CheckoutRequestID"]
        await api.phone(checkout, "ignore")
        await asyncio.sleep(0.05)
        assert not there.callbacks
    assert (await api.ask(checkout)).json()["ResultCode"] == "1037"


async def test_an_answer_may_come_late_and_often(api: Api) -> None:
    async with product() as there:
        checkout = (await api.prompt(CallBackURL=there.url))["CheckoutRequestID"]
        await api.phone(checkout, "answer", code=0, delay=0.1, times=50)
        assert not there.callbacks
        await there.called()
        await asyncio.sleep(0.3)
        assert len(there.callbacks) == 50
    (shown,) = (await api.get("/sandbox/prompts")).json()
    assert [each["status"] for each in shown["deliveries"]] == [200] * 50


async def test_a_callback_that_nobody_takes_is_noted(api: Api, book: DarajaBook) -> None:
    checkout = (await api.prompt())["CheckoutRequestID"]
    await api.phone(checkout, "approve")
    (shown,) = book.shown()
    for _ in range(100):
        if not shown.deliveries:
            await asyncio.sleep(0.02)
    assert [each.status for each in shown.deliveries] == [0]


async def test_the_query_tells_the_truth_as_text(api: Api) -> None:
    checkout = (await api.prompt())["CheckoutRequestID"]
    pending = await api.ask(checkout)
    assert pending.status_code == 500
    assert pending.json()["errorCode"] == "500.001.1001"
    assert pending.json()["errorMessage"] == "The transaction is being processed"
    await api.phone(checkout, "approve")
    told = (await api.ask(checkout)).json()
    assert (told["ResponseCode"], told["ResultCode"]) == ("0", "0")
    assert told["CheckoutRequestID"] == checkout


async def test_the_query_lies_when_told(api: Api) -> None:
    checkout = (await api.prompt())["CheckoutRequestID"]
    await api.phone(checkout, "approve")
    await api.put(f"/sandbox/prompts/{checkout}/query", params={"code": 1032})
    assert (await api.ask(checkout)).json()["ResultCode"] == "1032"
    await api.put(f"/sandbox/prompts/{checkout}/query")
    assert (await api.ask(checkout)).json()["ResultCode"] == "0"


async def test_the_query_of_no_prompt(api: Api) -> None:
    answer = await api.ask("ws_CO_01062026153000000712345678")
    assert answer.status_code == 500
    assert (await api.ask("x")).json()["errorMessage"] == "Bad Request - Invalid CheckoutRequestID"


async def test_a_phone_of_habit_answers_by_itself(api: Api) -> None:
    async with product() as there:
        await api.put(f"/sandbox/phones/+{PHONE}", json={"code": 1032})
        await api.prompt(CallBackURL=there.url)
        assert (await there.called())["ResultCode"] == 1032


async def test_a_callback_may_come_before_the_answer_to_the_push(api: Api) -> None:
    async with product() as there:
        await api.put(f"/sandbox/phones/{PHONE}", json={"code": 0, "first": True})
        told = await api.prompt(CallBackURL=there.url)
        (callback,) = there.callbacks
    assert callback["CheckoutRequestID"] == told["CheckoutRequestID"]


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
