"""Answers to a question that a publish has taken away, or moved: heard, and never blamed."""

import pytest

from tests.publishing import COLOURS, SHAPE
from tests.turns.published import published
from tests.turns.spa import Spa
from tools.publishing.service import Publishing

PLAIN = """
ratiba: 1
overlay: colours
flow: booking
settings: {give_up_after: 31m}
moved: {steps: {colour: confirm}, slots: {colour: null}}
"""
"""The step `colour` is taken away, and who stands at it goes to the summary."""


async def test_an_answer_to_a_question_that_is_gone_is_not_held_against_anybody(
    spa: Spa, publishing: Publishing
) -> None:
    await published(publishing, spa, COLOURS)
    customers = [
        await spa.customer(f"+25471200000{n}").says(f"book a haircut tomorrow at {n + 1}pm")
        for n in range(3)
    ]
    assert [one.state for one in customers] == ["COLOUR"] * 3
    await published(publishing, spa, PLAIN, base=1)
    for customer, act in zip(customers, ("says:red", "says:zzz", "taps:colour=red"), strict=True):
        kind, _, words = act.partition(":")
        await (customer.says(words) if kind == "says" else customer.taps(words))
        assert customer.state == "CONFIRM"
        last = (await customer.replies())[-1]
        assert last.startswith("To confirm: Haircut")
        assert customer.session is not None
        assert customer.session.rungs == 0
    assert (await customers[0].says("yes")).state == "PAYMENT_PENDING"
    blamed = (await customers[1].says("zzz")).session
    assert blamed is not None
    assert blamed.rungs == 1


@pytest.mark.parametrize("words", ["yes", "ok", "sawa", "yes please", "no"])
async def test_a_yes_to_a_question_that_is_gone_is_not_one_to_the_next(
    spa: Spa, publishing: Publishing, words: str
) -> None:
    """Nobody is charged by a summary that was never read, and nobody leaves by it."""
    await published(publishing, spa, COLOURS)
    customer = await spa.customer().says("book a haircut tomorrow at 3pm")
    assert customer.state == "COLOUR"
    await published(publishing, spa, PLAIN, base=1)
    await customer.says(words)
    assert customer.state == "CONFIRM"
    assert await spa.rows("SELECT 1 FROM {t}.outbox WHERE kind = 'stk'") == []
    assert "Haircut" in (await customer.replies())[-1]
    assert (await customer.says("yes")).state == "PAYMENT_PENDING"


AGE = """
ratiba: 1
overlay: age
flow: booking
add:
  age: {before: hold, confirm: {declined: abandoned}, say: age}
phrases:
  age: {en: "Are you over 18?", sw: "Una zaidi ya miaka 18?"}
  age.yes: {en: "Yes", sw: "Ndiyo"}
  age.declined: {en: "No", sw: "Hapana"}
"""
"""A yes to it shows nothing of the booking."""
NO_AGE = """
ratiba: 1
overlay: age
flow: booking
settings: {give_up_after: 31m}
moved: {steps: {age: confirm}}
"""


@pytest.mark.parametrize("act", ["yes", "tap"])
async def test_a_yes_that_was_shown_less_is_asked_for_again(
    spa: Spa, publishing: Publishing, act: str
) -> None:
    await published(publishing, spa, AGE)
    customer = await spa.customer().says("book a haircut tomorrow at 3pm")
    assert customer.state == "AGE"
    await published(publishing, spa, NO_AGE, base=1)
    await (customer.taps("act:affirm") if act == "tap" else customer.says(act))
    assert customer.state == "CONFIRM"
    assert "Haircut tomorrow at 15:00" in (await customer.replies())[-1]
    assert (await customer.says("yes")).state == "PAYMENT_PENDING"


def deposit(percent: int) -> str:
    return f"ratiba: 1\noverlay: terms\nflow: booking\nsettings: {{deposit: {percent}%}}\n"


@pytest.mark.parametrize(("before", "after"), [(0, 100), (50, 100), (100, 50)])
@pytest.mark.parametrize("act", ["yes", "tap"])
async def test_a_yes_on_other_terms_is_asked_for_again(
    spa: Spa, publishing: Publishing, before: int, after: int, act: str
) -> None:
    """What is due when has changed beneath the question: nobody is charged by the older yes."""
    await published(publishing, spa, deposit(before))
    customer = await spa.customer().says("book a haircut tomorrow at 3pm")
    assert customer.state == "CONFIRM"
    await published(publishing, spa, deposit(after), base=1)
    await (customer.taps("act:affirm") if act == "tap" else customer.says(act))
    assert customer.state == "CONFIRM"
    assert await spa.rows("SELECT 1 FROM {t}.outbox WHERE kind = 'stk'") == []
    assert (await customer.says("yes")).state == "PAYMENT_PENDING"


SHAPE_FIRST = COLOURS.replace(
    "add:", "add:\n  shape: {before: hold, ask: shape, choices: [round, square]}"
) + "\n".join(SHAPE.splitlines()[-3:])
"""Another question comes before the one that stands open."""
ASKED_LATER = SHAPE_FIRST.replace("colour: {before: hold,", "paint: {before: hold,").replace(
    "  colour: {en", "  paint: {en"
).replace("  colour.", "  paint.") + ("\nmoved: {steps: {colour: shape}}\n")
"""The step that stands open is gone, and another asks for its slot later."""


@pytest.mark.parametrize("source", [SHAPE_FIRST, ASKED_LATER], ids=["before", "later"])
@pytest.mark.parametrize("act", ["red", "1", "tap"])
async def test_an_answer_to_the_older_question_fills_its_slot(
    spa: Spa, publishing: Publishing, source: str, act: str
) -> None:
    await published(publishing, spa, COLOURS)
    customer = await spa.customer().says("book a haircut tomorrow at 3pm")
    assert customer.state == "COLOUR"
    await published(publishing, spa, source, base=1)
    await (customer.taps("colour=red") if act == "tap" else customer.says(act))
    assert (customer.state, (await customer.replies())[-1]) == ("SHAPE", "Which shape?")
    assert (await customer.says("round")).state == "CONFIRM"
    assert customer.session is not None
    assert customer.session.frames[0].slots["colour"].value.value == "red"
