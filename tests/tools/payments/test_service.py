"""A payment from the prompt to its end, told in any order, twice, late, or not at all."""

import asyncio
import random
from typing import Any

import pytest

from engine.errors import ConfigError
from engine.model.value import Value
from engine.store.database import retrying
from engine.store.tenancy import transaction
from tests.tools.payments.conftest import Till
from tests.tools.scheduling.test_holds import held, wanted
from tools.payments.news import Word
from tools.payments.release_booking.handler import HANDLER as RELEASE
from tools.payments.service import cancel, fail, settle


async def test_a_prompt_is_stored_with_its_token_before_it_is_sent(till: Till) -> None:
    appointment = await till.book_unpaid()
    till.shop.statements = 0
    assert await till.prompt(appointment) == ""
    assert till.shop.statements == 3
    assert await till.states() == ("pending", True, "created", ["created"])
    token = await till.token()
    assert len(token) >= 43
    row = await till.shop.gate.fetch_one(
        "SELECT tenant, attempt_id = (SELECT id FROM {t}.payment_attempts) "
        "FROM public.payment_routing WHERE token = %s",
        [token],
    )
    assert row == (till.shop.tenant.slug, True)
    (posted,) = await till.outbox()
    assert (posted.kind, posted.recipient) == ("stk", "mpesa:+254712345678")
    assert token not in str(posted.body)


async def test_paid_is_confirmed_and_the_conversation_hears_of_it_once(till: Till) -> None:
    appointment = await till.pending()
    assert await till.call_back()
    assert await till.states() == ("confirmed", True, "settled", ["settled"])
    row = await till.shop.gate.fetch_one(
        "SELECT p.amount_kes, p.mpesa_receipt, p.paid_kes, i.customer_id, i.thread_id, i.body"
        " FROM {t}.payments p, {t}.inbox i"
    )
    assert row is not None
    assert row[:5] == (1500, "UF15ABCDEF", 1500, "+254712345678", "thread-1")
    gives = row[5]["gives"]
    assert gives["receipt"]["value"] == "UF15ABCDEF"
    assert gives["payment"]["value"] == appointment
    assert gives["payment"]["facts"] == {
        "amount": 1500, "prompts": 1, "receipt": "UF15ABCDEF", "booked": True,
    }  # fmt: skip
    assert gives["service"]["value"] == "cut"
    assert gives["service"]["names"] == {"en": "Cut", "sw": "Kata"}
    assert (gives["time"]["type"], gives["time"]["value"]) == ("opening", "2026-06-02T15:00")
    assert till.rung == [till.shop.tenant.slug]


async def test_fifty_callbacks_at_once_count_once(till: Till) -> None:
    await till.pending()
    token = await till.token()
    assert all(await asyncio.gather(*(till.call_back(token=token) for _ in range(50))))
    assert await till.states() == ("confirmed", True, "settled", ["settled"])
    assert await till.events() == ["settled"]
    assert await till.attention() == []


@pytest.mark.parametrize(
    ("code", "state", "event"), [(1032, "cancelled", "cancelled"), (1, "failed", "refused"),
        (17, "failed", "refused"), (26, "failed", "refused"), (1001, "failed", "refused"),
        (1019, "failed", "refused"), (1025, "failed", "refused"), (1037, "failed", "refused"),
        (2001, "failed", "refused"), (9999, "failed", "refused"), (77, "failed", "refused")],
)  # fmt: skip
async def test_an_unpaid_prompt_frees_the_time_at_once(
    till: Till, code: int, state: str, event: str
) -> None:
    await till.pending()
    assert await till.call_back(code)
    assert await till.call_back(code)
    assert await till.states() == ("cancelled", False, state, [state])
    assert await till.events() == [event]


async def test_still_processing_changes_nothing(till: Till) -> None:
    await till.pending()
    assert await till.call_back(4999)
    assert await till.states() == ("pending", True, "created", ["created"])
    assert await till.events() == []


