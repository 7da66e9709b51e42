"""A publish under live conversations: refused with their number, or each goes on."""

from dataclasses import replace

import pytest
import structlog.testing

from engine.errors import ConflictError, InputError
from tests.publishing import (
    AMINA,
    COLOURS,
    PATIENT,
    PERSON_FIRST,
    PERSON_MOVED,
    SHAPE,
    text,
    wish,
)
from tests.turns.published import published
from tests.turns.spa import Customer, Spa
from tools.publishing.landing import Landing
from tools.publishing.records import Published, Refused, Report
from tools.publishing.service import Publishing

MASSAGE = "book a swedish massage"


async def choosing(spa: Spa, phone: str = "+254712000001") -> Customer:
    """A customer who is asked who shall do it."""
    customer = await spa.customer(phone).says(MASSAGE)
    assert customer.state == "COLLECT_STAFF"
    return customer


async def test_what_is_published_holds_from_the_next_turn_on(
    spa: Spa, publishing: Publishing
) -> None:
    customer = await spa.customer().says("book a haircut tomorrow at 3pm")
    assert customer.state == "CONFIRM"
    await published(publishing, spa, COLOURS)
    assert (await customer.says("yes")).state == "COLOUR"
    assert (await customer.replies())[-1] == "Which colour would you like?"
    assert (await customer.says("red")).state == "CONFIRM"
    assert (await customer.says("yes")).state == "PAYMENT_PENDING"


async def test_a_step_that_is_gone_refuses_with_the_number_of_conversations(
    spa: Spa, publishing: Publishing
) -> None:
    for phone in ("+254712000001", "+254712000002"):
        await choosing(spa, phone)
    await spa.customer("+254712000003").says("book a haircut tomorrow at 3pm")
    result = await publishing.publish(spa.tenant, AMINA, wish(PERSON_FIRST, spa.tenant))
    assert isinstance(result, Refused)
    (problem,) = result.report.problems
    assert (result.report.stranded, result.report.live) == (2, 3)
    assert problem.file == "flows/booking.yaml"
    assert problem.key == "steps.collect_staff"
    assert "2 live conversations (" in problem.fault
    assert ") stand at booking.collect_staff, and the step is gone" in problem.fault
    assert "Write moved: {steps: {collect_staff: pick_person}}" in problem.remedy
    assert await publishing.in_force(spa.tenant) == ()


async def test_with_a_map_each_goes_on(spa: Spa, publishing: Publishing) -> None:
    customers = [await choosing(spa, f"+25471200000{n}") for n in range(3)]
    result = await published(publishing, spa, PERSON_MOVED)
    assert result.report.live == 3
    with structlog.testing.capture_logs() as logs:
        assert (await customers[0].taps("staff=mary")).state == "COLLECT_SLOT"
    assert [one["event"] for one in logs if one["event"].startswith("flow.")] == ["flow.moved"]
    assert (await customers[1].says("anyone")).state == "COLLECT_SLOT"
    assert (await customers[2].says("hello")).state == "PICK_PERSON"
    version = await spa.rows("SELECT metadata ->> 'flow_version' FROM {c}.checkpoints")
    assert {row[0] for row in version} == {"1"}


async def test_the_map_that_is_proposed_keeps_an_answer_under_its_newer_name(
    spa: Spa, publishing: Publishing
) -> None:
    await published(publishing, spa, COLOURS)
    answered = await spa.customer().says("book a haircut tomorrow at 3pm")
    assert (await answered.says("red")).state == "CONFIRM"
    asked = await spa.customer("+254712000002").says("book a haircut tomorrow at 4pm")
    assert asked.state == "COLOUR"
    shades = COLOURS.replace("colour", "shade").replace("overlay: shades", "overlay: colours")
    refused = await publishing.publish(spa.tenant, AMINA, wish(shades, spa.tenant, 1))
    assert isinstance(refused, Refused)
    moved = "moved: {steps: {colour: shade}, slots: {colour: shade}}"
    assert moved in refused.report.problems[0].remedy
    await published(publishing, spa, f"{shades}{moved}\n", base=1)
    assert (await answered.says("hello")).state == "CONFIRM"
    assert answered.session is not None
    assert answered.session.frames[0].slots["shade"].value.value == "red"
    assert (await asked.says("blue")).state == "CONFIRM"


async def test_a_timer_that_was_armed_earlier_still_rings(spa: Spa, publishing: Publishing) -> None:
    customer = await choosing(spa)
    await published(publishing, spa, PERSON_MOVED)
    session = await spa.wait(minutes=31)
    assert session is not None
    assert session.ended == "abandoned"
    assert customer.session is not None


async def test_pinned_conversations_end_in_the_version_they_began_with(
    spa: Spa, publishing: Publishing
) -> None:
    customer = await choosing(spa)
    result = await published(publishing, spa, PERSON_FIRST, pin=True)
    assert result.pinned
    assert (await customer.says("hello")).state == "COLLECT_STAFF"
    assert (await spa.customer("+254712000009").says(MASSAGE)).state == "PICK_PERSON"
    assert (await customer.taps("staff=mary")).state == "COLLECT_SLOT"


async def test_who_was_silent_through_two_publishes_goes_through_both(
    spa: Spa, publishing: Publishing
) -> None:
    customer = await choosing(spa)
    await published(publishing, spa, PERSON_MOVED)
    chosen = PERSON_FIRST.replace("pick_person", "who")
    moved = chosen + "moved: {steps: {pick_person: who}}\n"
    result = await publishing.publish(spa.tenant, AMINA, wish(moved, spa.tenant, base=1))
    assert isinstance(result, Published), result
    assert (await customer.taps("staff=mary")).state == "COLLECT_SLOT"


