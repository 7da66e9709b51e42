"""How many prompts a phone and a customer are sent."""

import pytest

from engine.errors import ConfigError
from tests.tools.payments.conftest import Till
from tools.payments.cancel_booking.handler import HANDLER as CANCEL
from tools.payments.initiate_stk_push.handler import A_DAY, AN_HOUR
from tools.scheduling.list_my_bookings.handler import HANDLER as MINE


async def test_a_phone_is_prompted_five_times_an_hour_whoever_asks(till: Till) -> None:
    appointment = await till.book_unpaid()
    for _ in range(AN_HOUR):
        assert await till.prompt(appointment) == ""
        await till.call_back(1032)
    for who in (None, "web:someone-else"):
        assert await till.prompt(appointment, customer=who) == "refused"
    assert await till.states() == ("cancelled", False, "cancelled", ["cancelled"] * AN_HOUR)
    till.shop.pass_time(hours=1, seconds=1)
    assert await till.prompt(appointment) == ""
    assert await till.prompt(appointment) == "", "one is out: none is refused"


async def test_prompts_that_were_paid_do_not_count(till: Till) -> None:
    for round_ in range(AN_HOUR + 1):
        appointment = await till.book_unpaid(f"{9 + round_:02}:00")
        assert await till.prompt(appointment) == ""
        token = await till.token(appointment)
        assert await till.call_back(
            token=token, receipt=f"UF15{round_:06}", checkout_request_id=f"ws_CO_{round_}"
        )


async def test_a_customer_is_prompted_ten_times_a_day_on_whatever_phones(till: Till) -> None:
    appointment = await till.book_unpaid()
    for number in range(A_DAY):
        assert await till.prompt(appointment, phone=f"+2547000000{number:02}") == ""
        await till.call_back(1032)
        till.shop.pass_time(minutes=5)
    assert await till.prompt(appointment, phone="+254700000099") == "refused"
    assert len(await till.attempts()) == A_DAY
    till.shop.pass_time(hours=24)
    assert await till.prompt(appointment, phone="+254700000099") == ""


async def test_what_was_paid_and_cancelled_is_not_taken_again_by_an_old_prompt(till: Till) -> None:
    appointment = await till.pending()
    late = await till.token()
    await till.call_back(1037)
    assert await till.prompt(appointment) == ""
    assert await till.call_back(token=late)
    (booking,) = (await MINE.answer(till.shop.turn(), {})).options
    assert (await till.shop.write(CANCEL, {"appointment": booking}))[0] == "done"
    assert await till.prompt(appointment) == "refused"
    assert await till.states() == ("cancelled", False, "settled", ["settled", "created"])
    assert await till.attention() == ["cancelled_after_paying"]


async def test_more_than_was_agreed_to_is_never_asked_for(till: Till) -> None:
    appointment = await till.book_unpaid()
    with pytest.raises(ConfigError, match="100% or less"):
        await till.prompt(appointment, share=1.5)
    assert await till.attempts() == []
