"""A night at a business: what is old goes, once, and nothing that is still needed."""

from datetime import UTC, datetime, timedelta
from typing import LiteralString

import pytest

from engine.store.tenancy import TenantGate
from tests.tools.conftest import NOW, Business
from tools.retention import reaper
from tools.retention.night import last_night
from tools.retention.reaper import Reaper

OLD, FRESH = NOW - timedelta(days=91), NOW - timedelta(days=89)
FILL: tuple[LiteralString, ...] = (
    """INSERT INTO {t}.conversation_threads (thread_id, customer_id, updated_at, ended_at)
       VALUES (%(id)s, %(id)s, %(at)s, %(ended)s)""",
    """INSERT INTO {c}.checkpoints (thread_id, checkpoint_id, type, version, checkpoint, metadata,
       created_at, updated_at) VALUES (%(id)s, '1', 'current', 1, '{}', '{}', %(at)s, %(at)s)""",
    """INSERT INTO {t}.journal (thread_id, provider_id, started_at, at, entry)
       VALUES (%(id)s, %(id)s, %(at)s, %(at)s, '{}')""",
    """INSERT INTO {t}.timers (thread_id, frame, step, name, due_at)
       VALUES (%(id)s, 0, 's', 'timer_0', %(at)s)""",
    """INSERT INTO {t}.inbox (provider_id, customer_id, kind, body, received_at, state)
       VALUES (%(id)s, %(id)s, 'message', '{}', %(at)s, 'done')""",
    """INSERT INTO {t}.outbox (key, recipient, kind, body, created_at, due_at, state)
       VALUES (%(id)s, %(id)s, 'reply', '{}', %(at)s, %(at)s, 'sent')""",
)
ROWS: tuple[LiteralString, ...] = (
    "SELECT thread_id FROM {c}.checkpoints",
    "SELECT thread_id FROM {t}.journal",
    "SELECT provider_id FROM {t}.inbox",
    "SELECT key FROM {t}.outbox",
)


async def fill(gate: TenantGate, name: str, at: datetime, ended: datetime | None) -> None:
    for statement in FILL:
        await gate.execute(statement, {"id": name, "at": at, "ended": ended})


async def left(gate: TenantGate, statement: LiteralString) -> set[str]:
    return {name for (name,) in await gate.fetch_all(statement)}


async def night(spa: Business) -> None:
    await Reaper(spa.database, spa.clock).do(spa.tenant)


async def test_what_is_old_goes_and_what_is_not_stays(
    spa: Business, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reaper, "MOST", 1)
    await fill(spa.gate, "over", OLD, OLD)
    await fill(spa.gate, "over too", OLD, OLD)
    await fill(spa.gate, "fresh", FRESH, FRESH)
    await night(spa)
    for statement in ROWS:
        assert await left(spa.gate, statement) == {"fresh"}, statement
    archived = await left(spa.gate, "SELECT thread_id FROM {c}.checkpoints_archive")
    assert archived == {"over", "over too"}


async def test_a_conversation_that_nobody_came_back_to_is_over(spa: Business) -> None:
    await fill(spa.gate, "idle", OLD, None)
    await fill(spa.gate, "with a person", OLD, None)
    await spa.gate.execute(
        "INSERT INTO {t}.handoff_log (id, thread_id, customer_id, reason, opened_at)"
        " VALUES ('h', 'with a person', 'x', 'asked', %(at)s)", {"at": OLD},
    )  # fmt: skip
    await fill(spa.gate, "open", FRESH, None)
    await night(spa)
    open_threads = "SELECT thread_id FROM {t}.conversation_threads WHERE ended_at IS NULL"
    assert await left(spa.gate, open_threads) == {"open", "with a person"}
    timers = await left(spa.gate, "SELECT thread_id FROM {t}.timers")
    assert timers == {"open", "with a person"}
    assert await left(spa.gate, ROWS[0]) == {"open", "with a person"}


async def test_a_night_comes_once_and_later_where_nobody_was_up(spa: Business) -> None:
    await night(spa)
    await fill(spa.gate, "late", OLD, OLD)
    await night(spa)
    assert await left(spa.gate, ROWS[1]) == {"late"}
    spa.clock.advance(timedelta(days=1))
    await night(spa)
    assert await left(spa.gate, ROWS[1]) == set()


async def test_a_business_keeps_what_it_wants_to_keep(spa: Business) -> None:
    await spa.gate.execute(
        "INSERT INTO {t}.business_settings (key, value) VALUES ('retention_days', '365')"
    )
    await fill(spa.gate, "kept", OLD, OLD)
    await night(spa)
    assert await left(spa.gate, ROWS[1]) == {"kept"}


async def test_money_that_nobody_accounted_for_is_not_forgotten(spa: Business) -> None:
    for resolved in (None, OLD):
        await spa.gate.execute(
            "INSERT INTO public.payment_callbacks_unrouted"
            " (received_at, provider, tenant, reason, body, resolved_at)"
            " VALUES (%(at)s, 'daraja', %(slug)s, 'unknown', '{}', %(resolved)s)",
            {"at": OLD, "slug": spa.tenant.slug, "resolved": resolved},
        )
    await night(spa)
    ours = await spa.gate.fetch_all(
        "SELECT resolved_at FROM public.payment_callbacks_unrouted WHERE tenant = %(slug)s",
        {"slug": spa.tenant.slug},
    )
    assert [tuple(row) for row in ours] == [(None,)]


@pytest.mark.parametrize(
    ("now", "night_of"),
    [
        (datetime(2026, 6, 1, 0, 0, tzinfo=UTC), 1),  # 3 AM in Nairobi
        (datetime(2026, 5, 31, 23, 59, tzinfo=UTC), 31),
        (datetime(2026, 6, 1, 20, 59, tzinfo=UTC), 1),
        (datetime(2026, 6, 1, 21, 0, tzinfo=UTC), 1),
    ],
)
def test_the_night_begins_at_three_in_nairobi(now: datetime, night_of: int) -> None:
    found = last_night(now)
    assert (found.day, found.hour) == (night_of, 3)
    assert found <= now < found + timedelta(days=1)
