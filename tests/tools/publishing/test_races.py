"""What happens in the middle of a publish, or of making what customers meet."""

from dataclasses import replace

import pytest

from engine.assembly.library import Repertoire
from engine.model.session import Frame, How, Session
from engine.spec.phrases.phrasing import Words
from ratiba.kits import TenantKits
from tests.publishing import AMINA, COLOURS, gate, library, wish
from tests.tools.conftest import Business
from tests.tools.publishing.meanwhile import Meanwhile, Work
from tests.tools.publishing.test_service import spans
from tools.publishing import rows
from tools.publishing.overlaying import laid
from tools.publishing.own_words import read_words
from tools.publishing.past import read_past
from tools.publishing.records import Published, Refused
from tools.publishing.service import Publishing
from tools.publishing.shelves import Shelves

RECAP = "booking.recap"
EARLIER = "UPDATE {t}.flow_sets SET beneath = NULL"
"""As if published on another release, which is not kept."""


@pytest.fixture
def publishing(spa: Business) -> Publishing:
    return Publishing(spa.database, gate(), spa.clock)


async def put(publishing: Publishing, spa: Business, minutes: int, *, pin: bool = False) -> None:
    base = len(await publishing.history(spa.tenant))
    done = await publishing.publish(
        spa.tenant, AMINA, wish(spans(minutes), spa.tenant, base, pin=pin)
    )
    assert isinstance(done, Published)


def patient(spa: Business, minutes: int) -> Repertoire:
    found = laid(library(), spa.tenant.vertical, {"patience": spans(minutes)})
    assert isinstance(found, Repertoire)
    return found


async def test_flows_that_are_no_longer_in_force_are_noted_at_no_publish_but_their_own(
    spa: Business, publishing: Publishing
) -> None:
    """A conversation that a pin keeps stays, though another process published meanwhile."""
    await put(publishing, spa, 31)
    await spa.gate.execute(EARLIER)
    older = patient(spa, 31).flows

    async def pinned() -> None:
        await put(publishing, spa, 61, pin=True)
        await spa.gate.execute(EARLIER)

    kits = TenantKits(Meanwhile(library(), pinned), spa.database, spa.clock)
    kit = await kits.of(spa.tenant)
    assert (kit.published, kit.flows.flows["booking"].digest) == (1, older.flows["booking"].digest)
    assert [dict(row.held) for row in await rows.past(spa.gate)] == [{}, {}]
    past = await read_past(spa.gate, library(), spa.tenant.vertical, Shelves())
    stand = past.at(begun_in(older.flows["booking"].digest))
    assert stand is not None
    assert (stand.place, past.pinned(stand)) == (1, True)


async def test_words_that_came_in_the_middle_of_a_publish_are_checked_with_it(
    spa: Business, publishing: Publishing
) -> None:
    """Each is sound alone: the owner's words tell what the overlay's recap no longer does."""

    async def said() -> None:
        assert (await publishing.say(spa.tenant, AMINA, RECAP, longer())).good

    curt = COLOURS + "  recap: {en: All set., sw: Tayari.}\n"
    refused = await during(publishing, said).publish(spa.tenant, AMINA, wish(curt, spa.tenant))
    assert isinstance(refused, Refused)
    assert {problem.key for problem in refused.report.problems} == {RECAP}
    assert await publishing.history(spa.tenant) == ()
    assert await read_words(spa.gate) == longer_by_language()


async def test_a_publish_in_the_middle_of_new_words_is_checked_with_them(
    spa: Business, publishing: Publishing
) -> None:
    async def published() -> None:
        curt = COLOURS + "  recap: {en: All set., sw: Tayari.}\n"
        done = await publishing.publish(spa.tenant, AMINA, wish(curt, spa.tenant))
        assert isinstance(done, Published)

    report = await during(publishing, published).say(spa.tenant, AMINA, RECAP, longer())
    assert {problem.key for problem in report.problems} == {RECAP}
    assert await read_words(spa.gate) == {}


async def test_words_that_fit_do_not_keep_a_publish_from_landing(
    spa: Business, publishing: Publishing
) -> None:
    async def said() -> None:
        assert (await publishing.say(spa.tenant, AMINA, RECAP, longer())).good

    racing = during(publishing, said)
    assert isinstance(await racing.publish(spa.tenant, AMINA, wish(COLOURS, spa.tenant)), Published)
    assert await read_words(spa.gate) == longer_by_language()


def during(publishing: Publishing, work: Work) -> Publishing:
    """The same; in the middle of its first check something else is done."""
    gate = publishing.gate
    return replace(publishing, gate=replace(gate, worlds=Meanwhile(gate.worlds, work)))


def longer() -> dict[str, Words]:
    """The recap with a word of thanks: language -> words."""
    entries = {locale: library().book.entry(locale, RECAP) for locale in ("en", "sw")}
    return {
        locale: {"text": f"{entry.text} Asante!", "voice": entry.variant(spoken=True)}
        for locale, entry in entries.items()
        if entry
    }


def longer_by_language() -> dict[str, dict[str, Words]]:
    return {locale: {RECAP: words} for locale, words in longer().items()}


def begun_in(digest: str) -> Session:
    return Session(thread_id="thread-1", frames=(Frame(1, "booking", digest, "hold", How.TASK),))
