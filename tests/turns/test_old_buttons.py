"""Buttons of a conversation that is over: said so kindly, and nothing is booked or asked for."""

import pytest

from engine.model.message import TapReceived
from tests.turns.spa import Customer, Spa, settle_latest

BOOKINGS = "SELECT count(*) FROM {t}.appointments WHERE status = 'confirmed'"


def button(customer: Customer, value: str) -> str:
    session = customer.session
    assert session is not None
    assert session.prompt is not None
    return f"{session.thread_id}|{session.prompt.id}|{value}"


@pytest.mark.parametrize(
    ("words", "yes", "told"),
    [
        ("book a haircut tomorrow", "yes", "That button belongs to an earlier message."),
        ("nataka haircut kesho", "ndio", "Kitufe hicho ni cha ujumbe wa awali."),
    ],
)
async def test_after_the_booking(spa: Spa, words: str, yes: str, told: str) -> None:
    customer = await spa.customer().says(words)
    time = button(customer, "time=2026-06-02T11:00")
    await customer.taps("time=2026-06-02T10:00")
    assert customer.state == "CONFIRM"
    agree = button(customer, "act:affirm")
    await customer.says(yes)
    await settle_latest(spa)
    await spa.work()
    for old in (agree, time):
        await spa.put(customer.incoming(TapReceived(old, "")))
        await spa.work()
        assert told in (await customer.replies())[-1]
    assert await spa.rows(BOOKINGS) == [(1,)]
    assert await spa.rows("SELECT count(*) FROM {t}.payment_attempts") == [(1,)]
    await customer.says(words)
    assert customer.state == "COLLECT_SLOT"
