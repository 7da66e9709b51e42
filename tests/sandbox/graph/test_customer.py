"""A customer writes and taps, and statuses are told, in signed webhooks."""

import asyncio

import httpx2

from sandbox.graph.book import GraphBook
from tests.sandbox.graph.scene import (
    ACCOUNT,
    BEARER,
    CUSTOMER,
    NOW,
    PATH,
    buttons,
    listed,
    product,
    text,
)


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
        answer = await graph.post("/sandbox/statuses", json={**failed, "times": 2})
        assert answer.json()["statuses"] == [200, 200]
        assert there.bodies[0] == there.bodies.pop()
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
