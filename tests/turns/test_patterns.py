"""What the language does around any flow, down to the rows: briefings, faults, opting out."""

from engine.model.message import TextReceived
from tests.turns.spa import Spa

HAIRCUT = "I want to book a haircut tomorrow at 3pm"


async def test_a_briefing_says_why_what_is_known_and_what_was_said_last(spa: Spa) -> None:
    customer = await (await spa.customer().says(HAIRCUT)).says("I want to talk to a person")
    assert customer.state == "ESCALATE"
    ((reason, summary),) = await spa.rows("SELECT reason, summary FROM {t}.handoff_log")
    assert reason == "asked"
    known, said = summary.split("\n\n")
    assert {"service: Haircut", "person: Anna"} <= set(known.splitlines())
    assert said.splitlines()[0] == f"> {HAIRCUT}"
    assert said.splitlines()[-1] == "> I want to talk to a person"
    ((details,),) = await spa.rows("SELECT details FROM {t}.attention_items")
    assert details["why"] == "asked"


async def test_three_times_not_understood_is_the_reason(spa: Spa) -> None:
    customer = await spa.customer().says(HAIRCUT)
    for words in ("grmbl", "brzt", "hmpf"):
        await customer.says(words)
    assert await spa.rows("SELECT reason FROM {t}.handoff_log") == [("not_understood",)]


async def test_a_turn_that_breaks_in_mid_booking_is_told_and_a_person_offered(spa: Spa) -> None:
    customer = await spa.customer().says(HAIRCUT)
    await spa.put(customer.incoming(TextReceived("yes")))
    await spa.house.engine.turner.apologise(await spa.claim())
    await spa.rows("UPDATE {t}.inbox SET state = 'parked' WHERE state = 'processing' RETURNING 1")
    await spa.work()
    assert (await customer.replies())[-1].startswith("Sorry, something went wrong on our side")
    await customer.says("go on")
    assert customer.state == "CONFIRM"


async def test_who_opts_out_is_let_go_and_still_answered(spa: Spa) -> None:
    customer = await (await spa.customer().says(HAIRCUT)).says("stop messaging me")
    assert await spa.rows("SELECT opted_out FROM {t}.contacts") == [(True,)]
    assert await spa.rows("SELECT 1 FROM {t}.appointments WHERE status = 'held'") == []
    told = len(await customer.replies())
    await customer.says("hi")
    assert len(await customer.replies()) == told + 1


async def test_the_language_chosen_outlives_what_is_heard(spa: Spa) -> None:
    customer = await (await spa.customer().says(HAIRCUT)).says("ongea kiswahili")
    assert (await customer.replies())[-1].startswith("Sawa, tuendelee kwa Kiswahili.")
    await customer.says("make it 4pm please")
    assert (await customer.replies())[-1].startswith("Tuthibitishe:")