async def test_a_second_try_takes_the_time_again_and_counts_its_prompts(till: Till) -> None:
    appointment = await till.pending()
    await till.call_back(1032)
    assert await till.prompt(appointment) == ""
    assert await till.states() == ("pending", True, "created", ["cancelled", "created"])
    await till.call_back(1)
    row = await till.shop.gate.fetch_one(
        "SELECT body -> 'gives' -> 'payment' -> 'facts' FROM {t}.inbox ORDER BY seq DESC LIMIT 1"
    )
    assert row == ({"amount": 1500, "prompts": 2, "reason": "insufficient_funds"},)


async def test_a_second_try_is_lost_if_somebody_took_the_time(till: Till) -> None:
    appointment = await till.pending()
    await till.call_back(1032)
    await held(till.shop, wanted(), "thread-2")
    assert await till.prompt(appointment) == "lost"
    assert (await till.states())[3] == ["cancelled"]


async def test_while_a_prompt_is_open_there_is_no_second_one(till: Till) -> None:
    appointment = await till.pending()
    assert await till.prompt(appointment) == ""
    assert (await till.states())[3] == ["created"]
    assert len(await till.outbox()) == 1


async def test_money_that_came_meanwhile_needs_no_second_prompt(till: Till) -> None:
    appointment = await till.pending()
    await till.call_back()
    assert await till.prompt(appointment) == "settled"
    assert (await till.states())[3] == ["settled"]


async def test_a_late_payment_takes_the_time_again(till: Till) -> None:
    appointment = await till.pending()
    await till.send()
    till.shop.pass_time(minutes=15)
    await till.shop.write(RELEASE, {"appointment": Value("appointment", appointment)})
    assert await till.states() == ("expired", False, "unknown", ["unknown"])
    assert await till.call_back(checkout_request_id=next(iter(till.book.prompts)))
    assert await till.states() == ("confirmed", True, "settled", ["settled"])
    assert await till.attention() == []


async def test_a_payment_after_the_end_is_booked_and_somebody_tells_the_customer(
    till: Till,
) -> None:
    appointment = await till.pending()
    now = till.shop.clock.now()
    await till.shop.gate.execute(
        "INSERT INTO {t}.conversation_threads (thread_id, customer_id, updated_at, ended_at)"
        " VALUES ('thread-1', '+254712345678', %s, %s)",
        [now, now],
    )
    await till.shop.write(RELEASE, {"appointment": Value("appointment", appointment)})
    await till.call_back()
    assert (await till.states())[:3] == ("confirmed", True, "settled")
    assert await till.attention() == ["paid_after_end"]
    assert await till.events() == ["settled"]
    assert set(await gives(till)) == {"payment", "receipt", "service", "time"}


async def test_a_late_payment_for_a_time_that_is_gone_asks_for_a_person(till: Till) -> None:
    appointment = await till.pending()
    await till.shop.write(RELEASE, {"appointment": Value("appointment", appointment)})
    assert await till.states() == ("cancelled", False, "cancelled", ["cancelled"])
    await held(till.shop, thread="thread-2")
    await till.call_back()
    assert (await till.states())[2:] == ("settled", ["settled"])
    assert await till.attention() == ["paid_without_booking"]
    assert await till.events() == ["settled"]
    told = await gives(till)
    assert set(told) == {"payment", "receipt"}
    assert told["payment"]["facts"]["booked"] is False
    rows = await till.shop.gate.fetch_all(
        "SELECT appointment_id, live FROM {t}.appointment_resources WHERE live"
    )
    assert [row[0] != appointment for row in rows] == [True]


async def test_paid_after_declined_stands(till: Till) -> None:
    await till.pending()
    await till.call_back(1032)
    await till.call_back(0)
    await till.call_back(1032)
    assert await till.states() == ("confirmed", True, "settled", ["settled"])
    assert await till.events() == ["cancelled", "settled"]


