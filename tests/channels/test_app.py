"""The web app over real HTTP; only what lies behind its ports is stood in for."""

import asyncio
import hashlib
import hmac
import json
from collections.abc import AsyncIterator
from pathlib import Path
from time import perf_counter
from typing import Any

import httpx2
import pytest
from structlog.testing import capture_logs

from channels.app import create_app
from engine.model.message import DeliveryStatus, TextReceived
from sandbox.serving import running
from tests.channels.fakes import ACCOUNT, SECRET, VERIFY_TOKEN, House
from tests.web import Web

PAYLOADS = Path(__file__).parent / "whatsapp" / "payloads"
PATH = "/webhooks/whatsapp"


@pytest.fixture
def house() -> House:
    return House()


@pytest.fixture
async def web(house: House) -> AsyncIterator[httpx2.AsyncClient]:
    async with running(create_app(house.services)) as base_url, Web(base_url) as web:
        yield web


def body(name: str = "text") -> bytes:
    return json.dumps(json.loads((PAYLOADS / f"{name}.json").read_text())["body"]).encode()


async def post(
    web: httpx2.AsyncClient, content: bytes, signature: str | None = None
) -> httpx2.Response:
    signed = "sha256=" + hmac.new(SECRET, content, hashlib.sha256).hexdigest()
    headers = {"x-hub-signature-256": signed if signature is None else signature}
    return await web.post(PATH, content=content, headers=headers)


def refusal(answer: httpx2.Response) -> Any:
    told = answer.json()
    assert set(told) == {"error", "remedy"}
    return answer.status_code


async def test_a_signed_message_is_stored_then_acknowledged(
    web: httpx2.AsyncClient, house: House
) -> None:
    with capture_logs() as logs:
        answer = await post(web, body())
    assert answer.status_code == 200
    (message,) = house.inbox.kept.values()
    assert message.content == TextReceived("Hi I want to book a haircut tomorrow at 3pm")
    assert message.account == ACCOUNT
    (line,) = [line for line in logs if line["event"] == "webhook.whatsapp"]
    assert line["signature_valid"] is True


@pytest.mark.parametrize("signature", ["", "sha256=" + "0" * 64, "sha256=xyz"])
async def test_a_bad_signature_stores_nothing(
    web: httpx2.AsyncClient, house: House, signature: str
) -> None:
    with capture_logs() as logs:
        assert refusal(await post(web, body(), signature)) == 403
    assert not house.inbox.kept
    assert logs[0]["event"] == "webhook.whatsapp"
    assert logs[0]["signature_valid"] is False


async def test_no_signature_at_all_stores_nothing(web: httpx2.AsyncClient, house: House) -> None:
    assert refusal(await web.post(PATH, content=body())) == 403
    assert not house.inbox.kept


async def test_a_bad_signature_is_refused_before_the_body_is_read_as_json(
    web: httpx2.AsyncClient,
) -> None:
    assert refusal(await post(web, b"no json", "sha256=00")) == 403


@pytest.mark.parametrize(
    "content",
    [b"", b"no json", b'{"entry":', b"\xff\xfe\x00", b"[" * 100_000, b'{"a":' * 100_000],
    ids=["empty", "words", "cut off", "no utf-8", "deep arrays", "deep objects"],
)
async def test_what_is_no_json_is_refused(
    web: httpx2.AsyncClient, house: House, content: bytes
) -> None:
    assert refusal(await post(web, content)) == 400
    assert not house.inbox.kept


async def test_one_bad_byte_costs_one_character(web: httpx2.AsyncClient, house: House) -> None:
    content = body().replace(b"haircut", b"hair\xffcut")
    assert (await post(web, content)).status_code == 200
    (message,) = house.inbox.kept.values()
    assert message.content == TextReceived("Hi I want to book a hair\ufffdcut tomorrow at 3pm")


async def test_the_same_message_a_hundred_times_at_once_is_one_row(
    web: httpx2.AsyncClient, house: House
) -> None:
    answers = await asyncio.gather(*(post(web, body()) for _ in range(100)))
    assert {answer.status_code for answer in answers} == {200}
    assert len(house.inbox.kept) == 1


