"""Prompts and questions on their way to a Daraja that misbehaves."""

import asyncio
from dataclasses import replace

import psycopg
import pytest

from engine.model.value import Value
from engine.store.database import Database
from engine.store.delivery import Refused, Retry, Sent, Uncertain
from engine.store.tenants import Credentials
from sandbox.faults import Fault, Kind
from tests.tools.conftest import KEYRING
from tests.tools.payments.conftest import PHONE, Till
from tools.payments.carrier import StkCarrier, StkQueryCarrier
from tools.payments.query_stk_push.handler import HANDLER as QUERY
from tools.payments.service import give_up


async def sent_prompt(till: Till) -> str:
    """A prompt on the phone; gives Daraja's id of it."""
    await till.pending()
    delivery = await till.send()
    assert isinstance(delivery, Sent)
    return str(delivery.provider_message_id)


async def ask(till: Till) -> None:
    row = await till.shop.gate.fetch_one("SELECT id FROM {t}.payments")
    assert row is not None
    await till.shop.gate.execute("UPDATE {t}.outbox SET state = 'sent'")
    await till.shop.write(QUERY, {"payment": Value("payment", row[0])})


async def test_a_prompt_reaches_the_phone_and_its_ids_are_kept(till: Till) -> None:
    checkout = await sent_prompt(till)
    prompt = till.book.prompts[checkout]
    assert (prompt.push.phone, prompt.push.amount) == (PHONE[1:], 1500)
    assert (
        prompt.push.callback_url
        == f"http://127.0.0.1:9/webhooks/daraja/callback/{await till.token()}"
    )
    assert await till.states() == ("pending", True, "initiated", ["initiated"])
    rows = await till.shop.gate.fetch_all(
        "SELECT p.checkout_request_id, a.checkout_request_id, r.checkout_request_id"
        " FROM {t}.payments p, {t}.payment_attempts a, public.payment_routing r"
        " WHERE r.token = a.token"
    )
    assert [tuple(row) for row in rows] == [(checkout, checkout, checkout)]


async def test_a_prompt_that_was_handed_over_is_never_handed_over_again(till: Till) -> None:
    await till.pending()
    (row,) = await till.outbox()
    carrier = StkCarrier(till.counter)
    assert isinstance(await carrier.carry(till.shop.tenant, row), Sent)
    assert isinstance(await carrier.carry(till.shop.tenant, row), Refused)
    assert len(till.book.prompts) == 1


async def test_an_outage_before_the_prompt_puts_it_off(till: Till) -> None:
    await till.pending()
    (row,) = await till.outbox()
    async with Database("postgresql://nobody@127.0.0.1:1/none", wait_s=0.05) as nowhere:
        cut_off = StkCarrier(replace(till.counter, database=nowhere))
        assert isinstance(await cut_off.carry(till.shop.tenant, row), Retry)
    assert till.book.prompts == {}
    assert isinstance(await StkCarrier(till.counter).carry(till.shop.tenant, row), Sent)


async def test_the_ids_of_a_prompt_are_kept_though_sessions_are_cut_meanwhile(
    till: Till, database_url: str
) -> None:
    await till.pending()
    till.book.faults.add(Fault(where="push", kind=Kind.DELAY, seconds=0.3, acted=True))
    sending = asyncio.create_task(till.send())
    await till.book.wait_open(PHONE)
    with psycopg.connect(database_url, autocommit=True) as other:
        other.execute(
            "SELECT pg_terminate_backend(pid, 1000) FROM pg_stat_activity"
            " WHERE application_name = 'ratiba' AND datname = current_database()"
        )
    sent = await sending
    assert isinstance(sent, Sent)
    rows = await till.shop.gate.fetch_all("SELECT checkout_request_id FROM {t}.payment_attempts")
    assert [tuple(row) for row in rows] == [(sent.provider_message_id,)]


async def test_a_booking_that_was_let_go_is_not_asked_to_pay(till: Till) -> None:
    appointment = await till.pending()
    await give_up(till.shop.gate, appointment, till.shop.clock.now())
    assert isinstance(await till.send(), Refused)
    assert till.book.prompts == {}


