"""Replies in a model's words: only for what may be, only with what is known, and never late."""

from pathlib import Path

import pytest

from engine.journal.entry import read_entry
from engine.model.model_call import ModelCall
from engine.settings import Settings
from ratiba.keeping.change import change
from sandbox.models.book import Mode
from tests.turns.conftest import open_spa
from tests.turns.modes import FAILING, behind, hasty
from tests.turns.spa import Spa
from tools.tenants.options import read_options

GREETING = {"en": "Thank you for writing. ", "sw": "Karibu. "}
"""What the stand-in sets before the words that it is given."""
WHOLE = {"en": "a haircut tomorrow at 3pm", "sw": "nataka kunyolewa kesho saa tisa mchana"}
LOST = {"en": "hmm qwerty zxcvb", "sw": "qwerty zxcvb sijui nini"}


async def worded(spa: Spa) -> list[ModelCall]:
    """The calls for words that the journal tells of, oldest first."""
    rows = await spa.rows("SELECT entry FROM {t}.journal ORDER BY id")
    return [call for (entry,) in rows for call in read_entry(entry).calls]


async def test_an_answer_from_what_is_known_comes_in_other_words(settings: Settings) -> None:
    async with behind(settings, Mode.GOOD, "anthropic") as (spa, _):
        customer = await spa.customer().says("how long does a haircut take?")
        (reply,) = await customer.replies()
        assert reply.startswith(GREETING["en"])
        assert "Haircut takes" in reply
        (call,) = await worded(spa)
        assert (call.role, call.came) == ("answer_shaper", "ok")
        assert customer.session is not None
        assert customer.session.total_token_cost_usd == call.cost_usd > 0


async def test_money_hours_and_conditions_are_said_as_they_are_written(settings: Settings) -> None:
    async with behind(settings, Mode.GOOD, "anthropic") as (spa, book):
        customer = spa.customer()
        for words in ("how much is a haircut?", "are you open on Friday?", "how do I pay?"):
            await customer.says(words)
        assert not book.heard


async def test_what_asks_and_what_does_is_said_as_it_is_written(settings: Settings) -> None:
    async with behind(settings, Mode.GOOD, "anthropic") as (spa, book):
        customer = await spa.customer().says(WHOLE["en"])
        await customer.says("yes")
        assert customer.state == "PAYMENT_PENDING"
        assert not book.heard
        assert not await worded(spa)


@pytest.mark.parametrize("mode", FAILING)
async def test_whatever_else_comes_the_plain_words_are_said(
    settings: Settings, tmp_path: Path, mode: Mode
) -> None:
    async with behind(settings, mode, "anthropic", models=hasty(tmp_path)) as (spa, book):
        customer = await spa.customer().says("how long does a haircut take?")
        (reply,) = await customer.replies()
        assert book.heard
    async with open_spa(settings) as spa:
        plain = await (await spa.customer().says("how long does a haircut take?")).replies()
    assert [reply] == plain


async def test_after_a_person_the_thread_is_taken_up_again(settings: Settings) -> None:
    async with behind(settings, Mode.GOOD, "anthropic") as (spa, book):
        customer = await spa.customer().says(WHOLE["en"])
        await customer.says("can I talk to a person please")
        assert customer.state == "ESCALATE"
        await customer.happens("notify_admin.handed_back")
        assert customer.state == "CONFIRM"
        reply = (await customer.replies())[-1]
        assert reply.startswith(GREETING["en"] + "Thank you for waiting.")
        assert [call.role for call in await worded(spa)] == ["reorientation"]
        (asked,) = book.heard
        assert '"service": "Haircut"' in asked.message, "it is told what is known"


async def test_at_the_hard_limit_nobody_is_asked_for_words(settings: Settings) -> None:
    async with behind(settings, Mode.GOOD, "anthropic") as (spa, book):
        options = read_options(["model_cost_soft_usd=0", "model_cost_hard_usd=0"])
        spa.tenant = await change(spa.house.engine.core, spa.tenant.slug, options, None)
        customer = await spa.customer().says("how long does a haircut take?")
        assert await customer.replies()
        assert not book.heard


@pytest.mark.parametrize("language", ["en", "sw"])
async def test_a_clarification_in_the_language_of_the_talk(
    settings: Settings, language: str
) -> None:
    async with behind(settings, Mode.GOOD, "anthropic") as (spa, _):
        customer = await spa.customer().says(WHOLE[language])
        assert customer.state == "CONFIRM"
        await customer.says(LOST[language])
        reply = (await customer.replies())[-1]
        assert customer.state == "CLARIFICATION"
        assert reply.startswith(GREETING[language])
        roles = [call.role for call in await worded(spa)]
        assert roles == ["answer_shaper"]


async def test_while_a_person_has_the_talk_no_model_is_asked(settings: Settings) -> None:
    async with behind(settings, Mode.GOOD) as (spa, book):
        customer = await spa.customer().says("can I talk to a person please")
        assert customer.state == "ESCALATE"
        await customer.says("wanjala hook me up")
        assert not book.heard