async def test_statuses_are_handed_on(web: httpx2.AsyncClient, house: House) -> None:
    assert (await post(web, body("status_failed"))).status_code == 200
    assert house.inbox.statuses == [DeliveryStatus("wamid.B1", ACCOUNT, "failed", 131047)]


async def test_a_number_of_no_tenant_is_acknowledged_and_logged(
    web: httpx2.AsyncClient, house: House
) -> None:
    with capture_logs() as logs:
        answer = await post(web, body().replace(ACCOUNT.encode(), b"999000000009999"))
    assert answer.status_code == 200
    assert not house.inbox.kept
    (line,) = [line for line in logs if line["event"] == "webhook.whatsapp.no_tenant"]
    assert line["account_ends"] == "9999"


async def test_news_that_is_no_message_is_acknowledged(
    web: httpx2.AsyncClient, house: House
) -> None:
    house.trouble.down = True  # nothing is to be stored, so nothing can fail
    assert (await post(web, body("account_news"))).status_code == 200


@pytest.mark.parametrize("trouble", ["down", "hangs"])
async def test_a_database_that_is_down_means_503_within_two_seconds(
    web: httpx2.AsyncClient, house: House, trouble: str
) -> None:
    setattr(house.trouble, trouble, True)
    started = perf_counter()
    answer = await post(web, body())
    assert refusal(answer) == 503
    assert answer.headers["retry-after"] == "5"
    assert perf_counter() - started < 2
    setattr(house.trouble, trouble, False)
    assert (await post(web, body())).status_code == 200


async def test_fifty_megabytes_are_refused_before_they_are_read(
    web: httpx2.AsyncClient,
) -> None:
    reader, writer = await asyncio.open_connection(web.base_url.host, web.base_url.port)
    head = f"POST {PATH} HTTP/1.1\r\nHost: x\r\nContent-Length: {50 << 20}\r\n\r\n"
    writer.write(head.encode())
    answer = await asyncio.wait_for(reader.readuntil(b"}"), 2)
    writer.close()
    assert answer.startswith(b"HTTP/1.1 413 ")


async def test_fifty_megabytes_in_chunks_are_refused_as_soon_as_they_are_too_many(
    web: httpx2.AsyncClient,
) -> None:
    reader, writer = await asyncio.open_connection(web.base_url.host, web.base_url.port)
    writer.write(f"POST {PATH} HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n".encode())
    chunk = b"100000\r\n" + b"x" * (1 << 20) + b"\r\n"
    for _ in range(5):
        writer.write(chunk)
    answer = await asyncio.wait_for(reader.readuntil(b"}"), 2)
    writer.close()
    assert answer.startswith(b"HTTP/1.1 413 ")


async def test_the_handshake_echoes_the_challenge(web: httpx2.AsyncClient) -> None:
    asked = {"hub.mode": "subscribe", "hub.challenge": "1158201444"}
    answer = await web.get(PATH, params={**asked, "hub.verify_token": VERIFY_TOKEN})
    assert (answer.status_code, answer.text) == (200, "1158201444")
    assert answer.headers["content-type"].startswith("text/plain")
    assert refusal(await web.get(PATH, params={**asked, "hub.verify_token": "another"})) == 403
    assert refusal(await web.get(PATH)) == 403


CALLBACK = {
    "Body": {
        "stkCallback": {
            "MerchantRequestID": "29115-34620561-1",
            "CheckoutRequestID": "ws_CO_01062026153000123712345678",
            "ResultCode": 1032,
            "ResultDesc": "Request cancelled by user",
        }
    }
}


@pytest.mark.parametrize("token", ["known-token", "never-given-out"])
async def test_a_callback_is_stored_whomever_it_belongs_to(
    web: httpx2.AsyncClient, house: House, token: str
) -> None:
    answer = await web.post(f"/webhooks/daraja/callback/{token}", json=CALLBACK)
    assert (answer.status_code, answer.json()["ResultCode"]) == (200, 0)
    ((kept_token, callback, raw),) = house.callbacks.kept
    assert kept_token == token
    assert callback is not None
    assert callback.result_code == 1032
    assert json.loads(raw) == CALLBACK


