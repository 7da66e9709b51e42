"""A turn from the inbox to its rows: once, all or nothing, in as few statements as promised."""

import asyncio
import json

from engine.journal.entry import Entry, read_entry
from engine.machine.step import step
from engine.model.flow import FlowSet
from engine.model.message import TextReceived
from engine.model.session import Session
from engine.store.shape import session_to_json
from tests.engine.statements import counted
from tests.turns.spa import Spa, settle_latest

HAIRCUT = "Hi I want to book a haircut tomorrow at 3pm"
SUMMARY = "To confirm: Haircut tomorrow at 15:00 with Anna for KES 1,500. Reply YES to confirm."
LIVE = "SELECT status, starts_at FROM {t}.appointments WHERE status <> 'expired'"


async def test_one_line_then_yes_is_a_pending_booking_and_one_prompt(spa: Spa) -> None:
    customer = await spa.customer().says(HAIRCUT)
    assert (customer.state, await customer.replies()) == ("CONFIRM", [SUMMARY])
    await customer.says("yes")
    assert customer.state == "PAYMENT_PENDING"
    assert await spa.rows("SELECT status FROM {t}.appointments") == [("pending",)]
    assert await spa.rows("SELECT kind FROM {t}.outbox WHERE kind <> 'reply'") == [("stk",)]


async def test_the_same_message_twice_is_one_turn(spa: Spa) -> None:
    customer = await spa.customer().says(HAIRCUT, "wamid.same")
    await customer.says(HAIRCUT, "wamid.same")
    assert await customer.replies() == [SUMMARY]
    assert len(await spa.rows(LIVE)) == 1


async def test_two_yeses_are_one_booking_and_one_prompt(spa: Spa) -> None:
    customer = await spa.customer().says(HAIRCUT)
    await asyncio.gather(customer.says("yes"), customer.says("yes"))
    assert await spa.rows("SELECT status FROM {t}.appointments") == [("pending",)]
    assert len(await spa.rows("SELECT 1 FROM {t}.outbox WHERE kind = 'stk'")) == 1


async def test_a_race_for_one_opening_has_one_winner_and_the_other_is_told(spa: Spa) -> None:
    first, second = spa.customer("+254712000011"), spa.customer("+254712000012")
    for customer in (first, second):
        await spa.put(customer.incoming(TextReceived(HAIRCUT)))
    claimed = [await spa.claim(), await spa.claim()]
    turner = spa.house.engine.turner
    sessions = await asyncio.gather(*map(turner.take, claimed))
    assert sorted(session.frames[-1].step for session in sessions if session) == [
        "collect_slot",
        "confirm",
    ]
    assert len(await spa.rows(LIVE)) == 1
    told = [*await first.replies(), *await second.replies()]
    assert SUMMARY in told
    assert any("15:00" in text and "Sorry" in text for text in told)


async def test_money_that_came_while_the_customer_stopped_is_booked(spa: Spa) -> None:
    customer = await (await spa.customer().says(HAIRCUT)).says("yes")
    await spa.put(customer.incoming(TextReceived("stop")))
    claimed = await spa.claim()
    await settle_latest(spa)
    session = await spa.house.engine.turner.take(claimed)
    assert session is not None
    assert session.ended == "booked"
    assert (await customer.replies())[-1].startswith("Booked! Haircut tomorrow at 15:00.")
    assert await spa.rows("SELECT status FROM {t}.appointments") == [("confirmed",)]
    told = len(await customer.replies())
    await spa.work()
    assert len(await customer.replies()) == told


async def test_a_number_given_once_is_kept_on_the_card(spa: Spa) -> None:
    visitor = spa.customer("")
    await (await visitor.says(HAIRCUT)).says("0712345678")
    await visitor.says("stop")
    await visitor.says("book a haircut on Friday at 10am")
    assert visitor.state == "CONFIRM"
    assert "0712 345 678" in (await visitor.replies())[-1]


async def test_a_turn_that_breaks_for_good_is_answered_with_an_apology(spa: Spa) -> None:
    customer = spa.customer()
    await spa.put(customer.incoming(TextReceived("hello")))
    await spa.house.engine.turner.apologise(await spa.claim())
    assert await customer.replies() == [
        "Sorry, something went wrong on our side. Please try again in a moment."
    ]


async def test_a_turn_without_news_is_two_statements(spa: Spa) -> None:
    customer = await spa.customer().says("Hi")
    await spa.put(customer.incoming(TextReceived("hmm what")))
    with counted() as statements:
        await spa.house.engine.turner.take(await spa.claim())
    assert len(statements) == 2


async def test_an_opening_search_is_one_statement_more(spa: Spa) -> None:
    customer = await spa.customer().says("book a haircut")
    await spa.put(customer.incoming(TextReceived("on Friday")))
    with counted() as statements:
        await spa.house.engine.turner.take(await spa.claim())
    assert len(statements) == 3


async def test_a_conversation_can_be_run_again_from_its_journal(spa: Spa) -> None:
    customer = await spa.customer().says(HAIRCUT)
    await customer.says("not at 3, make it 4")
    await customer.says("yes")
    await customer.happens("initiate_stk_push.cancelled")
    await spa.wait(minutes=16)
    rows = await spa.rows("SELECT entry FROM {t}.journal ORDER BY id")
    entries = [read_entry(row[0]) for row in rows]
    kit = await spa.house.engine.turner.kits.of(spa.tenant)
    thread = (await spa.rows("SELECT thread_id FROM {t}.conversation_threads"))[0][0]
    session = Session(thread, channel="whatsapp", address="254712000001")
    for entry in entries:
        session = _again(kit.flows, session, entry)
    stored = await spa.rows("SELECT checkpoint::text FROM {t}.checkpoints WHERE type = 'current'")
    assert json.loads(stored[0][0]) == json.loads(session_to_json(session))


def _again(flows: FlowSet, session: Session, entry: Entry) -> Session:
    """Run one turn from its record alone."""
    answers = list(entry.answers)
    stepping = step(flows, session, entry.event, entry.facts, entry.clock)
    try:
        call = next(stepping)
        while True:
            recorded, answer = answers.pop(0)
            assert recorded == call
            call = stepping.send(answer)
    except StopIteration as stop:
        assert not answers
        again: Session = stop.value.session
        return again
