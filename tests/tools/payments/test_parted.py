"""One of two that share a payment is cancelled: what is asked for after it, and given back."""

import asyncio
from collections.abc import Awaitable
from decimal import Decimal
from typing import TypeVar

import pytest

from engine.model.handler import Args, WriteTool
from engine.model.value import Value
from engine.store.delivery import OutboxRow, Retry, Sent
from engine.store.tenancy import transaction
from sandbox.faults import Fault, Kind
from tests.tools.payments.conftest import Till
from tests.tools.payments.test_bundles import due, hold_pair, mine, pending, sent, stand
from tests.tools.scheduling.test_holds import held, wanted
from tools.payments.cancel_booking.handler import HANDLER as CANCEL
from tools.payments.carrier import StkCarrier
from tools.payments.initiate_stk_push.handler import HANDLER as PUSH
from tools.payments.release_booking.handler import HANDLER as RELEASE
from tools.scheduling.confirm_booking.handler import HANDLER as CONFIRM

T = TypeVar("T")


async def price_told(till: Till) -> int:
    """The price that the last event gives the conversation."""
    row = await till.shop.gate.fetch_one(
        "SELECT (body #>> '{gives,price,value}')::int FROM {t}.inbox ORDER BY seq DESC LIMIT 1"
    )
    assert row is not None
    assert row[0] is not None, "the conversation keeps the price it had"
    return int(row[0])


async def booked_unasked(till: Till) -> str:
    """Book both until paid; nobody is asked yet. Gives the payment's id."""
    args = await hold_pair(till.shop)
    assert (await till.shop.write(CONFIRM, {**args, "until_paid": True}))[0] == "done"
    hold = args["hold"]
    assert isinstance(hold, Value)
    return str(hold.value)


async def drop(till: Till, service: str) -> None:
    """Cancel one of the customer's bookings."""
    booking = (await mine(till))[service]
    assert (await till.shop.write(CANCEL, {"appointment": booking}))[0] == "done"


def pushed(till: Till) -> list[int]:
    """What the prompts asked the customer for, in order."""
    return [int(one.push.amount) for one in till.book.prompts.values()]


@pytest.mark.parametrize(("chosen", "rest"), [("cut", 810), ("bath", 1350)])
async def test_after_an_unsent_prompt_was_lowered_the_next_asks_for_the_rest(
    till: Till, chosen: str, rest: int
) -> None:
    payment = await pending(till, 2160)
    await drop(till, chosen)
    prompt = await sent(till)
    await till.call_back(1032, checkout_request_id=prompt)
    assert await price_told(till) == rest
    told = await price_told(till)
    assert await till.prompt(payment, price=told, phone="+254700000001") == ""
    assert await due(till) == (rest, rest)
    await till.send()
    assert pushed(till) == [rest, rest]


@pytest.mark.parametrize(("share", "rest"), [(None, 810), (0.5, 405)])
async def test_what_is_due_is_read_from_the_bookings_not_from_an_old_price(
    till: Till, share: float | None, rest: int
) -> None:
    payment = await pending(till, 2160)
    await drop(till, "cut")
    await till.call_back(1032, checkout_request_id=await sent(till))
    assert await till.prompt(payment, share, price=2160) == ""
    assert await due(till) == (rest, rest)


async def test_no_prompt_asks_for_more_than_the_customer_was_shown(till: Till) -> None:
    payment = await till.book_unpaid()
    assert await till.prompt(payment, price=1000) == ""
    assert await due(till) == (1000, 1000)


async def test_cancelled_before_the_first_prompt_the_rest_is_asked_for_and_sent(
    till: Till,
) -> None:
    payment = await booked_unasked(till)
    await drop(till, "cut")
    assert await till.prompt(payment, price=2160) == ""
    await sent(till)
    assert pushed(till) == [810]


async def put_off(till: Till) -> OutboxRow:
    """Try to send the prompt to an M-Pesa that has no time; gives the row as it is tried again."""
    till.book.faults.add(Fault(where="push", kind=Kind.STATUS, value="429"))
    assert isinstance(await till.send(), Retry)
    await till.shop.gate.execute("UPDATE {t}.outbox SET state = 'new'")
    (again,) = await till.outbox()
    return again


