"""The stand-in for Meta's Graph API keeps to the wire protocol."""

import asyncio
import hashlib
import hmac
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any

import httpx2
import pytest
from fastapi import FastAPI, Request

from engine.clock import FixedClock
from sandbox.graph.app import graph_app
from sandbox.graph.book import GraphBook
from sandbox.serving import running
from tests.web import Web

NOW = datetime(2026, 6, 1, 12, 30, tzinfo=UTC)
ACCOUNT = "105500000000001"
CUSTOMER = "254712345678"
PATH = f"/v24.0/{ACCOUNT}/messages"
SECRET = b"app-secret-of-a-test"
BEARER = {"authorization": "Bearer good"}


@pytest.fixture
def book() -> GraphBook:
    return GraphBook(FixedClock(NOW), access_token="good", app_secret=SECRET)


@pytest.fixture
async def graph(book: GraphBook) -> AsyncIterator[httpx2.AsyncClient]:
    async with running(graph_app(book)) as base_url, Web(base_url) as graph:
        yield graph


class Product:
    """A webhook's receiver: keeps what it was sent, refuses what is not signed."""

    def __init__(self) -> None:
        self.bodies: list[Any] = []
        self.url = ""

    async def take(self, request: Request) -> dict[str, bool]:
        body = await request.body()
        signed = "sha256=" + hmac.new(SECRET, body, hashlib.sha256).hexdigest()
        assert request.headers["x-hub-signature-256"] == signed
        self.bodies.append(json.loads(body)["entry"][0]["changes"][0]["value"])
        return {"ok": True}


@asynccontextmanager
async def product() -> AsyncIterator[Product]:
    app, there = FastAPI(), Product()
    app.add_api_route("/hook", there.take, methods=["POST"])
    async with running(app) as base_url:
        there.url = f"{base_url}/hook"
        yield there


def text(body: str = "Karibu", **more: object) -> dict[str, object]:
    part = {"type": "text", "text": {"body": body}}
    return {"messaging_product": "whatsapp", "to": CUSTOMER, **part, **more}


def buttons(*titles: str, words: str = "Confirm?") -> dict[str, object]:
    rows = [
        {"type": "reply", "reply": {"id": f"t|1|{place}", "title": title}}
        for place, title in enumerate(titles)
    ]
    return interactive({"type": "button", "body": {"text": words}, "action": {"buttons": rows}})


def listed(*titles: str, button: str = "Choose", **section: object) -> dict[str, object]:
    rows = [{"id": f"t|1|{place}", "title": title} for place, title in enumerate(titles)]
    action = {"button": button, "sections": [{"rows": rows, **section}]}
    return interactive({"type": "list", "body": {"text": "Which?"}, "action": action})


def interactive(part: Mapping[str, object]) -> dict[str, object]:
    return {
        "messaging_product": "whatsapp",
        "to": CUSTOMER,
        "type": "interactive",
        "interactive": dict(part),
    }


async def test_a_message_is_answered_with_its_id(graph: httpx2.AsyncClient) -> None:
    answer = await graph.post(PATH, json=text(), headers=BEARER)
    assert answer.status_code == 200
    told = answer.json()
    assert told["messaging_product"] == "whatsapp"
    assert told["contacts"] == [{"input": CUSTOMER, "wa_id": CUSTOMER}]
    assert told["messages"][0]["id"].startswith("wamid.")


async def test_a_user_id_is_a_recipient_too(graph: httpx2.AsyncClient) -> None:
    message = {**text(), "recipient": "KE.134912086"}
    del message["to"]
    told = (await graph.post(PATH, json=message, headers=BEARER)).json()
    assert told["contacts"] == [{"input": "KE.134912086", "user_id": "KE.134912086"}]


