"""What the team is asked: put on its list once, answered once, withdrawn by whoever leaves."""

import json

import pytest

from engine.errors import InputError
from engine.model.handler import Args, WriteTool
from engine.model.value import Value
from engine.store.tenancy import transaction
from tests.tools.conftest import Business, Opened
from tools.asking.answers import Item, answer, open_items, settle
from tools.attention.items import Matter, open_item
from tools.registry import load_handlers
from tools.tenants.verticals import load_vertical

ARGS: Args = {
    "service": Value("service", "consultation", {"en": "Consultation"}),
    "insurer": Value("insurer", "jubilee", {"": "Jubilee"}),
    "time": Value("opening", "2026-06-02T10:00"),
}


def handler(name: str) -> WriteTool:
    found = load_handlers()[name]
    assert isinstance(found, WriteTool)
    return found


@pytest.fixture
async def clinic(open_business: Opened) -> Business:
    return await open_business(load_vertical("clinic"))


async def ask(clinic: Business, thread: str = "thread-1") -> Value:
    outcome, planned = await clinic.write(handler("request_preauth"), ARGS, clinic.turn(thread))
    assert outcome == ""
    return planned.gives["preauth"]


async def answered(clinic: Business, who: str, outcome: str) -> Item:
    async with transaction(clinic.database, clinic.tenant) as tx:
        return await answer(tx, who, outcome, "desk", clinic.clock.now())


async def heard(clinic: Business) -> list[tuple[object, ...]]:
    """Conversation, name of the event, and how it was answered."""
    rows = await clinic.gate.fetch_all("SELECT thread_id, body FROM {t}.inbox ORDER BY seq")
    return [(thread, json.dumps(told)) for thread, told in rows]


async def test_the_team_reads_what_is_asked_and_how_it_may_answer(clinic: Business) -> None:
    asked = await ask(clinic)
    (item,) = await open_items(clinic.gate)
    assert (item.ref, item.reason) == (asked.value, "request_preauth")
    assert item.outcomes == ("approved", "refused")
    text = str(item.details["text"])
    assert text.startswith("Pre-authorisation wanted: +254712345678")
    for line in ("service: Consultation", "insurer: Jubilee", "time: 2026-06-02 10:00"):
        assert line in text


async def test_an_answer_reaches_the_conversation_once(clinic: Business) -> None:
    asked = await ask(clinic)
    item = await answered(clinic, "254712345678", "approved")
    ((thread, told),) = await heard(clinic)
    assert thread == "thread-1"
    assert "request_preauth.approved" in str(told)
    assert str(asked.value) in str(told)
    assert not await open_items(clinic.gate)
    with pytest.raises(InputError, match="Nothing is open"):
        await answered(clinic, item.id, "refused")


async def test_the_end_of_an_id_and_a_national_phone_name_a_question(clinic: Business) -> None:
    await ask(clinic)
    (item,) = await open_items(clinic.gate)
    assert await answered(clinic, item.short.lower(), "approved") == item
    await ask(clinic, "thread-2")
    assert (await answered(clinic, "0712345678", "refused")).details["thread"] == "thread-2"


async def test_an_answer_that_is_none_says_which_there_are(clinic: Business) -> None:
    await ask(clinic)
    with pytest.raises(InputError, match=r"'aproved' is no answer.*'approved'"):
        await answered(clinic, "+254712345678", "aproved")
    assert len(await open_items(clinic.gate)) == 1
    assert not await heard(clinic)


async def test_two_questions_of_one_customer_are_told_apart(clinic: Business) -> None:
    await ask(clinic)
    await ask(clinic, "thread-2")
    with pytest.raises(InputError, match="Several are open"):
        await answered(clinic, "+254712345678", "approved")
    second = (await open_items(clinic.gate))[1]
    await answered(clinic, second.id, "refused")
    assert [thread for thread, _ in await heard(clinic)] == [second.details["thread"]]


async def test_who_leaves_takes_the_question_off_the_list(clinic: Business) -> None:
    asked = await ask(clinic)
    await clinic.write(handler("withdraw_request_preauth"), {"preauth": asked})
    assert not await open_items(clinic.gate)


async def test_only_what_nobody_waits_for_is_settled_without_an_answer(clinic: Business) -> None:
    await ask(clinic)
    now = clinic.clock.now()
    async with transaction(clinic.database, clinic.tenant) as tx:
        await open_item(tx, Matter("p1", "paid_without_booking", "Look at it."), now)
    asked, other = await open_items(clinic.gate)
    async with transaction(clinic.database, clinic.tenant) as tx:
        with pytest.raises(InputError, match="A customer waits for the answer"):
            await settle(tx, asked.id, "desk", now)
        assert (await settle(tx, other.id, "desk", now)).reason == "paid_without_booking"
    assert await open_items(clinic.gate) == (asked,)