async def while_dropping(till: Till, service: str, act: Awaitable[T]) -> T:
    """Cancel one, and commit only once `act` waits for it."""
    return await meanwhile(till, CANCEL, {"appointment": (await mine(till))[service]}, act)


async def meanwhile(till: Till, tool: WriteTool, args: Args, act: Awaitable[T]) -> T:
    """Write as planned, and commit only once `act` waits for it."""
    shop, turn = till.shop, till.shop.turn()
    answer = tool.plan(turn, args)
    async with transaction(shop.database, shop.tenant) as tx:
        me = await tx.fetch_one("SELECT pg_backend_pid()")
        assert await tool.write(tx, turn, args, answer) == answer.outcome
        doing = asyncio.ensure_future(act)
        while not doing.done() and not await shop.gate.fetch_one(WAITS, me):
            pass  # the question itself lets the others go on
        assert not doing.done(), "it did not wait"
    return await doing


WAITS = "SELECT 1 FROM pg_stat_activity WHERE %s = ANY(pg_blocking_pids(pid))"


async def test_a_prompt_that_was_put_off_is_sent_again_for_the_rest(till: Till) -> None:
    await pending(till, 2160)
    again = await put_off(till)
    await drop(till, "cut")
    assert isinstance(await StkCarrier(till.counter).carry(till.shop.tenant, again), Sent)
    assert pushed(till) == [810]
    assert await due(till) == (810, 810)
    await till.call_back(amount=Decimal(810), checkout_request_id=next(iter(till.book.prompts)))
    assert await till.attention() == []


async def test_a_prompt_that_waits_for_the_cancelling_asks_for_the_rest(till: Till) -> None:
    await pending(till, 2160)
    again = await put_off(till)
    carried = StkCarrier(till.counter).carry(till.shop.tenant, again)
    assert isinstance(await while_dropping(till, "cut", carried), Sent)
    assert pushed(till) == [810]


async def test_money_that_waits_for_the_cancelling_is_more_than_is_due(till: Till) -> None:
    await pending(till, 2160)
    prompt = await sent(till)
    told = till.call_back(amount=Decimal(2160), checkout_request_id=prompt)
    assert await while_dropping(till, "cut", told)
    assert {row[0]: row[1] for row in await stand(till)} == {
        "cut": "cancelled",
        "bath": "confirmed",
    }
    assert await till.attention() == ["paid_too_much"]


async def test_a_no_that_waits_for_the_cancelling_tells_the_price_of_the_rest(till: Till) -> None:
    await pending(till, 2160)
    prompt = await sent(till)
    assert await while_dropping(till, "cut", till.call_back(1032, checkout_request_id=prompt))
    assert await price_told(till) == 810


async def test_late_money_that_waits_for_a_smaller_prompt_is_held_against_it(till: Till) -> None:
    payment = await pending(till, 2160)
    late = await till.token()
    await till.call_back(1037)
    again: Args = {
        "appointment": Value("appointment", payment),
        "price": Value("money", 810),
        "phone": Value("phone", "+254700000001"),
    }
    told = till.call_back(token=late, amount=Decimal(2160))
    assert await meanwhile(till, PUSH, again, told)
    assert await given_back(till) == {"paid_too_much": 1350}


async def given_back(till: Till) -> dict[str, int]:
    """What the team's list says may be given back, KES by reason."""
    rows = await till.shop.gate.fetch_all(
        "SELECT reason, sum(coalesce(details ->> 'back', details ->> 'paid')::int)::int"
        " FROM {t}.attention_items GROUP BY reason"
    )
    return {str(reason): int(sum_) for reason, sum_ in rows if sum_ is not None}