@pytest.mark.parametrize(
    ("fault", "states", "events"),
    [
        (Fault(where="push", kind=Kind.CODE, value="500.002.1001"),
         ("cancelled", False, "cancelled", ["cancelled"]), ["cancelled"]),
        (Fault(where="push", kind=Kind.CODE, value="500.001.1001"),
         ("cancelled", False, "failed", ["failed"]), ["refused"]),
        (Fault(where="oauth", kind=Kind.CODE, value="400.008.01"),
         ("cancelled", False, "failed", ["failed"]), ["refused"]),
    ],
)  # fmt: skip
async def test_a_refusal_is_told_to_the_conversation(
    till: Till, fault: Fault, states: tuple[object, ...], events: list[str]
) -> None:
    await till.pending()
    till.book.faults.add(fault)
    assert isinstance(await till.send(), Refused)
    assert await till.states() == states
    assert await till.events() == events
    assert till.rung == [till.shop.tenant.slug]


@pytest.mark.parametrize(
    "fault",
    [
        Fault(where="push", kind=Kind.GARBAGE, acted=True),
        Fault(where="push", kind=Kind.STATUS, value="500", acted=True),
        Fault(where="push", kind=Kind.STATUS, value="503"),
    ],
)
async def test_when_nobody_knows_it_is_unknown_and_the_callback_still_counts(
    till: Till, fault: Fault
) -> None:
    await till.pending()
    till.book.faults.add(fault)
    assert isinstance(await till.send(), Uncertain)
    assert await till.states() == ("pending", True, "unknown", ["unknown"])
    assert await till.call_back()
    assert await till.states() == ("confirmed", True, "settled", ["settled"])


async def test_what_surely_was_not_sent_is_sent_again(till: Till) -> None:
    await till.pending()
    till.book.faults.add(Fault(where="push", kind=Kind.STATUS, value="429"))
    (row,) = await till.outbox()
    carrier = StkCarrier(till.counter)
    first = await carrier.carry(till.shop.tenant, row)
    assert isinstance(first, Retry)
    assert first.throttled
    await till.shop.gate.execute("UPDATE {t}.outbox SET state = 'new'")
    (again,) = await till.outbox()
    assert again.attempts == 2
    assert isinstance(await carrier.carry(till.shop.tenant, again), Sent)
    assert len(till.book.prompts) == 1


@pytest.mark.parametrize(
    "fault",
    [
        Fault(where="push", kind=Kind.STATUS, value="429", times=9),
        Fault(where="oauth", kind=Kind.STATUS, value="503", times=9),
    ],
)
async def test_after_the_last_try_the_time_is_freed_and_the_conversation_told(
    till: Till, fault: Fault
) -> None:
    await till.pending()
    till.book.faults.add(fault)
    carrier = StkCarrier(till.counter)
    for _ in range(8):
        (row,) = await till.outbox()
        assert isinstance(await carrier.carry(till.shop.tenant, row), Retry)
        await till.shop.gate.execute("UPDATE {t}.outbox SET state = 'new'")
    (row,) = await till.outbox()
    assert isinstance(await carrier.carry(till.shop.tenant, row), Refused)
    assert await till.states() == ("cancelled", False, "failed", ["failed"])
    assert await till.events() == ["refused"]
    told = await till.shop.gate.fetch_one(
        "SELECT body -> 'gives' -> 'payment' -> 'facts' ->> 'reason' FROM {t}.inbox"
    )
    assert told == ("not_sent",)


async def test_without_credentials_the_conversation_is_told(till: Till) -> None:
    await till.pending()
    await Credentials(till.shop.database, KEYRING).put(till.shop.tenant.slug, {})
    assert await till.send() == Refused("no_credentials", "not set")
    assert await till.events() == ["refused"]


async def test_a_question_settles_what_the_callback_never_told(till: Till) -> None:
    checkout = await sent_prompt(till)
    till.book.prompts[checkout].code = 0
    await ask(till)
    assert isinstance(await till.send(StkQueryCarrier), Sent)
    assert await till.states() == ("confirmed", True, "settled", ["settled"])
    assert await till.events() == ["settled"]
    assert await till.call_back(checkout_request_id=checkout)
    row = await till.shop.gate.fetch_one("SELECT mpesa_receipt FROM {t}.payments")
    assert row == ("UF15ABCDEF",)
    assert await till.events() == ["settled"]


@pytest.mark.parametrize("code", [1032, 1037, 1, None])
async def test_a_question_never_lowers_a_payment(till: Till, code: int | None) -> None:
    checkout = await sent_prompt(till)
    till.book.prompts[checkout].query_says = code
    await ask(till)
    assert isinstance(await till.send(StkQueryCarrier), Sent)
    assert await till.states() == ("pending", True, "initiated", ["initiated"])
    assert await till.events() == []


async def test_a_question_about_a_decided_or_unnamed_prompt_is_not_asked(till: Till) -> None:
    await till.pending()
    await ask(till)
    assert await till.send(StkQueryCarrier) == Sent()