async def test_a_callback_of_odd_shape_is_kept_too(web: httpx2.AsyncClient, house: House) -> None:
    answer = await web.post("/webhooks/daraja/callback/known-token", json={"Body": []})
    assert answer.status_code == 200
    assert house.callbacks.kept == [("known-token", None, '{"Body":[]}')]


@pytest.mark.parametrize("body", [b"<xml/>", b"", b"[" * 40_000])
async def test_what_is_no_json_is_kept_only_from_who_knows_a_token(
    web: httpx2.AsyncClient, house: House, body: bytes
) -> None:
    answer = await web.post("/webhooks/daraja/callback/another-token", content=body)
    assert refusal(answer) == 400
    assert not house.callbacks.kept
    answer = await web.post("/webhooks/daraja/callback/known-token", content=body)
    assert (answer.status_code, answer.json()) == (200, {"ResultCode": 0, "ResultDesc": "Accepted"})
    assert house.callbacks.kept == [("known-token", None, body.decode())]


@pytest.mark.parametrize("trouble", ["down", "hangs"])
async def test_a_callback_is_not_accepted_while_it_cannot_be_stored(
    web: httpx2.AsyncClient, house: House, trouble: str
) -> None:
    setattr(house.trouble, trouble, True)
    answer = await web.post("/webhooks/daraja/callback/known-token", json=CALLBACK)
    assert refusal(answer) == 503


async def test_a_callback_token_never_reaches_a_log(web: httpx2.AsyncClient, house: House) -> None:
    house.trouble.down = True
    with capture_logs() as logs:
        await web.post("/webhooks/daraja/callback/secret-path-token", json=CALLBACK)
        house.trouble.down = False
        await web.post("/webhooks/daraja/callback/secret-path-token", json=CALLBACK)
    assert logs
    assert "secret-path-token" not in repr(logs)


async def test_alive_whatever_is_down(web: httpx2.AsyncClient, house: House) -> None:
    house.trouble.down = True
    assert (await web.get("/healthz")).json() == {"status": "ok"}


async def test_ready_names_what_is_not(web: httpx2.AsyncClient, house: House) -> None:
    assert (await web.get("/readyz")).status_code == 200
    house.looked.redis = False
    answer = await web.get("/readyz")
    assert answer.status_code == 503
    assert answer.json()["parts"] == {
        "postgres": "ok",
        "redis": "Start Redis, or unset REDIS_URL.",
        "serving": "ok",
    }


async def test_not_ready_while_stores_hang(web: httpx2.AsyncClient, house: House) -> None:
    house.trouble.hangs = True
    assert (await web.get("/readyz")).status_code == 503


async def test_not_ready_while_draining(web: httpx2.AsyncClient, house: House) -> None:
    house.services.drain.begin()
    answer = await web.get("/readyz")
    assert answer.status_code == 503
    assert "serving" in answer.json()["parts"]
    assert (await post(web, body())).status_code == 200


async def test_metrics_count_webhooks(web: httpx2.AsyncClient) -> None:
    await post(web, body())
    await post(web, body(), "sha256=00")
    text = (await web.get("/metrics")).text
    assert 'ratiba_webhooks_total{result="stored",source="whatsapp"}' in text
    assert 'ratiba_webhooks_total{result="forged",source="whatsapp"}' in text
    assert 'ratiba_webhook_seconds_bucket{le="0.25",source="whatsapp"}' in text


@pytest.mark.parametrize(("method", "path"), [("GET", "/nowhere"), ("DELETE", PATH)])
async def test_every_error_has_one_shape(web: httpx2.AsyncClient, method: str, path: str) -> None:
    assert refusal(await web.request(method, path)) in {404, 405}


async def test_docs_are_for_development_only(web: httpx2.AsyncClient, house: House) -> None:
    assert (await web.get("/docs")).status_code == 200
    async with (
        running(create_app(house.services_in(production=True))) as base_url,
        Web(base_url) as live,
    ):
        assert (await live.get("/docs")).status_code == 404
        assert (await live.get("/openapi.json")).status_code == 404