@pytest.mark.parametrize(("first", "then", "rest"), [("cut", "bath", 810), ("bath", "cut", 1350)])
async def test_what_was_too_much_is_given_back_once(
    till: Till, first: str, then: str, rest: int
) -> None:
    await pending(till, 2160)
    prompt = await sent(till)
    await drop(till, first)
    await till.call_back(amount=Decimal(2160), checkout_request_id=prompt)
    assert await given_back(till) == {"paid_too_much": 2160 - rest}
    left = (await mine(till))[then]
    assert (left.facts["price"], left.facts["paid"]) == (rest, rest)
    await drop(till, then)
    assert await given_back(till) == {
        "paid_too_much": 2160 - rest, "cancelled_after_paying": rest,
    }  # fmt: skip
    text = await till.shop.gate.fetch_one(
        "SELECT details ->> 'paid' FROM {t}.attention_items WHERE reason = 'paid_too_much'"
    )
    assert text == ("2160",)


async def test_too_much_for_a_time_that_is_gone_is_given_back_once(till: Till) -> None:
    payment = await pending(till, 2160)
    prompt = await sent(till)
    await drop(till, "cut")
    till.shop.pass_time(minutes=16)
    await till.shop.write(RELEASE, {"appointment": Value("appointment", payment)})
    await held(till.shop, wanted("16:00", "mary"), "thread-2")
    await till.call_back(amount=Decimal(2160), checkout_request_id=prompt)
    assert await given_back(till) == {"paid_without_booking": 2160}
    assert await till.attention() == ["paid_without_booking"]


async def test_each_payment_beyond_the_first_is_on_the_list(till: Till) -> None:
    payment = await till.pending()
    tokens = [await till.token()]
    for number in range(2):
        await till.call_back(1037)
        await till.prompt(payment, phone=f"+25470000000{number}")
        tokens.append(await till.token())
    for number, token in enumerate(tokens):
        assert await till.call_back(token=token, receipt=f"UF15{number:06}")
    assert await till.attention() == ["paid_twice", "paid_twice"]
    assert await given_back(till) == {"paid_twice": 3000}


async def test_too_little_for_a_time_that_is_gone_is_given_back_not_collected(till: Till) -> None:
    payment = await till.pending()
    await till.shop.write(RELEASE, {"appointment": Value("appointment", payment)})
    await held(till.shop, thread="thread-2")
    await till.call_back(amount=Decimal(700))
    assert await till.attention() == ["paid_without_booking"]
    assert await given_back(till) == {"paid_without_booking": 700}


@pytest.mark.parametrize(("free", "chosen"), [("bath", "cut"), ("cut", "bath")])
async def test_what_is_left_and_costs_nothing_is_booked_and_nobody_is_asked(
    till: Till, free: str, chosen: str
) -> None:
    payment = await booked_unasked(till)
    await till.shop.gate.execute(
        "UPDATE {t}.appointments SET price_kes = 0 WHERE service_id = %s", [free]
    )
    assert await till.prompt(payment, price=2160) == ""
    await drop(till, chosen)
    assert {row[0]: row[1:3] for row in await stand(till)} == {
        free: ("confirmed", True), chosen: ("cancelled", False),
    }  # fmt: skip
    await till.send()
    assert pushed(till) == []
    await till.shop.write(RELEASE, {"appointment": Value("appointment", payment)})
    assert (await mine(till))[free].facts["pending"] is False


async def test_beside_what_is_free_late_money_books_what_it_was_for(till: Till) -> None:
    payment = await booked_unasked(till)
    await till.shop.gate.execute(
        "UPDATE {t}.appointments SET price_kes = 0 WHERE service_id = 'cut'"
    )
    await till.prompt(payment, price=810)
    prompt = await sent(till)
    await drop(till, "bath")
    await till.call_back(amount=Decimal(810), checkout_request_id=prompt)
    assert {row[0]: row[1] for row in await stand(till)} == {
        "cut": "confirmed",
        "bath": "confirmed",
    }
    assert {name: one.facts["paid"] for name, one in (await mine(till)).items()} == {
        "cut": 0, "bath": 810,
    }  # fmt: skip
    assert await till.attention() == []
