"""The client against the sandbox, which checks and errs as Meta does."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from channels.whatsapp.client import Account, GraphClient
from channels.whatsapp.shape import shape
from channels.whatsapp.verdict import (
    Permanent,
    Refusal,
    Sent,
    Throttled,
    Transient,
    Unknown,
    Verdict,
)
from engine.clock import FixedClock
from engine.model.message import Button, Outbound
from engine.net.http import Http
from sandbox.faults import Fault, Kind
from sandbox.graph.app import graph_app
from sandbox.graph.book import GraphBook
from sandbox.serving import running

ACCOUNT = Account("105500000000001", "token-of-a-test")
CUSTOMER = "+254712345678"
HI = shape(Outbound("Karibu"))


@pytest.fixture
def book() -> GraphBook:
    clock = FixedClock(datetime(2026, 6, 1, 12, 30, tzinfo=UTC))
    return GraphBook(clock, access_token=ACCOUNT.access_token, app_secret=b"secret")


@pytest.fixture
async def graph(book: GraphBook) -> AsyncIterator[GraphClient]:
    async with running(graph_app(book)) as base_url, Http() as http:
        yield GraphClient(http, base_url)


async def test_a_reply_arrives_with_its_buttons(graph: GraphClient, book: GraphBook) -> None:
    reply = Outbound("Confirm?", (Button("t|1|yes", "Yes"), Button("t|1|no", "No")))
    verdict = await graph.send(ACCOUNT, CUSTOMER, shape(reply))
    (recorded,) = book.messages
    assert verdict == Sent(recorded.id)
    assert (recorded.account, recorded.to) == (ACCOUNT.phone_number_id, "254712345678")
    assert (recorded.text, recorded.choices) == ("Confirm?", (("t|1|yes", "Yes"), ("t|1|no", "No")))


@pytest.mark.parametrize(
    ("recipient", "to"),
    [
        ("254712345678", "254712345678"),
        ("whatsapp:254712345678", "254712345678"),
        ("KE.134912086", "KE.134912086"),
        ("whatsapp:KE.134912086", "KE.134912086"),
    ],
)
async def test_a_customer_is_reached_by_phone_or_user_id(
    graph: GraphClient, book: GraphBook, recipient: str, to: str
) -> None:
    assert isinstance(await graph.send(ACCOUNT, recipient, HI), Sent)
    assert book.messages[0].to == to


@pytest.mark.parametrize("recipient", ["", "web:abc", "0712345678", "254712345678/../x"])
async def test_who_has_no_whatsapp_address_gets_nothing(
    graph: GraphClient, book: GraphBook, recipient: str
) -> None:
    assert await graph.send(ACCOUNT, recipient, HI) == Permanent(100, Refusal.INVALID)
    assert not book.messages


async def test_a_wrong_token_is_told_apart(graph: GraphClient) -> None:
    other = Account(ACCOUNT.phone_number_id, "another token")
    assert await graph.send(other, CUSTOMER, HI) == Permanent(190, Refusal.TOKEN)
    assert "another token" not in repr(other)


async def test_our_own_mistake_is_refused(graph: GraphClient) -> None:
    broken = {"type": "text", "text": {"body": ""}}
    assert await graph.send(ACCOUNT, CUSTOMER, broken) == Permanent(131009, Refusal.INVALID)


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        (Fault(where="messages", kind=Kind.STATUS, value="429"), Throttled(429)),
        (
            Fault(where="messages", kind=Kind.CODE, value="131056", header={"retry-after": "3"}),
            Throttled(131056, 3),
        ),
        (Fault(where="messages", kind=Kind.STATUS, value="503"), Transient("status 503")),
        (Fault(where="messages", kind=Kind.GARBAGE), Unknown("unreadable answer")),
        (
            Fault(where="messages", kind=Kind.CODE, value="131047"),
            Permanent(131047, Refusal.OUTSIDE_WINDOW),
        ),
    ],
)
async def test_trouble_is_told_apart_and_passes(
    graph: GraphClient, book: GraphBook, fault: Fault, expected: Verdict
) -> None:
    book.faults.add(fault)
    assert await graph.send(ACCOUNT, CUSTOMER, HI) == expected
    assert not book.messages
    assert isinstance(await graph.send(ACCOUNT, CUSTOMER, HI), Sent)


async def test_a_server_that_is_not_there_is_transient() -> None:
    async with Http() as http:
        graph = GraphClient(http, "http://127.0.0.1:9")
        assert await graph.send(ACCOUNT, CUSTOMER, HI) == Transient("ConnectError")