@pytest.mark.parametrize(
    "message",
    [
        text(""),
        text("x" * 4097),
        text(to="0712345678x"),
        text(to=""),
        text(messaging_product="sms"),
        text(colour="red"),
        {"messaging_product": "whatsapp", "to": CUSTOMER, "type": "text"},
        {"messaging_product": "whatsapp", "to": CUSTOMER, "type": "interactive"},
        buttons(),
        buttons("a", "b", "c", "d"),
        buttons("x" * 21),
        buttons(""),
        buttons("Yes", "Yes"),
        buttons("Yes", words=""),
        buttons("Yes", words="x" * 1025),
        listed(),
        listed(*(str(number) for number in range(11))),
        listed("x" * 25),
        listed("a", button="x" * 21),
        listed("a", title="x" * 25),
        [],
        "words",
    ],
)
async def test_what_meta_refuses_is_refused_in_its_words(
    graph: httpx2.AsyncClient, book: GraphBook, message: object
) -> None:
    answer = await graph.post(PATH, json=message, headers=BEARER)
    error = answer.json()["error"]
    assert answer.status_code == 400
    assert error["code"] in {100, 131008, 131009}
    assert error["type"] == "OAuthException"
    assert error["message"].startswith(f"(#{error['code']}) ")
    assert error["error_data"]["messaging_product"] == "whatsapp"
    assert error["error_data"]["details"]
    assert error["fbtrace_id"]
    assert not book.messages


async def test_no_token_no_message(graph: httpx2.AsyncClient, book: GraphBook) -> None:
    for headers in ({}, {"authorization": "Bearer bad"}, {"authorization": "good"}):
        answer = await graph.post(PATH, json=text(), headers=headers)
        assert (answer.status_code, answer.json()["error"]["code"]) == (401, 190)
    assert not book.messages


async def test_a_number_that_is_none_does_not_exist(graph: httpx2.AsyncClient) -> None:
    answer = await graph.post("/v24.0/me/messages", json=text(), headers=BEARER)
    assert answer.json()["error"]["error_subcode"] == 33


async def test_what_was_sent_is_listed_and_waited_for(graph: httpx2.AsyncClient) -> None:
    waiting = asyncio.create_task(
        graph.get("/sandbox/messages", params={"to": f"+{CUSTOMER}", "wait": 5})
    )
    await asyncio.sleep(0.05)
    await graph.post(PATH, json=text(to="254799999999"), headers=BEARER)
    assert not waiting.done()
    await graph.post(PATH, json=buttons("Yes", "No"), headers=BEARER)
    (message,) = (await waiting).json()
    assert message["text"] == "Confirm?"
    assert message["choices"] == [["t|1|0", "Yes"], ["t|1|1", "No"]]
    after = await graph.get("/sandbox/messages", params={"after": message["number"], "wait": 0.05})
    assert after.json() == []


async def test_a_customer_writes(graph: httpx2.AsyncClient) -> None:
    async with product() as there:
        await graph.put("/sandbox/webhook", json={"url": there.url})
        said = await graph.post(
            "/sandbox/customer",
            json={"account": ACCOUNT, "phone": f"+{CUSTOMER}", "name": "Amina", "text": "Hi"},
        )
    assert said.json()["statuses"] == [200]
    (value,) = there.bodies
    assert value["metadata"]["phone_number_id"] == ACCOUNT
    assert value["contacts"] == [{"profile": {"name": "Amina"}, "wa_id": CUSTOMER}]
    assert value["messages"] == [
        {
            "from": CUSTOMER,
            "id": said.json()["id"],
            "timestamp": str(int(NOW.timestamp())),
            "type": "text",
            "text": {"body": "Hi"},
        }
    ]


async def test_a_customer_without_a_phone_writes(
    graph: httpx2.AsyncClient, book: GraphBook
) -> None:
    async with product() as there:
        book.webhook_url = there.url
        says = {"account": ACCOUNT, "user_id": "KE.134912086", "text": "Hi"}
        await graph.post("/sandbox/customer", json=says)
    (value,) = there.bodies
    assert value["contacts"] == [{"user_id": "KE.134912086"}]
    assert value["messages"][0]["from_user_id"] == "KE.134912086"
    assert "from" not in value["messages"][0]


async def test_a_customer_taps_what_was_sent(graph: httpx2.AsyncClient, book: GraphBook) -> None:
    async with product() as there:
        book.webhook_url = there.url
        says = {"account": ACCOUNT, "phone": CUSTOMER, "tap": {"title": "No"}}
        assert (await graph.post("/sandbox/customer", json=says)).status_code == 409
        await graph.post(PATH, json=buttons("Yes", "No"), headers=BEARER)
        await graph.post("/sandbox/customer", json=says)
        await graph.post(PATH, json=listed("Anna", "Ben", "No", "Zuri"), headers=BEARER)
        await graph.post("/sandbox/customer", json=says)
    assert [body["messages"][0]["interactive"] for body in there.bodies] == [
        {"type": "button_reply", "button_reply": {"id": "t|1|1", "title": "No"}},
        {"type": "list_reply", "list_reply": {"id": "t|1|2", "title": "No"}},
    ]


