"""A business's own words for a phrase are checked where they are written and read."""

from collections.abc import Mapping

import pytest
import structlog.testing

from engine.spec.phrases.phrasing import Words
from tests.publishing import AMINA, COLOURS, DESK, library, wish
from tests.turns.spa import Customer, Spa
from tools.publishing.own_words import read_words
from tools.publishing.records import NotAllowed, Published, Refused, Report
from tools.publishing.service import Publishing

ROW = (
    "INSERT INTO {t}.phrases (locale, key, text, updated_at)"
    " VALUES (%s, %s, %s, '2026-06-01T06:00:00Z')"
)
ITEMS = "SELECT reason, details ->> 'document', details ->> 'text' FROM {t}.attention_items"
SUMMARY = "booking.summary"
KIND = {
    "en": "{{ service }} {{ time | on }}, {{ person }}{% if price %}, {{ price }}{% endif %}"
    "{% if phone and not phone.verified %}, {{ phone }}{% endif %}. Say YES, dear.",
    "sw": "{{ service }} {{ time | on }}, {{ person }}{% if price %}, {{ price }}{% endif %}"
    "{% if phone and not phone.verified %}, {{ phone }}{% endif %}. Sema NDIO, mpenzi.",
}
BAD: Mapping[str, dict[str, str]] = {
    "asks other facts": {
        "en": f"{KIND['en']} {{{{ discount }}}}", "sw": f"{KIND['sw']} {{{{ discount }}}}",
    },
    "says one thing in one language": {"en": KIND["en"], "sw": "Sema NDIO, mpenzi."},
    "is no template": {"en": "Sure {% if price %}?", "sw": "Sawa {% if price %}?"},
    "hides what a yes must show": {"en": "Shall I book it?", "sw": "Niweke nafasi?"},
    "takes the price to be there": {
        locale: text.replace("{% if price %}, {{ price }}{% endif %}", ", {{ price }}")
        for locale, text in KIND.items()
    },
    "is in a language that nobody has": {"fr": "Oui?"},
    "is missing in a language": {"en": KIND["en"].replace("Say", "Write") + "{{ role.staff }}"},
}  # fmt: skip


async def say(
    publishing: Publishing, spa: Spa, wordings: Mapping[str, Words], phrase: str = SUMMARY
) -> Report:
    return await publishing.say(spa.tenant, AMINA, phrase, wordings)


async def asked(spa: Spa) -> tuple[Customer, str]:
    """A customer who is asked for the yes, and in which words."""
    spa.tenant = await spa.house.engine.core.tenants.by_slug(spa.tenant.slug)
    customer = await spa.customer().says("book a haircut tomorrow at 3pm")
    assert customer.state == "CONFIRM"
    return customer, (await customer.replies())[-1]


async def test_other_words_with_the_same_facts_are_said(spa: Spa, publishing: Publishing) -> None:
    assert (await say(publishing, spa, KIND)).good
    customer, words = await asked(spa)
    assert words == "Haircut tomorrow at 15:00, Anna, KES 1,500. Say YES, dear."
    assert (await customer.says("yes")).state == "PAYMENT_PENDING"


@pytest.mark.parametrize("fault", BAD)
async def test_what_is_refused_where_it_is_written_changes_nothing(
    spa: Spa, publishing: Publishing, fault: str
) -> None:
    report = await say(publishing, spa, BAD[fault])
    assert report.problems
    assert all(problem.remedy for problem in report.problems)
    assert await read_words(spa.gate) == {}


@pytest.mark.parametrize("fault", BAD)
async def test_what_was_written_past_the_check_is_not_said_and_the_team_hears(
    spa: Spa, publishing: Publishing, fault: str
) -> None:
    """The words beneath are, and the business's other wordings stay."""
    for locale, text in BAD[fault].items():
        await spa.gate.execute(ROW, [locale, SUMMARY, text])
    for locale in ("en", "sw"):
        await spa.gate.execute(ROW, [locale, "start.greet", "Hello from the spa!"])
    with structlog.testing.capture_logs() as logs:
        customer, words = await asked(spa)
    assert words.startswith("To confirm: Haircut")
    assert (await customer.says("yes")).state == "PAYMENT_PENDING"
    assert (await spa.customer("+254712000002").says("habari, hello")).session is not None
    assert [one["event"] for one in logs if "conflict" in one["event"]] == ["phrases.conflict"]
    ((reason, document, told),) = await spa.rows(ITEMS)
    assert reason == "phrases_conflict"
    assert document
    assert "customers hear those beneath" in told


async def test_a_document_is_checked_with_the_words_that_lie_on_it(
    spa: Spa, publishing: Publishing
) -> None:
    """The overlay is sound alone; the business's own words tell what it no longer does."""
    entries = {locale: library().book.entry(locale, "booking.recap") for locale in ("en", "sw")}
    mine = {
        locale: {"text": f"{entry.text} Asante!", "voice": entry.variant(spoken=True)}
        for locale, entry in entries.items()
        if entry
    }
    assert (await say(publishing, spa, mine, "booking.recap")).good
    curt = COLOURS + "  recap: {en: All set., sw: Tayari.}\n"
    refused = await publishing.publish(spa.tenant, AMINA, wish(curt, spa.tenant))
    assert isinstance(refused, Refused)
    assert {problem.key for problem in refused.report.problems} == {"booking.recap"}
    assert (await say(publishing, spa, {}, "booking.recap")).good
    done = await publishing.publish(spa.tenant, AMINA, wish(curt, spa.tenant))
    assert isinstance(done, Published)


async def test_words_are_taken_back_and_only_by_who_may(spa: Spa, publishing: Publishing) -> None:
    assert (await say(publishing, spa, KIND)).good
    with pytest.raises(NotAllowed):
        await publishing.say(spa.tenant, DESK, SUMMARY, {})
    assert (await say(publishing, spa, {})).good
    _, words = await asked(spa)
    assert words.startswith("To confirm: Haircut")


async def test_a_word_of_ones_own_means_one_that_is_understood(
    spa: Spa, publishing: Publishing
) -> None:
    report = await publishing.say(spa.tenant, AMINA, "lexicon.word.kehso", {"sw": "kexhoo"})
    assert [(one.fault, one.remedy) for one in report.problems] == [
        ("nothing understands 'kehso'", "Write 'word.kesho'")
    ]
    assert await read_words(spa.gate) == {}
    for known in ("kesho", "manicure"):
        said = await publishing.say(spa.tenant, AMINA, f"lexicon.word.{known}", {"sw": f"{known}x"})
        assert said.good, said.problems
