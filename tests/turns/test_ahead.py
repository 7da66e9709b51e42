"""Flows that begin ahead of a time: once for each appointment and start, whatever happens."""

import asyncio
from datetime import timedelta
from typing import LiteralString

import pytest

from engine.assembly.library import Library, Repertoire
from engine.document.reader import read
from engine.document.tree import Document
from engine.runtime.herald import Lead, leads
from tests.turns.spa import Customer, Spa, settle_latest
from tools.definitions import load_definitions
from tools.scheduling.ahead import SOURCES

OF = "appointment.starts_at"
DAY_BEFORE = Lead("reminder", OF, timedelta(hours=4), until=timedelta(hours=2))
SOON = Lead("reminder", OF, timedelta(hours=2), again=True)


async def due(spa: Spa) -> list[int]:
    """How many each of two leads of one flow tells now."""
    source, now = SOURCES[OF], spa.clock.now()
    found = [await source.announce(spa.gate, spa.tenant, one, now) for one in (DAY_BEFORE, SOON)]
    return [count for count, _ in found]


async def told(spa: Spa) -> int:
    """Let the herald look, and the turns be taken."""
    tenant = await spa.house.engine.core.tenants.by_slug(spa.tenant.slug, version=0)
    count, _ = await spa.house.engine.herald.announce(tenant)
    await spa.work()
    return count


async def booked(spa: Spa, words: str = "a haircut today at 4pm") -> Customer:
    """A paid booking of today, 16:00: seven hours ahead."""
    customer = await spa.customer().says(words)
    await customer.says("yes")
    await settle_latest(spa)
    await spa.work()
    assert (await spa.rows("SELECT status FROM {t}.appointments"))[-1] == ("confirmed",)
    return customer


async def last(customer: Customer) -> str:
    return (await customer.replies())[-1]


async def test_a_reminder_comes_two_hours_before_and_only_once(spa: Spa) -> None:
    customer = await booked(spa)
    await spa.wait(hours=4, minutes=59)
    assert await told(spa) == 0
    await spa.wait(minutes=1)
    assert await told(spa) == 1
    assert "your Haircut with Anna is today at 16:00. Are you coming?" in await last(customer)
    said = len(await customer.replies())
    assert [await told(spa) for _ in range(3)] == [0, 0, 0]
    assert len(await customer.replies()) == said
    await customer.says("I am coming")
    assert customer.state == "SEE_YOU"
    assert await told(spa) == 0


def test_a_flow_may_begin_ahead_more_than_once() -> None:
    text = "ratiba: 1\noverlay: twice\nflow: reminder\nstart: {ahead: [2h, 1d]}\n"
    overlay = read(text, "twice.yaml")
    assert isinstance(overlay, Document), overlay
    found = Library(load_definitions()).world("", [overlay])
    assert isinstance(found, Repertoire), str(found)
    day, soon = (one for one in leads(found.flows) if one.flow == "reminder")
    assert (day.span, day.until, day.key) == (timedelta(days=1), timedelta(hours=2), "reminder")
    assert (soon.span, soon.until, soon.key) == (timedelta(hours=2), timedelta(), "reminder:7200")


async def test_each_lead_of_a_flow_is_told_once(spa: Spa) -> None:
    await booked(spa)
    assert await due(spa) == [0, 0]
    await spa.wait(hours=3)
    assert await due(spa) == [1, 0]
    assert await due(spa) == [0, 0]
    await spa.wait(hours=2)
    assert await due(spa) == [0, 1]
    assert await due(spa) == [0, 0]


async def test_two_leads_that_were_missed_are_not_told_at_once(spa: Spa) -> None:
    await booked(spa)
    await spa.wait(hours=6)
    assert await due(spa) == [0, 1]


async def test_many_at_once_tell_it_once(spa: Spa) -> None:
    await booked(spa)
    await spa.wait(hours=5)
    herald = spa.house.engine.herald
    counts = await asyncio.gather(*(herald.announce(spa.tenant) for _ in range(8)))
    assert sum(count for count, _ in counts) == 1
    ((rows,),) = await spa.rows("SELECT count(*) FROM {t}.inbox WHERE provider_id LIKE 'ahead:%%'")
    assert rows == 1


