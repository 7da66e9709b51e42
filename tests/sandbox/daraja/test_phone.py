"""The phone does as told, the callback and the query tell of it as Daraja does."""

import asyncio

import pytest

from sandbox.daraja.book import DarajaBook
from tests.sandbox.daraja.scene import PHONE, Api, product


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
