"""Bookings cancelled on real rows: once, the time free at once, money never forgotten."""

import asyncio

import pytest

from engine.model.value import Value
from tests.tools.conftest import Business
from tests.tools.payments.conftest import Till
from tests.tools.scheduling.test_holds import held, rows, wanted
from tools.payments.cancel_booking.handler import HANDLER as CANCEL
from tools.scheduling.confirm_booking.handler import HANDLER as CONFIRM
from tools.scheduling.list_my_bookings.handler import HANDLER as MINE

ITEMS = "SELECT ref, reason, details ->> 'paid' FROM {t}.attention_items ORDER BY opened_at"
STATUSES = "SELECT status FROM {t}.appointments ORDER BY starts_at"


async def the_booking(shop: Business, phone: str = "+254712345678") -> Value:
    return (await MINE.answer(shop.turn(phone=phone), {})).options[0]


async def test_a_booking_is_cancelled_once_and_its_time_is_free(till: Till) -> None:
    shop = till.shop
    assert (await shop.write(CONFIRM, await held(shop)))[0] == "done"
    booking = await the_booking(shop)
    args = {"appointment": booking, "reason": Value("text", "I am ill")}
    outcomes = await asyncio.gather(shop.write(CANCEL, args), shop.write(CANCEL, args))
    assert sorted(outcome for outcome, _ in outcomes) == ["done", "gone"]
    assert await rows(shop) == [("cancelled", "anna", False)]
    row = await shop.gate.fetch_one("SELECT cancel_reason FROM {t}.appointments")
    assert row == ("I am ill",)
    assert await shop.gate.fetch_all(ITEMS) == []
    await held(shop, wanted(), "somebody-else")


async def test_what_has_begun_or_is_somebody_elses_is_not_cancelled(till: Till) -> None:
    shop = till.shop
    await shop.write(CONFIRM, await held(shop))
    booking = await the_booking(shop)
    stranger = shop.turn("other", "+254799999999")
    assert (await shop.write(CANCEL, {"appointment": booking}, stranger))[0] == "gone"
    shop.pass_time(days=1, hours=7)
    assert (await shop.write(CANCEL, {"appointment": booking}))[0] == "gone"
    assert await shop.gate.fetch_all(STATUSES) == [("confirmed",)]


async def test_paid_money_is_put_before_the_team(till: Till) -> None:
    shop = till.shop
    appointment = await till.pending()
    await till.call_back()
    booking = await the_booking(shop)
    assert booking.facts["paid"] == 1500
    assert (await shop.write(CANCEL, {"appointment": booking}))[0] == "done"
    assert await shop.gate.fetch_all(ITEMS) == [(appointment, "cancelled_after_paying", "1500")]
    assert await shop.gate.fetch_all(STATUSES) == [("cancelled",)]


async def test_money_that_the_customer_was_not_shown_stops_it(till: Till) -> None:
    shop = till.shop
    await till.pending()
    booking = await the_booking(shop)
    assert (booking.facts["pending"], booking.facts["paid"]) == (True, 0)
    await till.call_back()
    assert (await shop.write(CANCEL, {"appointment": booking}))[0] == "paid"
    assert await shop.gate.fetch_all(STATUSES) == [("confirmed",)]
    again = await the_booking(shop)
    assert (await shop.write(CANCEL, {"appointment": again}))[0] == "done"


async def test_an_unpaid_booking_goes_with_its_prompt(till: Till) -> None:
    shop = till.shop
    await till.pending()
    booking = await the_booking(shop)
    assert (await shop.write(CANCEL, {"appointment": booking}))[0] == "done"
    assert await shop.gate.fetch_all(STATUSES) == [("cancelled",)]
    states = await shop.gate.fetch_all("SELECT state FROM {t}.payments")
    assert states[0][0] in {"cancelled", "unknown"}


async def test_a_cancel_and_a_callback_at_once_never_lose_the_money(till: Till) -> None:
    shop = till.shop
    for clock in ("09:00", "10:30", "12:00", "13:30", "15:00", "16:30"):
        appointment = await till.book_unpaid(clock)
        await till.prompt(appointment, phone=f"+2547{clock.replace(':', '')}00000")
        token = await till.token(appointment)
        bookings = (await MINE.answer(shop.turn(), {})).options
        booking = next(one for one in bookings if one.value == appointment)
        (outcome, _), _ = await asyncio.gather(
            shop.write(CANCEL, {"appointment": booking}),
            till.call_back(
                token=token, receipt=f"UF{clock.replace(':', '')}ABCD", checkout_request_id=clock
            ),
        )
        row = await shop.gate.fetch_one(
            "SELECT a.status, p.state FROM {t}.appointments a JOIN {t}.payments p"
            " ON p.id = a.payment_id WHERE a.id = %s",
            [appointment],
        )
        assert row == ("confirmed", "settled"), outcome


async def test_two_that_are_paid_together_go_together_or_one_by_one(till: Till) -> None:
    shop = till.shop
    for clock in ("10:00", "12:00"):
        await shop.write(CONFIRM, await held(shop, wanted(clock), f"thread-{clock}"))
    await shop.gate.execute("UPDATE {t}.appointments SET payment_id = 'together'")
    first, second = (await MINE.answer(shop.turn(), {})).options
    assert (first.facts["together"], second.facts["together"]) == (1, 1)
    assert (await shop.write(CANCEL, {"appointment": first}))[0] == "done"
    assert await shop.gate.fetch_all(STATUSES) == [("cancelled",), ("confirmed",)]
    assert (await the_booking(shop)).facts["together"] == 0
    await shop.gate.execute("UPDATE {t}.appointments SET status = 'confirmed'")
    both = {"appointment": first, "beside": second}
    assert (await shop.write(CANCEL, both))[0] == "done"
    assert await shop.gate.fetch_all(STATUSES) == [("cancelled",), ("cancelled",)]


@pytest.mark.parametrize("notice", [{"notice": 3600.0}, {"notice": 60.0, "own_notice": 1}])
async def test_the_notice_is_looked_at_again_with_the_commit(
    till: Till, notice: dict[str, float]
) -> None:
    shop = till.shop
    await shop.write(CONFIRM, await held(shop))
    booking = await the_booking(shop)
    shop.pass_time(days=1, hours=5, minutes=1)  # it begins in 59 minutes
    assert (await shop.write(CANCEL, {"appointment": booking, **notice}))[0] == "too_late"
    assert await shop.gate.fetch_all(STATUSES) == [("confirmed",)]
    assert (await shop.write(CANCEL, {"appointment": booking, "notice": 3540.0}))[0] == "done"