async def test_after_a_gap_it_is_late_but_not_lost_and_never_after_the_time(spa: Spa) -> None:
    await booked(spa)
    await spa.wait(hours=6, minutes=30)
    assert await told(spa) == 1
    other = await spa.customer("+254712000002").says("a manicure with Jane today at 5:30pm")
    await other.says("yes")
    await settle_latest(spa)
    await spa.wait(hours=3)
    assert await told(spa) == 0


async def test_who_booked_later_than_that_needs_no_reminder(spa: Spa) -> None:
    await spa.wait(hours=5, minutes=30)
    await booked(spa)
    assert await told(spa) == 0


async def test_a_moved_appointment_is_told_again_at_its_new_time(spa: Spa) -> None:
    await booked(spa)
    await spa.wait(hours=5)
    assert await told(spa) == 1
    await spa.gate.execute(
        "UPDATE {t}.appointments SET starts_at = starts_at + interval '1 day',"
        " ends_at = ends_at + interval '1 day', updated_at = %s",
        [spa.clock.now()],
    )
    assert await told(spa) == 0
    await spa.wait(hours=24)
    await spa.customer().says("hello")
    assert await told(spa) == 1


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE {t}.appointments SET status = 'cancelled'",
        "UPDATE {t}.contacts SET opted_out = true",
    ],
)
async def test_none_for_who_cancelled_or_opted_out(spa: Spa, change: LiteralString) -> None:
    await booked(spa)
    await spa.gate.execute(change)
    await spa.wait(hours=5)
    assert await told(spa) == 0


async def test_outside_the_window_it_waits_until_the_customer_writes(spa: Spa) -> None:
    customer = await booked(spa, "a haircut tomorrow at 4pm")
    await spa.wait(hours=29)
    assert await told(spa) == 0
    await customer.says("hello")
    assert await told(spa) == 1


async def test_outside_the_window_a_template_goes_out(spa: Spa) -> None:
    await booked(spa, "a haircut tomorrow at 4pm")
    await spa.gate.execute(
        """INSERT INTO {t}.business_settings VALUES ('whatsapp_template', '"notice"')"""
    )
    await spa.wait(hours=29)
    assert await told(spa) == 1
    ((kind, body),) = await spa.rows(
        "SELECT kind, body -> 'template' FROM {t}.outbox ORDER BY id DESC LIMIT 1"
    )
    assert (kind, body) == ("reply", {"name": "notice", "language": "en"})


async def test_in_the_middle_of_a_conversation_it_is_told_in_passing(spa: Spa) -> None:
    customer = await booked(spa)
    await spa.wait(hours=4, minutes=50)
    await customer.says("book a pedicure tomorrow at 10")
    assert customer.state == "COLLECT_STAFF"
    await spa.wait(minutes=10)
    assert await told(spa) == 1
    words = await last(customer)
    assert words.startswith("By the way: your Haircut with Anna is today at 16:00.")
    assert "Which therapist would you like?" in words
    await customer.says("Jane")
    assert customer.state == "CONFIRM"


async def test_while_a_person_has_the_conversation_it_waits(spa: Spa) -> None:
    customer = await booked(spa)
    await customer.says("I want to talk to a person")
    said = len(await customer.replies())
    spa.clock.advance(timedelta(hours=5))
    assert await told(spa) == 1
    assert len(await customer.replies()) == said
    await customer.happens("notify_admin.handed_back")
    assert "Are you coming?" in await last(customer)


async def test_it_speaks_the_language_of_the_customer_and_leads_on(spa: Spa) -> None:
    customer = await spa.customer().says("nipange kunyoa leo saa kumi jioni")
    await customer.says("ndio")
    await settle_latest(spa)
    await spa.wait(hours=5)
    assert await told(spa) == 1
    assert "Kunyoa yako na Anna ni leo saa kumi jioni (16:00). Utakuja?" in await last(customer)
    await customer.says("siwezi kuja")
    assert customer.session is not None
    assert customer.session.frames[-1].flow == "cancel"


async def test_visits_are_counted_from_the_rows(spa: Spa) -> None:
    customer = await booked(spa)
    await spa.wait(hours=48)
    await customer.says("hello")
    rows = await spa.rows(
        "SELECT (entry -> 'facts' ->> 'customer.visits')::int FROM {t}.journal ORDER BY id"
    )
    assert (rows[0], rows[-1]) == ((0,), (1,))
