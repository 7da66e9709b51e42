"""What is in force no longer holds together: customers meet the last that did, the team hears."""

import shutil
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
import structlog.testing

from engine.assembly.library import ROOT, Library
from engine.settings import Settings
from ratiba.wiring import housed
from tests.publishing import AMINA, PATIENT, gate, wish
from tests.turns.spa import Customer, Spa
from tools.definitions import load_definitions
from tools.publishing.records import Refused, Report
from tools.publishing.service import Publishing

NUTS = """
ratiba: 1
overlay: nuts
flow: booking
add:
  nuts: {before: collect_staff, ask: nuts, choices: [none, some]}
phrases:
  nuts: {en: "Any allergy to nuts?", sw: "Una mzio wa karanga?"}
  nuts.none: {en: "None", sw: "Hakuna"}
  nuts.some: {en: "Yes", sw: "Ndiyo"}
"""
"""A step that keeps customers safe; the next release has no `collect_staff` to stand before."""
FITTING = NUTS.replace("before: collect_staff", "before: pick_somebody")
RENAMED = (
    FITTING.replace("  nuts: {before", "  allergy: {before")
    .replace("  nuts: {en", "  allergy: {en")
    .replace("  nuts.", "  allergy.")
)
MOVED = "moved: {steps: {nuts: allergy}}\n"
UNREADABLE = "ratiba: 1\noverlay: patience\nflow: [booking\n"
WORDS = (
    "INSERT INTO {t}.phrases (locale, key, text, updated_at)"
    " VALUES ('en', 'booking.nuts', 'Nuts, {{ nobody }}?', '2026-06-01T06:00:00Z')"
)
PUT = "UPDATE {t}.flow_versions SET source = %s WHERE flow = 'patience' AND version = 2"
ITEMS = (
    "SELECT reason, details ->> 'document', (details ->> 'line')::int, details ->> 'remedy',"
    " resolved_at IS NULL FROM {t}.attention_items ORDER BY opened_at, id"
)


@pytest.fixture
def later(spa: Spa, newer: Path) -> Publishing:
    """Publishing as the next release does it."""
    worlds = Library(load_definitions(), newer)
    database = spa.house.engine.core.database
    return Publishing(database, replace(gate(), worlds=worlds), spa.clock)


async def publish(publishing: Publishing, spa: Spa, source: str, base: int = 0) -> Report:
    """What a publish says; that it went through is in `in_force`."""
    result = await publishing.publish(spa.tenant, AMINA, wish(source, spa.tenant, base))
    return result.report


async def booking(spa: Spa, phone: str = "+254712000001") -> Customer:
    return await spa.customer(phone).says("book a swedish massage")


async def test_the_last_set_that_held_together_is_served_whole(
    spa: Spa, deployed: Spa, publishing: Publishing
) -> None:
    assert (await publish(publishing, spa, PATIENT)).good
    assert (await publish(publishing, spa, NUTS)).good
    with structlog.testing.capture_logs() as logs:
        assert (await booking(deployed)).state == "NUTS"
        await spa.gate.execute("UPDATE {t}.services SET position = position")
        assert (await booking(deployed, "+254712000002")).state == "NUTS"
    assert len([one for one in logs if one["event"] == "flows.conflict"]) == 1
    ((reason, document, line, remedy, is_open),) = await spa.rows(ITEMS)
    assert (reason, document, line, is_open) == ("flows_conflict", "nuts.yaml", 6, True)
    assert remedy == "Write 'collect_slot'"


@pytest.fixture
async def between(spa: Spa, settings: Settings, tmp_path: Path) -> AsyncIterator[Spa]:
    """The business, served by a release between the first and the one that breaks its document."""
    root = tmp_path / "between"
    for name in ("flows", "prompts", "verticals"):
        shutil.copytree(ROOT / name, root / name)
    flow = root / "flows" / "booking.yaml"
    text = flow.read_text("utf-8")
    assert "give_up_after: 30m" in text
    flow.write_text(text.replace("give_up_after: 30m", "give_up_after: 20m"), "utf-8")
    async with housed(settings, spa.clock, carriers=lambda core, http: {}, root=root) as house:
        yield Spa(house, spa.tenant, spa.clock)


