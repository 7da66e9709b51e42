"""The briefing of whoever takes over: summed up where a model can, and sent whatever it does."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import structlog

from engine.clock import FixedClock
from engine.model.message import TextReceived
from engine.model.tenant import Tenant
from engine.settings import Settings
from engine.store.delivery import Delivery, OutboxRow, Sent
from engine.store.records import Incoming
from engine.store.spending import spend
from engine.store.tenancy import transaction
from ratiba.keeping.change import change
from ratiba.wiring import housed
from sandbox.models.app import models_app
from sandbox.models.book import Mode, ModelsBook
from sandbox.serving import running
from tests.turns.conftest import open_spa
from tests.turns.modes import FAILING, KEY, hasty, keys
from tests.turns.spa import Spa
from tools.notify.handoffs import waiting
from tools.tenants.options import read_options

CALLS = "nataka kunyolewa kesho saa tisa mchana", "can I talk to a person please"


@dataclass
class Phone:
    """The team's phone: a carrier that keeps what it is given."""

    texts: list[str] = field(default_factory=list)

    async def carry(self, tenant: Tenant, row: OutboxRow) -> Delivery:
        self.texts.append(str(row.body["text"]))
        return Sent("1")

    def stranded(self, tenant: Tenant, row: OutboxRow) -> tuple[Incoming, ...]:
        return ()


@asynccontextmanager
async def told(
    settings: Settings, mode: Mode, *setting: str, models: Path | None = None
) -> AsyncIterator[tuple[Spa, Phone, ModelsBook]]:
    """A business whose team has a phone, and a customer who asks for a person."""
    book, phone = ModelsBook({"openai": KEY, "anthropic": KEY}, mode), Phone()
    async with open_spa(settings) as plain, running(models_app(book)) as url:
        given = settings.model_copy(update={**keys(url, "anthropic"), "ratiba_models": models})
        clock = FixedClock(plain.clock.now())
        async with housed(given, clock, carriers=lambda core, http: {"notify": phone}) as house:
            options = read_options(["admin_whatsapp=+254700000009", *setting])
            tenant = await change(house.engine.core, plain.tenant.slug, options, None)
            spa = Spa(house, tenant, clock)
            for words in CALLS:
                await spa.customer().says(words)
            book.heard.clear()
            await house.engine.sender._serve(tenant.slug)
            yield spa, phone, book


async def test_two_sentences_stand_above_the_briefing(settings: Settings) -> None:
    async with told(settings, Mode.GOOD) as (spa, phone, book):
        (text,) = phone.texts
        assert text.startswith('The customer wrote last: "can I talk to a person please".')
        assert "+254712000001 asks for a person." in text
        (handoff,) = await waiting(spa.gate)
        assert handoff.summary is not None
        assert handoff.summary.startswith("The customer wrote last:")
        ((role, came, cost),) = await spa.rows("SELECT role, came, cost_usd FROM {t}.model_calls")
        assert (role, came) == ("handoff_summarizer", "ok")
        assert cost > 0
        assert len(book.heard) == 1
        assert await spent(spa) == pytest.approx(cost), "and the rest of it cost nothing"


async def test_what_a_briefing_costs_counts_for_the_conversation(settings: Settings) -> None:
    """Its cost reaches both limits, and what is booked afterwards tells of it."""
    limits = "model_cost_soft_usd=0.000001", "model_cost_hard_usd=0.00001"
    with structlog.testing.capture_logs() as logs:
        async with told(settings, Mode.GOOD, *limits) as (spa, _, book):
            cost = await spent(spa)
            customer = await spa.customer().happens("notify_admin.handed_back")
            assert customer.session is not None
            assert customer.session.total_token_cost_usd == cost >= 0.00001
            asked = len(book.heard)
            await customer.says("wanjala hook me up")
            assert len(book.heard) == asked, "nobody is asked beyond the limit"
            assert await spent(spa) == cost
    (soft,) = [log for log in logs if log["event"] == "cost.soft"]
    (hard,) = [log for log in logs if log["event"] == "handoff.signal"]
    assert soft["total_token_cost_usd"] == hard["total_token_cost_usd"] == round(cost, 4)
    assert hard["signal"] == "d1"


async def test_a_turn_under_way_meanwhile_keeps_the_cost(settings: Settings) -> None:
    async with told(settings, Mode.GOOD) as (spa, _, _book):
        customer = await spa.customer().happens("notify_admin.handed_back")
        thread = customer.session.thread_id if customer.session else ""
        before = await spent(spa)
        await spa.put(customer.incoming(TextReceived("Anna please")))
        claimed = await spa.claim()
        async with transaction(spa.house.engine.core.database, spa.tenant) as tx:
            assert await spend(tx, thread, 0.5) == pytest.approx(before + 0.5)
        session = await spa.house.engine.turner.take(claimed)
        assert session is not None
        assert session.total_token_cost_usd == pytest.approx(before + 0.5)


async def spent(spa: Spa) -> float:
    """What models have cost for the one conversation that there is."""
    ((cost,),) = await spa.rows(
        "SELECT (checkpoint ->> 'total_token_cost_usd')::float8 FROM {c}.checkpoints"
        " WHERE type = 'current'"
    )
    return float(cost or 0)


@pytest.mark.parametrize("mode", FAILING)
async def test_whatever_the_model_does_the_briefing_is_sent(
    settings: Settings, tmp_path: Path, mode: Mode
) -> None:
    async with told(settings, mode, models=hasty(tmp_path)) as (spa, phone, book):
        (text,) = phone.texts
        assert text.startswith("+254712000001 asks for a person.")
        assert "> nataka kunyolewa kesho" in text
        assert book.heard
        (handoff,) = await waiting(spa.gate)
        assert handoff.summary
        assert not handoff.summary.startswith("The customer wrote last:")


@pytest.mark.parametrize("mode", FAILING)
async def test_a_briefing_that_is_sent_again_asks_no_model_again(
    settings: Settings, tmp_path: Path, mode: Mode
) -> None:
    async with told(settings, mode, models=hasty(tmp_path)) as (spa, phone, book):
        calls = await spa.rows("SELECT id FROM {t}.model_calls")
        assert calls
        asked = len(book.heard)
        await spa.rows("UPDATE {t}.outbox SET state = 'new' WHERE kind = 'notify' RETURNING id")
        await spa.house.engine.sender._serve(spa.tenant.slug)
        assert len(phone.texts) == 2
        assert phone.texts[0] == phone.texts[1]
        assert len(book.heard) == asked
        assert await spa.rows("SELECT id FROM {t}.model_calls") == calls


async def test_at_the_hard_limit_nobody_is_asked(settings: Settings) -> None:
    limits = "model_cost_soft_usd=0", "model_cost_hard_usd=0"
    async with told(settings, Mode.GOOD, *limits) as (_, phone, book):
        (text,) = phone.texts
        assert text.startswith("+254712000001 asks for a person.")
        assert not book.heard
