"""Versions: two at once, killed in the middle, roles, other businesses, caches."""

import asyncio
import sys
from pathlib import Path

import psycopg
import pytest

from engine.assembly.library import load_library
from engine.errors import ConflictError
from engine.store.tenants import Tenants
from ratiba.kits import TenantKits
from tests.publishing import AMINA, BARAKA, COLOURS, DESK, PATIENT, gate, library, text, wish
from tests.tools.conftest import Business, Opened
from tools.definitions import load_definitions
from tools.publishing.records import NotAllowed, Published, Refused
from tools.publishing.service import Publishing
from tools.tenants.verticals import load_vertical

ROOT = Path(__file__).parents[3]
PUBLISHER = Path(__file__).with_name("publisher.py")
RACES = 8


@pytest.fixture
def publishing(spa: Business) -> Publishing:
    return Publishing(spa.database, gate(), spa.clock)


def spans(minutes: int) -> str:
    return PATIENT.replace("45m", f"{minutes}m")


async def test_of_two_at_once_one_is_told_and_nothing_is_lost(
    spa: Business, publishing: Publishing
) -> None:
    for race in range(RACES):
        one = wish(spans(31 + race % 2), spa.tenant, race, note="hers")
        two = wish(spans(61 + race % 2), spa.tenant, race, note="his")
        came = await asyncio.gather(
            publishing.publish(spa.tenant, AMINA, one),
            publishing.publish(spa.tenant, BARAKA, two),
            return_exceptions=True,
        )
        (won,) = [one for one in came if isinstance(one, Published)]
        (lost,) = [one for one in came if isinstance(one, ConflictError)]
        assert won.version.version == race + 1
        assert lost.facts["version"] == race + 1
        assert won.version.author in str(lost)
    found = await publishing.history(spa.tenant)
    assert [one.version for one in found] == list(range(RACES, 0, -1))
    assert [one.state for one in found] == ["published", *["retired"] * (RACES - 1)]
    sets = await spa.gate.fetch_all("SELECT n, version FROM {t}.flow_sets ORDER BY n")
    assert [tuple(row) for row in sets] == [(n, n) for n in range(1, RACES + 1)]


async def test_different_documents_at_once_both_hold(spa: Business, publishing: Publishing) -> None:
    came = await asyncio.gather(
        publishing.publish(spa.tenant, AMINA, wish(PATIENT, spa.tenant)),
        publishing.publish(spa.tenant, BARAKA, wish(COLOURS, spa.tenant)),
    )
    assert all(isinstance(one, Published) for one in came)
    assert [one.document for one in await publishing.in_force(spa.tenant)] == [
        "colours",
        "patience",
    ]
    sets = await spa.gate.fetch_all("SELECT digests ->> 'booking' FROM {t}.flow_sets ORDER BY n")
    assert len({row[0] for row in sets}) == len(sets) == 2
    kit = await TenantKits(library(), spa.database, spa.clock).of(spa.tenant)
    assert kit.flows.flows["booking"].digest == sets[-1][0]


async def test_a_publish_that_is_killed_leaves_nothing(
    spa: Business, publishing: Publishing, database_url: str
) -> None:
    with (
        psycopg.connect(database_url) as holding,
        psycopg.connect(database_url, autocommit=True) as looking,
    ):
        holding.execute(f"LOCK TABLE tenant_{spa.tenant.slug}.flow_sets IN SHARE MODE".encode())
        process = await asyncio.create_subprocess_exec(
            sys.executable, PUBLISHER, database_url, spa.tenant.slug,
            env={"PYTHONPATH": str(ROOT)},
        )  # fmt: skip
        try:
            await blocked(looking)
        finally:
            process.kill()
            await process.wait()
    assert await publishing.history(spa.tenant) == ()
    done = await publishing.publish(spa.tenant, AMINA, wish(PATIENT, spa.tenant))
    assert isinstance(done, Published)
    assert done.version.version == 1


