"""Whole turns with a good model behind the rules; what others do: `test_any_model.py`."""

import json

import pytest
import structlog

from engine.assembly.library import load_library
from engine.journal.entry import read_entry
from engine.journal.replay import Class, replay
from engine.model.event import Words
from engine.model.model_call import ModelCall
from engine.settings import Settings
from ratiba.keeping.change import change
from sandbox.models.book import Mode
from tests.publishing import gate
from tests.turns.modes import KEY, behind
from tests.turns.published import published
from tests.turns.spa import Spa, settle_latest
from tools.definitions import load_definitions
from tools.publishing.recordings import recordings
from tools.publishing.service import Publishing
from tools.scheduling.ledger import coming
from tools.tenants.options import read_options

HAIRCUT = "Hi I want to book a haircut tomorrow at 3pm"
BY_RULES = "ratiba: 1\noverlay: by_rules\nflow: cost_limit\nsettings: {to_person: false}\n"
"""At the hard limit nobody is called."""


async def calls(spa: Spa) -> list[ModelCall]:
    """All that the journal tells of models, oldest first."""
    found: list[ModelCall] = []
    for (body,) in await spa.rows("SELECT entry FROM {t}.journal ORDER BY id"):
        event = read_entry(body if isinstance(body, dict) else json.loads(body)).event
        if isinstance(event, Words):
            found += event.understanding.calls
    return found


async def test_sure_rules_cost_nothing(settings: Settings) -> None:
    async with behind(settings, Mode.GOOD) as (spa, book):
        customer = await spa.customer().says(HAIRCUT)
        assert customer.state == "CONFIRM"
        assert not book.heard
        assert customer.session is not None
        assert customer.session.total_token_cost_usd == 0
        assert not await calls(spa)


async def test_a_good_model_helps_and_is_on_record(settings: Settings) -> None:
    async with behind(settings, Mode.GOOD) as (spa, book):
        customer = await spa.customer().says("wanjala hook me up")
        assert customer.state == "COLLECT_SERVICE", "the rules alone left it open"
        (call,) = await calls(spa)
        assert (call.came, call.provider) == ("ok", "openai")
        assert call.prompt.startswith("intent_classifier/3#")
        assert customer.session is not None
        assert customer.session.total_token_cost_usd == call.cost_usd > 0
        await customer.says("qwerty zxcvb asdf")
        both = sum(one.cost_usd for one in await calls(spa))
        assert customer.session.total_token_cost_usd == pytest.approx(both)
    assert len(book.heard) == 2


async def test_a_booking_tells_what_models_cost_for_it(settings: Settings) -> None:
    async with behind(settings, Mode.GOOD) as (spa, _):
        customer = await spa.customer().says("wanjala hook me up")
        await customer.says("a haircut tomorrow at 3pm")
        await customer.says("yes")
        await settle_latest(spa)
        await spa.work()
        (booked,) = await coming(spa.gate, spa.clock.now())
        (call,) = await calls(spa)
    assert (booked.status, booked.total_token_cost_usd) == ("confirmed", call.cost_usd)


async def test_what_a_model_made_of_words_is_replayed_from_the_record(settings: Settings) -> None:
    async with behind(settings, Mode.GOOD) as (spa, book):
        await spa.customer().says("wanjala hook me up")
        found = await recordings(spa.gate, spa.tenant, most=1)
        asked = len(book.heard)
        (result,) = replay(load_library(load_definitions()).flows, found)
    assert result.kind is Class.SAME
    assert len(book.heard) == asked, "nobody is asked again"


async def test_a_key_is_in_no_row(settings: Settings) -> None:
    async with behind(settings, Mode.BROKEN) as (spa, _):
        await spa.customer().says("qwerty zxcvb asdf")
        rows = await spa.rows("SELECT entry::text FROM {t}.journal")
    assert KEY not in str(rows)


async def test_at_the_soft_limit_the_log_warns_and_at_the_hard_one_a_person_comes(
    settings: Settings,
) -> None:
    async with behind(settings, Mode.GOOD) as (spa, book):
        await limited(spa, soft=0.00001, hard=0.00015)
        with structlog.testing.capture_logs() as logs:
            customer = await spa.customer().says("wanjala hook me up")
            asked = len(book.heard)
            assert asked == 1
            await customer.says("qwerty zxcvb asdf")
        warned = [log["event"] for log in logs if log["log_level"] == "warning"]
        assert warned == ["cost.soft", "handoff.signal"]
        (signal,) = [log for log in logs if log["event"] == "handoff.signal"]
        assert (signal["signal"], signal["limit_usd"]) == ("d1", 0.00015)
        assert customer.state == "ESCALATE"
        reasons = await spa.rows("SELECT reason FROM {t}.handoff_log")
        assert reasons == [("cost",)]


async def test_a_business_that_may_spend_nothing_asks_no_model_and_calls_nobody(
    settings: Settings,
) -> None:
    async with behind(settings, Mode.GOOD) as (spa, book):
        await limited(spa, soft=0, hard=0)
        customer = await spa.customer().says("wanjala hook me up")
        assert not book.heard
        await customer.says(HAIRCUT)
        assert customer.state == "CONFIRM"


async def limited(spa: Spa, *, soft: float, hard: float) -> None:
    """What models may cost for a booking, as `ratiba tenant set` sets it."""
    options = read_options([f"model_cost_soft_usd={soft:f}", f"model_cost_hard_usd={hard:f}"])
    core = spa.house.engine.core
    spa.tenant = await change(core, spa.tenant.slug, options, None)


async def test_where_the_flow_says_so_nobody_is_called_and_rules_go_on(settings: Settings) -> None:
    async with behind(settings, Mode.GOOD) as (spa, book):
        await limited(spa, soft=0, hard=0.00015)
        publishing = Publishing(spa.house.engine.core.database, gate(), spa.clock)
        await published(publishing, spa, BY_RULES)
        spa.tenant = await spa.house.engine.core.tenants.by_slug(spa.tenant.slug)
        customer = await spa.customer().says("wanjala hook me up")
        assert len(book.heard) == 1
        await customer.says("qwerty zxcvb asdf")
        assert len(book.heard) == 1, "the limit is reached"
        assert customer.state in {"COLLECT_SERVICE", "CLARIFICATION"}
        await customer.says("haircut tomorrow at 3pm")
        assert customer.state == "CONFIRM"
        assert not await spa.rows("SELECT 1 FROM {t}.handoff_log")
