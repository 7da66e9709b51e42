"""A whole conversation, whatever the model behind the rules does: it goes on by rules."""

from datetime import timedelta
from pathlib import Path

import pytest

from engine.assembly.library import ROOT
from engine.assembly.models.reading import read_models
from engine.journal.entry import read_entry
from engine.llm.config import Models
from engine.model.event import Words
from engine.model.model_call import ModelCall
from engine.runtime.saying import LEAST_S, MOST_S, left_s
from engine.settings import Settings
from sandbox.models.book import Mode
from tests.turns.modes import FAILING, PROVIDERS, behind, hasty
from tests.turns.spa import Spa, settle_latest

CAME = {
    Mode.LATE: {"late"},
    Mode.REFUSING: {"refused"},
    Mode.MALFORMED: {"malformed"},
    Mode.EXTRA: {"malformed"},
    Mode.NONSENSE: {"ok"},
    Mode.LONG: {"malformed"},
    Mode.LIMITED: {"unavailable"},
    Mode.BROKEN: {"unavailable"},
}
"""What goes on record of each way; any of them may run out of the little time there is."""
TALKS = {
    "en": (
        "qwerty zxcvb asdf",
        "a haircut tomorrow at 3pm",
        "hmm qwerty zxcvb",
        "how much is it?",
        "yes",
    ),
    "sw": (
        "qwerty zxcvb asdf",
        "nataka kunyolewa kesho saa kumi na moja jioni",
        "hmm qwerty zxcvb",
        "ni pesa ngapi?",
        "ndio",
    ),
}
"""What rules do not know, a whole wish, what rules do not know, a question, and the yes."""


async def came(spa: Spa) -> set[tuple[str, str]]:
    """Who was asked, and what became of it."""
    found = set[tuple[str, str]]()
    for (body,) in await spa.rows("SELECT entry FROM {t}.journal ORDER BY id"):
        entry = read_entry(body)
        heard = entry.event.understanding.calls if isinstance(entry.event, Words) else ()
        found |= {(call.provider, call.came) for call in (*heard, *entry.calls)}
    return found


async def prompts(spa: Spa) -> list[object]:
    """The requests for money that were sent."""
    return list(await spa.rows("SELECT 1 FROM {t}.outbox WHERE kind = 'stk'"))


@pytest.mark.parametrize("provider", PROVIDERS)
@pytest.mark.parametrize("mode", FAILING)
async def test_a_booking_is_made_and_paid_all_the_same(
    settings: Settings, tmp_path: Path, mode: Mode, provider: str
) -> None:
    async with behind(settings, mode, provider, models=hasty(tmp_path)) as (spa, book):
        for number, (language, talk) in enumerate(TALKS.items()):
            customer = spa.customer(f"+25471200000{number}")
            for words in talk:
                assert len(await prompts(spa)) == number, "no model says the yes that pays"
                answered = len(await customer.replies())
                await customer.says(words)
                assert len(await customer.replies()) > answered, "every message is answered"
            assert customer.state == "PAYMENT_PENDING"
            assert customer.session is not None
            assert customer.session.locale == language
            spa.clock.advance(timedelta(minutes=1))
        await settle_latest(spa)
        await spa.work()
        booked = await spa.rows(
            "SELECT s.name_en, a.status, to_char(a.starts_at AT TIME ZONE 'Africa/Nairobi',"
            " 'MM-DD HH24:MI') FROM {t}.appointments a JOIN {t}.services s ON s.id = a.service_id"
            " ORDER BY a.starts_at"
        )
        assert [tuple(row) for row in booked] == [
            ("Haircut", "pending", "06-02 15:00"),
            ("Haircut", "confirmed", "06-02 17:00"),
        ]
        found = await came(spa)
        assert {one for one, _ in found} == {provider}
        assert {how for _, how in found} <= CAME[mode] | {"late"}
        assert book.heard
        paid = await spa.rows("SELECT amount_kes FROM {t}.payments")
        assert [int(amount) for (amount,) in paid] == [1500, 1500], "no model has set the price"


def test_the_shipped_budgets_leave_an_answer_within_ten_seconds() -> None:
    found = read_models(ROOT)
    assert isinstance(found, Models)
    waited_for = ("intent_classifier", "answer_shaper", "reorientation")
    assert all(found.roles[name].total_s <= MOST_S for name in waited_for)
    assert MOST_S < 10, "of all of them together in one turn: what one has used another has not"


def test_what_understanding_has_used_is_not_there_for_words() -> None:
    calls = [
        ModelCall("intent_classifier", "openai", "m", "p", "late", ms=ms) for ms in (3500, 2100)
    ]
    assert left_s(()) == MOST_S
    assert left_s(calls) == pytest.approx(0.4)
    assert left_s(calls) < LEAST_S, "nobody is asked for words any more"
