"""An extra beside a booking in whole turns: rows tell that both stand, or only what was said."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from engine.model.message import TextReceived
from tests.turns.spa import Customer, Spa, settle_latest

MANICURE = "Manicure with Anna tomorrow at 3pm"
OTHER = "+254712000077"
ROWS = (
    "SELECT service_id, staff_id, status, price_kes, payment_id = first_value(id) OVER ("
    " ORDER BY created_at, id) FROM {t}.appointments WHERE customer_phone = '+254712000001'"
    " AND status <> 'expired' ORDER BY starts_at"
)
OVERLAPS = (
    "SELECT count(*) FROM {t}.appointment_resources a JOIN {t}.appointment_resources b"
    " ON a.id < b.id AND a.live AND b.live AND a.resource_id = b.resource_id"
    " AND a.blocks_from < b.blocks_to AND b.blocks_from < a.blocks_to"
)


@pytest.fixture
async def forward(spa: Spa) -> Spa:
    """The spa with its dial turned up."""
    row = await spa.gate.fetch_one(
        "UPDATE public.tenants SET dials = dials || '{\"cross_sell_aggressiveness\": 0.7}'"
        " WHERE slug = %s RETURNING version",
        [spa.tenant.slug],
    )
    assert row is not None
    dials = {**spa.tenant.dials, "cross_sell_aggressiveness": 0.7}
    spa.tenant = replace(spa.tenant, version=row[0], dials=dials)
    return spa


async def offered(spa: Spa) -> Customer:
    customer = await (await spa.customer().says(MANICURE)).says("yes")
    assert customer.state == "CROSS_SELL_RESPONSE"
    return customer


async def mine(spa: Spa) -> Sequence[Any]:
    return await spa.rows(ROWS)


async def test_taken_both_wait_for_one_payment_and_are_booked_with_it(forward: Spa) -> None:
    customer = await offered(forward)
    await customer.says("yes please")
    assert customer.state == "BUNDLE_CONFIRM"
    await customer.says("yes")
    assert customer.state == "PAYMENT_PENDING"
    assert await mine(forward) == [
        ("manicure", "anna", "pending", 1080, True),
        ("pedicure", "anna", "pending", 1350, True),
    ]
    amounts = await forward.rows("SELECT amount_kes FROM {t}.payment_attempts")
    assert amounts == [(2430,)]
    await settle_latest(forward)
    await forward.work()
    assert [row[2] for row in await mine(forward)] == ["confirmed", "confirmed"]
    last = (await customer.replies())[-1]
    assert "Pedicure tomorrow at 15:45" in last
    assert "KES 2,430" in last


async def test_declined_only_the_first_is_booked_for_its_own_price(forward: Spa) -> None:
    customer = await offered(forward)
    await customer.says("no thanks")
    assert customer.state == "PAYMENT_PENDING"
    assert await mine(forward) == [("manicure", "anna", "pending", 1200, True)]
    assert await forward.rows("SELECT amount_kes FROM {t}.payment_attempts") == [(1200,)]


async def test_silent_the_first_is_booked(forward: Spa) -> None:
    customer = await offered(forward)
    session = await forward.wait(minutes=4)
    assert session is not None
    assert session.frames[-1].step == "payment_pending"
    assert (await customer.replies())[-1].startswith("I have not heard from you")


async def test_silent_at_the_bundle_s_question_the_extra_is_let_go(forward: Spa) -> None:
    await (await offered(forward)).says("yes")
    await forward.wait(minutes=4)
    assert await mine(forward) == [("manicure", "anna", "pending", 1200, True)]
    live = "SELECT count(*) FROM {t}.appointment_resources WHERE live"
    assert await forward.rows(live) == [(1,)]


async def test_taken_by_another_between_is_told_and_the_booking_goes_on(forward: Spa) -> None:
    customer = await offered(forward)
    other = await forward.customer(OTHER).says("Pedicure with Anna tomorrow at 3:45pm")
    assert other.state == "CONFIRM"
    await customer.says("yes")
    assert customer.state == "PAYMENT_PENDING"
    assert any("somebody else has just taken" in text for text in await customer.replies())
    assert await mine(forward) == [("manicure", "anna", "pending", 1200, True)]


async def test_two_customers_race_for_each_other_s_extra_and_neither_is_half_booked(
    forward: Spa,
) -> None:
    first = await offered(forward)
    second = await forward.customer(OTHER).says("Gel polish with Anna tomorrow at 4:45pm")
    await second.says("yes")
    assert second.state == "CROSS_SELL_RESPONSE"
    for customer in (first, second):
        await forward.put(customer.incoming(TextReceived("yes")))
    claimed = [await forward.claim(), await forward.claim()]
    await asyncio.gather(*map(forward.house.engine.turner.take, claimed))
    for customer in (first, second):
        await forward.put(customer.incoming(TextReceived("yes")))
    claimed = [await forward.claim(), await forward.claim()]
    await asyncio.gather(*map(forward.house.engine.turner.take, claimed))
    await forward.work()
    assert await forward.rows(OVERLAPS) == [(0,)]
    shared = await forward.rows(
        "SELECT count(*) FROM {t}.appointments WHERE status = 'pending' AND payment_id IS NULL"
    )
    assert shared == [(0,)]


async def test_stopped_at_the_prompt_both_times_are_free_again(forward: Spa) -> None:
    customer = await offered(forward)
    for _ in range(2):
        await customer.says("yes")
    await customer.says("stop")
    assert customer.state == "ABANDONED"
    assert await forward.rows("SELECT DISTINCT live FROM {t}.appointment_resources") == [(False,)]


async def test_without_m_pesa_both_are_booked_at_once(forward: Spa) -> None:
    await forward.gate.execute(
        "UPDATE public.tenants SET mpesa_enabled = false WHERE slug = %s", [forward.tenant.slug]
    )
    forward.tenant = replace(forward.tenant, mpesa_enabled=False)
    customer = await offered(forward)
    await customer.says("yes")
    await customer.says("yes")
    assert customer.state == "BOOKED"
    assert [row[:4] for row in await mine(forward)] == [
        ("manicure", "anna", "confirmed", 1080),
        ("pedicure", "anna", "confirmed", 1350),
    ]


async def test_nothing_is_offered_while_the_dial_is_at_nothing(spa: Spa) -> None:
    assert spa.tenant.dials["cross_sell_aggressiveness"] == 0
    customer = await (await spa.customer().says(MANICURE)).says("yes")
    assert customer.state == "PAYMENT_PENDING"
