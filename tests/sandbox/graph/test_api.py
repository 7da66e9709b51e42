"""The endpoint keeps to the wire protocol, and misbehaves as ordered."""

import asyncio

import httpx2
import pytest

from sandbox.graph.book import GraphBook
from tests.sandbox.graph.scene import BEARER, CUSTOMER, PATH, buttons, listed, text


async def order(graph: httpx2.AsyncClient, **fault: object) -> None:
    answer = await graph.post("/sandbox/faults", json={"where": "messages", **fault})
    assert answer.status_code == 200


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
