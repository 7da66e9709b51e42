"""From an outbox row to the customer's phone, and what the sender is told."""

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

import pytest
from structlog.testing import capture_logs

from channels.whatsapp.carrier import PAUSE_S, WhatsAppCarrier
from channels.whatsapp.client import GraphClient
from channels.whatsapp.template import template
from engine.clock import FixedClock
from engine.model.tenant import Tenant
from engine.net.http import Http
from engine.store.delivery import Delivery, OutboxRow, Refused, Retry, Sent, Uncertain
from engine.store.records import Json
from sandbox.faults import Fault, Kind
from sandbox.graph.app import graph_app
from sandbox.graph.book import GraphBook
from sandbox.serving import running

NOW = datetime(2026, 6, 1, 12, 30, tzinfo=UTC)
TENANT = Tenant(
    1, "spa_pilot", "Ratiba Spa Pilot", "spa", "en", 1, whatsapp_phone_number_id="105500000000001"
)
REPLY: Mapping[str, Json] = {
    "text": "With whom?",
    "buttons": [{"id": "t|1|7", "label": "Anna"}, {"id": "t|1|*", "label": "Anyone"}],
}


@dataclass
class Kept:
    """The port of the credentials, and how often it was asked."""

    tokens: dict[str, str] = field(default_factory=lambda: {"whatsapp_token": "good"})
    asked: int = 0

    async def of(self, slug: str) -> Mapping[str, str]:
        assert slug == TENANT.slug
        self.asked += 1
        return self.tokens


@pytest.fixture
def book() -> GraphBook:
    return GraphBook(FixedClock(NOW), access_token="good", app_secret=b"secret")


@pytest.fixture
def kept() -> Kept:
    return Kept()


@pytest.fixture
async def carrier(book: GraphBook, kept: Kept) -> AsyncIterator[WhatsAppCarrier]:
    async with running(graph_app(book)) as base_url, Http() as http:
        yield WhatsAppCarrier(GraphClient(http, base_url), kept)


def row(body: Mapping[str, Json] = REPLY, recipient: str = "whatsapp:254712345678") -> OutboxRow:
    return OutboxRow(1, "key", recipient, "reply", body, 1, "thread", NOW)


async def test_a_row_arrives_and_gives_its_id(carrier: WhatsAppCarrier, book: GraphBook) -> None:
    told = await carrier.carry(TENANT, row())
    (recorded,) = book.messages
    assert told == Sent(recorded.id)
    assert recorded.text == "With whom?"
    assert recorded.choices == (("t|1|7", "Anna"), ("t|1|*", "Anyone"))


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        (Fault(where="messages", kind=Kind.CODE, value="131056"), Retry("131056", throttled=True)),
        (Fault(where="messages", kind=Kind.STATUS, value="500"), Retry("status 500")),
        (Fault(where="messages", kind=Kind.GARBAGE), Uncertain("unreadable answer")),
        (
            Fault(where="messages", kind=Kind.CODE, value="131047"),
            Refused("131047", "outside_window"),
        ),
        (Fault(where="messages", kind=Kind.CODE, value="131026"), Refused("131026", "unreachable")),
    ],
)
async def test_the_sender_is_told_what_to_do_next(
    carrier: WhatsAppCarrier, book: GraphBook, fault: Fault, expected: Delivery
) -> None:
    book.faults.add(fault)
    assert await carrier.carry(TENANT, row()) == expected


async def test_a_refused_token_pauses_and_alarms_and_the_next_one_is_used(
    carrier: WhatsAppCarrier, book: GraphBook, kept: Kept
) -> None:
    kept.tokens = {"whatsapp_token": "expired"}
    with capture_logs() as logs:
        assert await carrier.carry(TENANT, row()) == Retry("190", PAUSE_S, held=True)
    assert [(line["event"], line["log_level"]) for line in logs] == [
        ("whatsapp.account_refused", "error")
    ]
    assert "expired" not in repr(logs)
    kept.tokens = {"whatsapp_token": "good"}
    assert isinstance(await carrier.carry(TENANT, row()), Sent)
    assert len(book.messages) == 1


@pytest.mark.parametrize("tokens", [{}, {"whatsapp_token": ""}])
async def test_without_a_token_rows_wait(
    carrier: WhatsAppCarrier, kept: Kept, tokens: dict[str, str]
) -> None:
    kept.tokens = tokens
    assert await carrier.carry(TENANT, row()) == Retry("unset", PAUSE_S, held=True)


async def test_without_a_number_rows_wait(carrier: WhatsAppCarrier) -> None:
    unset = replace(TENANT, whatsapp_phone_number_id=None)
    assert await carrier.carry(unset, row()) == Retry("unset", PAUSE_S, held=True)


async def test_the_token_is_read_once_and_a_new_number_is_seen(
    carrier: WhatsAppCarrier, book: GraphBook, kept: Kept
) -> None:
    for _ in range(3):
        await carrier.carry(TENANT, row())
    assert kept.asked == 1
    await carrier.carry(replace(TENANT, whatsapp_phone_number_id="105500000000002"), row())
    assert [sent.account[-1] for sent in book.messages] == ["1", "1", "1", "2"]


async def test_another_channels_row_is_refused(carrier: WhatsAppCarrier) -> None:
    told = await carrier.carry(TENANT, row(recipient="web:01J"))
    assert told == Refused("channel", "web is not WhatsApp")


@pytest.mark.parametrize("body", [{}, {"text": None, "buttons": {"id": 1}}, {"buttons": [1, {}]}])
async def test_a_row_of_odd_shape_raises_nothing(
    carrier: WhatsAppCarrier, body: Mapping[str, Json]
) -> None:
    assert isinstance(await carrier.carry(TENANT, row(body)), Sent)


def test_nothing_is_told_of_a_stranded_reply(book: GraphBook, kept: Kept) -> None:
    carrier = WhatsAppCarrier(GraphClient(Http(), "http://127.0.0.1:9"), kept)
    assert carrier.stranded(TENANT, row()) == ()


async def test_words_that_come_too_late_for_free_text_go_in_the_template(
    carrier: WhatsAppCarrier, book: GraphBook
) -> None:
    book.faults.add(Fault(where="messages", kind=Kind.CODE, value="131047"))
    body = {**REPLY, "text": "Your haircut\nis today.", "template": {"name": "notice"}}
    told = await carrier.carry(TENANT, row(body))
    (recorded,) = book.messages
    assert told == Sent(recorded.id)
    assert template(body) == {
        "type": "template",
        "template": {
            "name": "notice",
            "language": {"code": "en"},
            "components": [
                {
                    "type": "body",
                    "parameters": [{"type": "text", "text": "Your haircut is today."}],
                }
            ],
        },
    }
