"""One of two that share a payment is cancelled: what is asked for after it, and given back."""

import pytest

from engine.model.value import Value
from tests.tools.payments.conftest import Till
from tests.tools.payments.test_bundles import due, hold_pair, mine, pending, sent
from tools.payments.cancel_booking.handler import HANDLER as CANCEL
from tools.scheduling.confirm_booking.handler import HANDLER as CONFIRM


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