async def test_going_back_is_a_new_version_that_is_checked_like_any(
    spa: Spa, publishing: Publishing
) -> None:
    await published(publishing, spa, PERSON_MOVED)
    customer = await spa.customer().says(MASSAGE)
    assert customer.state == "PICK_PERSON"
    refused = await publishing.rollback(spa.tenant, AMINA, "person", 0)
    assert isinstance(refused, Refused)
    assert refused.report.stranded == 1
    await spa.wait(minutes=31)
    gone = await publishing.rollback(spa.tenant, AMINA, "person", 0)
    assert isinstance(gone, Published)
    assert (gone.version.version, gone.version.note) == (2, "taken away")
    assert (await spa.customer("+254712000005").says(MASSAGE)).state == "COLLECT_STAFF"
    again = await publishing.rollback(spa.tenant, AMINA, "person", 1)
    assert isinstance(again, Published)
    assert again.version.version == 3


async def test_a_check_shows_whom_it_would_strand_and_changes_nothing(
    spa: Spa, publishing: Publishing
) -> None:
    await choosing(spa)
    report = await publishing.check(spa.tenant, text(PERSON_FIRST, spa.tenant))
    assert (report.good, report.stranded) == (False, 1)
    assert (await publishing.check(spa.tenant, text(PATIENT, spa.tenant))).good
    assert await publishing.history(spa.tenant) == ()


async def test_an_upgrade_beneath_a_conversation_begins_it_again_with_what_was_said(
    spa: Spa, publishing: Publishing
) -> None:
    """What a deployment does: the flows change and nobody has declared a map."""
    customer = await spa.customer().says("book a haircut tomorrow at 3pm")
    await spa.gate.execute(
        "UPDATE {c}.checkpoints SET checkpoint = replace(replace(checkpoint::text,"
        " '\"confirm\"', '\"check_it\"'), %s, %s)::jsonb",
        [customer.session.frames[0].digest if customer.session else "", "0" * 64],
    )
    with structlog.testing.capture_logs() as logs:
        await customer.says("hello")
    assert customer.state == "CONFIRM"
    (told,) = [one for one in logs if one["event"] == "flow.place_lost"]
    assert (told["at"], told["why"]) == ("booking.check_it", "step")
    assert (await customer.says("yes")).state == "PAYMENT_PENDING"


async def test_who_moves_while_a_publish_is_checked_is_looked_at_again(
    spa: Spa, publishing: Publishing
) -> None:
    customer = await spa.customer().says("book")
    assert customer.state == "COLLECT_SERVICE"
    business = await publishing.business(spa.tenant)
    asked = wish(PERSON_FIRST, spa.tenant)
    verdict = publishing.gate.check(business, {asked.document: asked.text}, pin=False)
    assert verdict.report.good
    await customer.says("a swedish massage")
    assert customer.state == "COLLECT_STAFF"
    database, clock = publishing.database, publishing.clock
    landing = Landing(database, publishing.gate, clock, business, verdict)
    report = await landing.land(AMINA, [asked])
    assert isinstance(report, Report)
    assert report.stranded == 1
    assert await publishing.history(spa.tenant) == ()


async def test_several_documents_come_into_force_as_one(spa: Spa, publishing: Publishing) -> None:
    """Who was silent meanwhile comes from before all of them; the way back is one as well."""
    silent = await spa.customer().says("book a haircut tomorrow at 3pm")
    alone = await publishing.publish(spa.tenant, AMINA, wish(SHAPE, spa.tenant))
    assert isinstance(alone, Refused)
    wishes = [wish(source, spa.tenant) for source in (SHAPE, COLOURS)]
    done = await publishing.publish(spa.tenant, AMINA, *wishes)
    assert isinstance(done, Published)
    assert [one.document for one in done.versions] == ["shape", "colours"]
    customer = await spa.customer("+254712000002").says("book a haircut tomorrow at 4pm")
    assert customer.state == "COLOUR"
    assert (await customer.says("red")).state == "SHAPE"
    assert (await silent.says("yes")).state == "COLOUR"
    refused = await publishing.rollback(spa.tenant, AMINA, "colours", 0)
    assert isinstance(refused, Refused)
    gone = [replace(one, text=None, base=1) for one in wishes]
    pinned = [replace(one, pin=True) for one in gone]
    assert isinstance(await publishing.publish(spa.tenant, AMINA, *pinned), Published)
    assert (await customer.says("round")).state == "CONFIRM"
    assert (await spa.customer("+254712000003").says("book a haircut tomorrow at 5pm")).state == (
        "CONFIRM"
    )


async def test_of_several_documents_none_comes_into_force_if_one_is_refused(
    spa: Spa, publishing: Publishing
) -> None:
    await choosing(spa)
    wishes = [wish(source, spa.tenant) for source in (COLOURS, PERSON_FIRST)]
    refused = await publishing.publish(spa.tenant, AMINA, *wishes)
    assert isinstance(refused, Refused)
    assert refused.report.stranded == 1
    await published(publishing, spa, PATIENT)
    late = [wish(COLOURS, spa.tenant), wish(PATIENT.replace("45m", "1h"), spa.tenant)]
    with pytest.raises(ConflictError, match="Amina stored version 1 of 'patience'"):
        await publishing.publish(spa.tenant, AMINA, *late)
    with pytest.raises(InputError, match="'colours' is given twice"):
        await publishing.publish(spa.tenant, AMINA, late[0], late[0])
    assert [one.document for one in await publishing.in_force(spa.tenant)] == ["patience"]