async def test_two_prompts_paid_for_one_booking_ask_for_a_person(till: Till) -> None:
    appointment = await till.pending()
    first = await till.token()
    await till.call_back(1037)
    await till.prompt(appointment)
    await till.call_back(receipt="UF15SECOND")
    await till.call_back(token=first, receipt="UF15AFIRST")
    assert await till.states() == ("confirmed", True, "settled", ["settled", "settled"])
    assert await till.attention() == ["paid_twice"]
    row = await till.shop.gate.fetch_one("SELECT mpesa_receipt FROM {t}.payments")
    assert row == ("UF15SECOND",)


async def test_too_little_money_books_and_the_team_collects_the_rest(till: Till) -> None:
    await admin_phone(till)
    await till.pending()
    await till.call_back(amount=1)
    assert await till.states() == ("confirmed", True, "settled", ["settled"])
    assert await till.attention() == ["paid_too_little"]
    assert await till.events() == ["settled"]
    assert (await gives(till))["payment"]["facts"]["amount"] == 1
    row = await till.shop.gate.fetch_one(
        "SELECT recipient, body ->> 'text' FROM {t}.outbox WHERE kind = 'notify'"
    )
    assert row == (
        "whatsapp:254700000001",
        "+254712345678 paid less than was asked; it is booked, the rest is to be collected."
        " KES 1, receipt UF15ABCDEF.",
    )


@pytest.mark.parametrize(("share", "amount"), [(1, 1500), (0.5, 750), (0.333, 500), (0.0007, 1)])
async def test_a_share_is_rounded_to_whole_shillings(till: Till, share: float, amount: int) -> None:
    await till.prompt(await till.book_unpaid(), share)
    assert await till.shop.gate.fetch_one("SELECT amount_kes FROM {t}.payments") == (amount,)


async def test_a_prompt_for_nothing_is_refused(till: Till) -> None:
    appointment = await till.book_unpaid()
    with pytest.raises(ConfigError, match="KES 0"):
        await till.prompt(appointment, 0)


async def test_in_whatever_order_it_is_told_settled_wins_and_each_is_heard_once(
    till: Till,
) -> None:
    chance = random.Random(3)  # noqa: S311 - repeatable
    shop = till.shop
    calls = {"settle": settle, "cancel": cancel, "fail": fail}
    for round_ in range(12):
        await till.pending()
        attempt = (await till.outbox())[0].body["attempt"]
        told = chance.choices(list(calls), k=chance.randint(1, 5))

        async def tell(name: str, attempt: str = str(attempt), round_: int = round_) -> None:
            word = Word(receipt=f"UF15{round_:06}" if name == "settle" else None)

            async def work() -> None:
                async with transaction(shop.database, shop.tenant) as tx:
                    await calls[name](tx, attempt, word, shop.clock.now())

            await retrying(work)

        await asyncio.gather(*(tell(name) for name in told))
        status, _, state, _ = await till.states()
        if "settle" in told:
            assert (status, state) == ("confirmed", "settled")
        else:
            assert (status, state) in {("cancelled", "cancelled"), ("cancelled", "failed")}
        events = await till.events()
        assert len(events) == len(set(events)) <= 2
        for table in ("payment_attempts", "payments", "appointments", "inbox", "outbox"):
            await shop.gate.execute("DELETE FROM {t}." + table)


async def admin_phone(till: Till) -> None:
    await till.shop.gate.execute(
        "INSERT INTO {t}.business_settings VALUES ('admin_whatsapp', '\"+254 700-000001\"')"
    )


async def gives(till: Till) -> dict[str, Any]:
    """What the last event told."""
    row = await till.shop.gate.fetch_one(
        "SELECT body -> 'gives' FROM {t}.inbox ORDER BY seq DESC LIMIT 1"
    )
    assert row is not None
    return dict(row[0])