async def test_a_release_that_breaks_it_falls_back_on_the_release_before(
    spa: Spa, between: Spa, deployed: Spa, publishing: Publishing
) -> None:
    """Not on the one of the day of the publish; who was under way does not notice."""
    assert (await publish(publishing, spa, NUTS)).good
    assert waits(await booking(between)) == 20 * 60
    customer = between.customer("+254712000002")
    customer.spa = between
    assert (await customer.says("book a swedish massage")).state == "NUTS"
    customer.spa = deployed
    with structlog.testing.capture_logs() as logs:
        assert (await customer.says("none")).state == "COLLECT_STAFF"
    assert [one["event"] for one in logs if one["event"].startswith("flow.")] == []
    fresh = await booking(deployed, "+254712000003")
    assert (fresh.state, waits(fresh)) == ("NUTS", 20 * 60)


def waits(customer: Customer) -> float:
    """Seconds of silence after which the conversation is given up."""
    assert customer.session is not None
    return (customer.session.timers[0].due_at - customer.spa.clock.now()).total_seconds()


async def test_a_document_that_cannot_be_read_is_not_left_out_of_the_set(
    spa: Spa, publishing: Publishing
) -> None:
    assert (await publish(publishing, spa, NUTS)).good
    assert (await publish(publishing, spa, PATIENT)).good
    assert (await publish(publishing, spa, PATIENT.replace("45m", "1h"), base=1)).good
    await spa.gate.execute(PUT, [UNREADABLE])
    customer = await booking(spa)
    assert customer.state == "NUTS"
    assert waits(customer) == 45 * 60
    ((_, document, line, _, _),) = await spa.rows(ITEMS)
    assert (document, line) == ("patience.yaml", 4)
    for same_or_not in (NUTS, NUTS.replace("Any allergy", "An allergy")):
        report = await publish(publishing, spa, same_or_not, base=1)
        assert [problem.file for problem in report.problems] == ["patience.yaml"]


async def test_words_that_do_not_hold_are_told_beside_documents_that_do_not(
    spa: Spa, deployed: Spa, publishing: Publishing
) -> None:
    assert (await publish(publishing, spa, NUTS)).good
    await spa.gate.execute(WORDS)
    assert (await booking(deployed)).state == "NUTS"
    rows = await spa.rows(ITEMS)
    assert sorted(row[0] for row in rows) == ["flows_conflict", "phrases_conflict"]


async def test_what_no_set_can_be_made_of_any_more_is_served_as_shipped(
    spa: Spa, publishing: Publishing
) -> None:
    assert (await publish(publishing, spa, PATIENT)).good
    broken = PATIENT + "change: {no_such_step: {say: recap}}\n"
    await spa.gate.execute("UPDATE {t}.flow_versions SET source = %s", [broken])
    assert (await booking(spa)).state == "COLLECT_STAFF"
    rows = await spa.rows("SELECT details ->> 'text' FROM {t}.attention_items")
    assert "customers are served as shipped" in rows[0][0]


async def test_live_conversations_are_looked_at_though_what_is_in_force_does_not_compile(
    spa: Spa, deployed: Spa, publishing: Publishing, later: Publishing
) -> None:
    assert (await publish(publishing, spa, NUTS)).good
    customer = await booking(spa)
    assert customer.state == "NUTS"
    customer.spa = deployed
    refused = await later.publish(spa.tenant, AMINA, wish(RENAMED, spa.tenant, 1))
    assert isinstance(refused, Refused)
    assert (refused.report.stranded, refused.report.live) == (1, 1)
    (problem,) = refused.report.problems
    assert "1 live conversation (" in problem.fault
    assert "Write moved: {steps: {nuts: allergy}" in problem.remedy
    assert (await publish(later, spa, RENAMED + MOVED, base=1)).good
    assert (await customer.says("none")).state == "PICK_SOMEBODY"


async def test_a_publish_that_fits_takes_the_matter_off_the_list(
    spa: Spa, deployed: Spa, publishing: Publishing, later: Publishing
) -> None:
    assert (await publish(publishing, spa, NUTS)).good
    customer = await booking(deployed)
    assert customer.state == "NUTS"
    assert (await publish(later, spa, FITTING, base=1)).good
    rows = await spa.rows("SELECT resolved_by FROM {t}.attention_items")
    assert [row[0] for row in rows] == ["Amina"]
    deployed.tenant = await deployed.house.engine.core.tenants.by_slug(spa.tenant.slug)
    assert (await customer.says("none")).state == "PICK_SOMEBODY"
    assert (await booking(deployed, "+254712000002")).state == "NUTS"