async def test_a_message_is_delivered_as_often_as_told(
    graph: httpx2.AsyncClient, book: GraphBook
) -> None:
    async with product() as there:
        book.webhook_url = there.url
        says = {"account": ACCOUNT, "phone": CUSTOMER, "text": "Hi", "times": 20}
        assert (await graph.post("/sandbox/customer", json=says)).json()["statuses"] == [200] * 20
    assert len({body["messages"][0]["id"] for body in there.bodies}) == 1


async def test_any_kind_of_message_can_be_sent(graph: httpx2.AsyncClient, book: GraphBook) -> None:
    async with product() as there:
        book.webhook_url = there.url
        raw = {"type": "image", "image": {"id": "1"}}
        says = {"account": ACCOUNT, "phone": CUSTOMER, "raw": raw, "id": "wamid.mine"}
        await graph.post("/sandbox/customer", json=says)
    assert there.bodies[0]["messages"][0]["type"] == "image"
    assert there.bodies[0]["messages"][0]["id"] == "wamid.mine"


async def test_nobody_there_is_told_as_0(graph: httpx2.AsyncClient, book: GraphBook) -> None:
    book.webhook_url = "http://127.0.0.1:9/hook"
    says = {"account": ACCOUNT, "phone": CUSTOMER, "text": "Hi"}
    assert (await graph.post("/sandbox/customer", json=says)).json()["statuses"] == [0]


async def test_statuses_are_told_one_by_one_or_by_themselves(
    graph: httpx2.AsyncClient, book: GraphBook
) -> None:
    async with product() as there:
        book.webhook_url = there.url
        sent = (await graph.post(PATH, json=text(), headers=BEARER)).json()["messages"][0]["id"]
        failed = {"id": sent, "status": "failed", "code": 131047}
        assert (await graph.post("/sandbox/statuses", json=failed)).json() == 200
        assert there.bodies[0]["statuses"][0]["errors"][0]["code"] == 131047
        book.tell_statuses = True
        await graph.post(PATH, json=text(), headers=BEARER)
        for _ in range(100):
            await asyncio.sleep(0.02)
            if len(there.bodies) == 4:
                break
    told = [body["statuses"][0]["status"] for body in there.bodies]
    assert told == ["failed", "sent", "delivered", "read"]
    lost = await graph.post("/sandbox/statuses", json={"id": "wamid.0", "status": "read"})
    assert lost.status_code == 404


async def order(graph: httpx2.AsyncClient, **fault: object) -> None:
    answer = await graph.post("/sandbox/faults", json={"where": "messages", **fault})
    assert answer.status_code == 200


async def test_faults_are_met_in_order_and_pass(graph: httpx2.AsyncClient, book: GraphBook) -> None:
    await order(graph, kind="status", value="429", header={"retry-after": "2"})
    await order(graph, kind="code", value="131056", times=2)
    await order(graph, kind="garbage")
    answers = [await graph.post(PATH, json=text(), headers=BEARER) for _ in range(5)]
    assert [answer.status_code for answer in answers] == [429, 400, 400, 200, 200]
    assert answers[0].headers["retry-after"] == "2"
    assert answers[1].json()["error"]["code"] == 131056
    assert "html" in answers[3].text
    assert len(book.messages) == 1


@pytest.mark.parametrize(("acted", "recorded"), [(False, 0), (True, 1)])
async def test_it_hangs_before_or_after_recording(
    graph: httpx2.AsyncClient, book: GraphBook, acted: bool, recorded: int
) -> None:
    await order(graph, kind="hang", acted=acted)
    with pytest.raises(httpx2.ReadTimeout):
        await graph.post(PATH, json=text(), headers=BEARER, timeout=0.1)
    assert len(book.messages) == recorded
    assert (await graph.post(PATH, json=text(), headers=BEARER)).status_code == 200


async def test_release_lets_go(graph: httpx2.AsyncClient) -> None:
    await order(graph, kind="hang")
    held = asyncio.create_task(graph.post(PATH, json=text(), headers=BEARER))
    await asyncio.sleep(0.05)
    assert not held.done()
    await graph.post("/sandbox/release")
    assert (await held).status_code == 504


async def test_a_late_answer_is_the_right_one(graph: httpx2.AsyncClient) -> None:
    await order(graph, kind="delay", seconds=0.1)
    assert (await graph.post(PATH, json=text(), headers=BEARER)).status_code == 200
