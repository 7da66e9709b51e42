"""What is booked is cancelled or moved in whole turns: rows, replies and races."""

import asyncio
from datetime import timedelta

import pytest

from engine.model.message import TextReceived
from tests.turns.spa import Customer, Spa, settle_latest

HAIRCUT = "book a haircut tomorrow at 3pm"
ROWS = """
SELECT service_id, to_char(starts_at AT TIME ZONE 'Africa/Nairobi', 'Dy HH24:MI'), status
  FROM {t}.appointments WHERE status <> 'expired' ORDER BY starts_at
"""
CLAIMS = """
SELECT count(*) FROM {t}.appointment_resources r JOIN {t}.appointments a
    ON a.id = r.appointment_id WHERE r.live AND a.status <> 'held'
"""


@pytest.fixture
async def unpaid(spa: Spa) -> Spa:
    """Bookings are final at the yes."""
    await spa.gate.execute(
        "UPDATE public.tenants SET mpesa_enabled = false WHERE slug = %s", [spa.tenant.slug]
    )
    return spa


async def booked(spa: Spa, *requests: str, phone: str = "+254712000001") -> Customer:
    customer = spa.customer(phone)
    for request in requests or (HAIRCUT,):
        await (await customer.says(request)).says("yes")
        assert customer.state == "BOOKED"
    return customer


async def test_one_of_two_is_cancelled_after_a_yes(unpaid: Spa) -> None:
    customer = await booked(unpaid, HAIRCUT, "book a swedish massage with Mary on Friday 11am")
    assert (await customer.says("cancel my massage")).state == "CANCEL_REASON"
    assert (await customer.says("skip")).state == "CANCEL_CONFIRM"
    asked = (await customer.replies())[-1]
    assert "Swedish massage on Friday at 11:00 with Mary" in asked
    assert (await customer.says("yes")).state == "CANCELLED"
    assert await unpaid.rows(ROWS) == [
        ("haircut", "Tue 15:00", "confirmed"),
        ("swedish_massage", "Fri 11:00", "cancelled"),
    ]
    assert await unpaid.rows(CLAIMS) == [(1,)]


async def test_moved_in_one_sentence_and_a_yes(unpaid: Spa) -> None:
    customer = await booked(unpaid)
    await customer.says("move my haircut to Friday 4pm")
    assert customer.state == "RESCHEDULE_CONFIRM"
    assert await unpaid.rows(ROWS) == [
        ("haircut", "Tue 15:00", "confirmed"),
        ("haircut", "Fri 16:00", "held"),
    ]
    assert (await customer.says("yes")).state == "RESCHEDULED"
    assert await unpaid.rows(ROWS) == [("haircut", "Fri 16:00", "confirmed")]
    assert await unpaid.rows(CLAIMS) == [(1,)]
    assert "Friday at 16:00 with Anna" in (await customer.replies())[-1]


async def test_a_move_that_is_declined_lets_the_held_time_go(unpaid: Spa) -> None:
    customer = await booked(unpaid)
    await (await customer.says("move my haircut to Friday 4pm")).says("no")
    assert customer.state == "KEPT"
    assert await unpaid.rows(ROWS) == [("haircut", "Tue 15:00", "confirmed")]


async def test_a_time_taken_before_the_yes_is_told_and_the_old_one_stands(unpaid: Spa) -> None:
    customer = await booked(unpaid)
    await customer.says("move my haircut to Friday 4pm")
    unpaid.clock.advance(timedelta(minutes=6))
    await booked(unpaid, "book a haircut on Friday at 4pm", phone="+254712000002")
    await customer.says("yes")
    assert customer.state == "RESCHEDULE_COLLECT_SLOT"
    told = " ".join((await customer.replies())[-2:])
    assert "somebody else has just taken that time" in told
    assert ("haircut", "Tue 15:00", "confirmed") in await unpaid.rows(ROWS)
    await (await customer.says("Friday 5pm")).says("yes")
    assert customer.state == "RESCHEDULED"
    assert await unpaid.rows(ROWS) == [
        ("haircut", "Fri 16:00", "confirmed"),
        ("haircut", "Fri 17:00", "confirmed"),
    ]


async def test_two_yeses_to_a_cancelling_are_one(unpaid: Spa) -> None:
    customer = await booked(unpaid)
    await (await customer.says("cancel")).says("skip")
    await asyncio.gather(customer.says("yes"), customer.says("yes"))
    assert await unpaid.rows(ROWS) == [("haircut", "Tue 15:00", "cancelled")]


async def test_a_booking_cancelled_by_the_team_meanwhile_is_gone(unpaid: Spa) -> None:
    customer = await booked(unpaid)
    await (await customer.says("ghairi")).says("ruka")
    await unpaid.gate.execute("UPDATE {t}.appointments SET status = 'cancelled'")
    assert (await customer.says("ndio")).state == "GONE"
    assert "haipo tena" in (await customer.replies())[-1]


async def test_cancelling_what_was_paid_tells_customer_and_team(spa: Spa) -> None:
    customer = await (await spa.customer().says(HAIRCUT)).says("yes")
    await settle_latest(spa)
    await spa.work()
    await (await customer.says("cancel my haircut")).says("skip")
    assert "You have paid KES 1,500" in (await customer.replies())[-1]
    assert (await customer.says("yes")).state == "CANCELLED"
    items = await spa.rows("SELECT reason FROM {t}.attention_items")
    assert items == [("cancelled_after_paying",)]


async def test_moving_what_was_paid_keeps_its_payment(spa: Spa) -> None:
    customer = await (await spa.customer().says(HAIRCUT)).says("yes")
    await settle_latest(spa)
    await spa.work()
    await (await customer.says("move my haircut to Friday 4pm")).says("yes")
    assert customer.state == "RESCHEDULED"
    paid = await spa.rows(
        "SELECT p.state, p.amount_kes::int FROM {t}.appointments a"
        " JOIN {t}.payments p ON p.id = a.payment_id WHERE a.status = 'confirmed'"
    )
    assert paid == [("settled", 1500)]
    assert len(await spa.rows("SELECT 1 FROM {t}.payment_attempts")) == 1


async def test_cancelling_while_the_prompt_is_out_leaves_the_booking_unpaid(spa: Spa) -> None:
    customer = await (await spa.customer().says(HAIRCUT)).says("yes")
    assert customer.state == "PAYMENT_PENDING"
    await customer.says("cancel my booking")
    assert customer.state == "ABANDONED"
    assert await spa.rows(ROWS) == [("haircut", "Tue 15:00", "cancelled")]
    assert await spa.rows("SELECT state FROM {t}.payments") != [("settled",)]


async def test_a_booking_is_moved_once_though_two_want_the_time(unpaid: Spa) -> None:
    first = await booked(unpaid)
    second = await booked(unpaid, "book a haircut tomorrow at 10am", phone="+254712000002")
    for customer in (first, second):
        await unpaid.put(customer.incoming(TextReceived("move my haircut to Friday 4pm")))
    claimed = [await unpaid.claim(), await unpaid.claim()]
    sessions = await asyncio.gather(*map(unpaid.house.engine.turner.take, claimed))
    assert sorted(session.frames[-1].step for session in sessions if session) == [
        "reschedule_collect_slot",
        "reschedule_confirm",
    ]
    assert await unpaid.rows(CLAIMS) == [(2,)]
