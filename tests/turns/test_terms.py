"""What a business has set holds still while a customer is at it: on rows, in whole turns."""

import asyncio

import pytest

from engine.journal.entry import read_entry
from engine.machine.step import state_name
from tests.turns.spa import Customer, Spa, settle_latest

HAIRCUT = "book a haircut tomorrow at 3pm"
FRIDAY = "book a haircut on Friday at 10am"
STATUSES = "SELECT status FROM {t}.appointments WHERE status <> 'expired' ORDER BY starts_at"
PROMPTS = "SELECT 1 FROM {t}.outbox WHERE kind = 'stk'"
HIDDEN = ""
"""The phone of a customer whom nobody can ask for money before asking for a number."""


async def turned(spa: Spa, *, on: bool) -> None:
    """The owner turns M-Pesa on or off."""
    await spa.gate.execute(
        "UPDATE public.tenants SET mpesa_enabled = %s WHERE slug = %s", [on, spa.tenant.slug]
    )


async def asked(spa: Spa, phone: str, *, on: bool) -> Customer:
    """A customer at the question for a yes, M-Pesa being on or off, and then turned."""
    await turned(spa, on=on)
    customer = await spa.customer(phone).says(HAIRCUT)
    assert customer.state == "CONFIRM"
    await turned(spa, on=not on)
    return customer


async def test_turned_on_before_the_yes_charges_nobody(spa: Spa) -> None:
    customer = await asked(spa, HIDDEN, on=False)
    await customer.says("yes")
    assert customer.state == "BOOKED"
    assert await spa.rows(STATUSES) == [("confirmed",)]
    assert await spa.rows(PROMPTS) == []
    assert (await customer.replies())[-1].startswith("Booked! Haircut tomorrow at 15:00.")


async def test_the_next_booking_goes_by_what_is_set_then(spa: Spa) -> None:
    customer = await (await asked(spa, HIDDEN, on=False)).says("yes")
    await customer.says(FRIDAY)
    assert customer.state == "COLLECT_PHONE"
    await (await customer.says("0712345678")).says("yes")
    assert customer.state == "PAYMENT_PENDING"
    assert len(await spa.rows(PROMPTS)) == 1


async def test_turned_off_before_the_yes_keeps_to_what_was_asked(spa: Spa) -> None:
    customer = await asked(spa, "+254712000001", on=True)
    await customer.says("yes")
    assert customer.state == "PAYMENT_PENDING"
    assert await spa.rows(STATUSES) == [("pending",)]
    await settle_latest(spa)
    session = await spa.work()
    assert session is not None
    assert state_name(session) == "BOOKED"
    assert await spa.rows(STATUSES) == [("confirmed",)]


@pytest.mark.parametrize("between", ["where are you?", "talk to a person"])
async def test_an_aside_and_a_person_change_nothing_of_it(spa: Spa, between: str) -> None:
    customer = await (await asked(spa, HIDDEN, on=False)).says(between)
    if customer.state == "ESCALATE":
        await customer.happens("notify_admin.handed_back")
    assert customer.state == "CONFIRM"
    await customer.says("yes")
    assert customer.state == "BOOKED"
    assert await spa.rows(PROMPTS) == []


async def test_an_answer_in_between_says_what_holds_here(spa: Spa) -> None:
    customer = await (await asked(spa, HIDDEN, on=False)).says("how do I pay?")
    assert "You pay when you come" in " ".join((await customer.replies())[-2:])


async def test_a_correction_goes_by_it_too(spa: Spa) -> None:
    customer = await (await asked(spa, HIDDEN, on=False)).says("make it 4pm")
    assert customer.state == "CONFIRM"
    assert (await customer.says("yes")).state == "BOOKED"


async def test_the_record_holds_what_the_rules_saw(spa: Spa) -> None:
    """A replay goes by it: the facts of every turn are those that the conversation went by."""
    await (await asked(spa, HIDDEN, on=False)).says("yes")
    rows = await spa.rows("SELECT entry FROM {t}.journal ORDER BY id")
    seen = [read_entry(entry).facts["tenant.mpesa_enabled"] for (entry,) in rows]
    assert seen == [False, False]


async def test_two_customers_each_keep_their_own(spa: Spa) -> None:
    early = await asked(spa, HIDDEN, on=False)
    late = await spa.customer("+254712000002").says(FRIDAY)
    await asyncio.gather(early.says("yes"), late.says("yes"))
    assert await spa.rows(STATUSES) == [("confirmed",), ("pending",)]
    assert len(await spa.rows(PROMPTS)) == 1