async def blocked(looking: psycopg.Connection[tuple[object, ...]]) -> None:
    """Wait until somebody waits to note the set, in the middle of the transaction."""
    for _ in range(300):
        row = looking.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
            " AND query LIKE '%flow_sets%' AND datname = current_database()"
        ).fetchone()
        if row and row[0]:
            return
        await asyncio.sleep(0.1)
    raise AssertionError("nobody published")


async def test_who_may_not_publish_is_told(spa: Business, publishing: Publishing) -> None:
    with pytest.raises(NotAllowed, match="Chao is desk here and may not publish"):
        await publishing.publish(spa.tenant, DESK, wish(PATIENT, spa.tenant))
    with pytest.raises(NotAllowed):
        await publishing.draft(spa.tenant, DESK, text(PATIENT, spa.tenant), None)
    assert await publishing.history(spa.tenant) == ()


async def test_a_publish_is_of_one_business_alone(
    spa: Business, open_business: Opened, publishing: Publishing
) -> None:
    other = await open_business(load_vertical("spa"))
    assert isinstance(
        await publishing.publish(spa.tenant, AMINA, wish(COLOURS, spa.tenant)), Published
    )
    kits = TenantKits(library(), spa.database, spa.clock)
    assert "colour" in (await kits.of(spa.tenant)).flows.flows["booking"].states
    assert "colour" not in (await kits.of(other.tenant)).flows.flows["booking"].states
    assert not (await kits.of(other.tenant)).phrases.has("booking.colour")
    assert await publishing.history(other.tenant) == ()


async def test_a_publish_makes_the_version_of_the_business_grow_and_kits_follow(
    spa: Business, publishing: Publishing
) -> None:
    kits = TenantKits(load_library(load_definitions()), spa.database, spa.clock)
    before = await kits.of(spa.tenant)
    await publishing.publish(spa.tenant, AMINA, wish(COLOURS, spa.tenant))
    assert await kits.of(spa.tenant) is before
    fresh = await Tenants(spa.database).by_slug(spa.tenant.slug)
    assert fresh.version > spa.tenant.version
    after = await kits.of(fresh)
    assert (after.published, "colour" in after.flows.flows["booking"].states) == (1, True)
    assert await kits.of(fresh) is after


async def test_flows_of_one_content_are_compiled_once(
    spa: Business, open_business: Opened, publishing: Publishing
) -> None:
    other = await open_business(load_vertical("spa"))
    for tenant in (spa.tenant, other.tenant):
        await publishing.publish(tenant, AMINA, wish(COLOURS, tenant))
    kits = TenantKits(library(), spa.database, spa.clock)
    assert (await kits.of(spa.tenant)).flows is (await kits.of(other.tenant)).flows


async def test_a_draft_of_somebody_else_is_not_overwritten(
    spa: Business, publishing: Publishing
) -> None:
    first = await publishing.draft(spa.tenant, AMINA, text(spans(31), spa.tenant), None)
    with pytest.raises(ConflictError, match="Amina stored a draft of 'patience'"):
        await publishing.draft(spa.tenant, BARAKA, text(spans(32), spa.tenant), None)
    second = text(spans(32), spa.tenant)
    kept = await publishing.draft(spa.tenant, BARAKA, second, first.digest)
    assert (kept.digest, kept.author) == (second.digest, "Baraka")
    assert await publishing.in_force(spa.tenant) == ()


async def test_faults_are_shown_all_at_once_and_nothing_changes(
    spa: Business, publishing: Publishing
) -> None:
    broken = COLOURS.replace("before: hold", "before: hlod").replace("choices: [red", "needs: [red")
    result = await publishing.publish(spa.tenant, AMINA, wish(broken, spa.tenant))
    assert isinstance(result, Refused)
    assert len(result.report.problems) >= 1
    assert {problem.file for problem in result.report.problems} == {"mine.yaml"}
    assert await publishing.history(spa.tenant) == ()
