import asyncio
from dataclasses import replace

import psycopg
import pytest

from engine.clock import FixedClock
from engine.errors import DatabaseDown
from engine.model.message import DeliveryStatus, Inbound
from engine.runtime.ingress import ANSWER_S, Inbox, Ingress, Receipt
from engine.store.bell import Bell
from engine.store.database import Database
from engine.store.tenants import Tenants
from tests.engine.rows import Rows, message

ALPHA, BETA, NOBODY = "100000000001", "100000000002", "999"


@pytest.fixture
def ingress(database: Database, tenants: Tenants, bell: Bell, clock: FixedClock) -> Ingress:
    return Ingress(database, tenants, Inbox(database, bell, clock))


def to(account: str, provider_id: str, clock: FixedClock) -> Inbound:
    return replace(message(provider_id, clock.now()), account=account)


async def test_each_message_reaches_the_tenant_of_its_number(
    ingress: Ingress, clock: FixedClock, rows: Rows, bell: Bell
) -> None:
    rung: list[str] = []
    bell.hear("inbox", rung.append)
    body = [to(ALPHA, "a1", clock), to(BETA, "b1", clock), to(ALPHA, "a2", clock)]
    assert await ingress.store([*body, to(NOBODY, "n1", clock)]) == Receipt(3, 0, (NOBODY,))
    assert rows.values("SELECT provider_id FROM {t}.inbox ORDER BY seq") == ["a1", "a2"]
    assert rows.values("SELECT provider_id FROM {t}.inbox", slug="beta") == ["b1"]
    assert rung == ["alpha", "beta"]
    assert await ingress.store(body) == Receipt(0, 3)
    assert rung == ["alpha", "beta"]


async def test_one_body_posted_a_hundred_times_at_once_is_stored_once(
    ingress: Ingress, clock: FixedClock, rows: Rows
) -> None:
    body = [to(ALPHA, f"m{n}", clock) for n in range(3)]
    receipts = await asyncio.gather(*(ingress.store(body) for _ in range(100)))
    assert sum(receipt.fresh for receipt in receipts) == 3
    assert sum(receipt.repeated for receipt in receipts) == 297
    assert rows.values("SELECT provider_id FROM {t}.inbox ORDER BY seq") == ["m0", "m1", "m2"]


async def test_statuses_are_noted_where_we_know_the_message(
    ingress: Ingress, clock: FixedClock, rows: Rows
) -> None:
    rows.all(
        "INSERT INTO {t}.outbox (key, recipient, kind, body, created_at, due_at, state,"
        " provider_message_id) VALUES ('k', 'r', 'reply', '{}', %(at)s, %(at)s, 'sent', 'out1')",
        {"at": clock.now()},
    )
    statuses = [
        DeliveryStatus("out1", ALPHA, "sent"),
        DeliveryStatus("out1", ALPHA, "failed", 131047),
        DeliveryStatus("unknown", ALPHA, "read"),
        DeliveryStatus("out1", BETA, "read"),
    ]
    assert await ingress.store(statuses) == Receipt(0)
    assert rows.one("SELECT delivery, error FROM {t}.outbox") == ("failed", "131047")


async def test_a_database_that_is_down_is_told(clock: FixedClock) -> None:
    async with Database("postgresql://nobody@127.0.0.1:1/none") as nowhere:
        ingress = Ingress(nowhere, Tenants(nowhere), Inbox(nowhere, Bell(nowhere), clock))
        with pytest.raises(DatabaseDown):
            await ingress.store([to(ALPHA, "a1", clock)])


async def test_a_database_that_hangs_is_told_within_two_seconds(
    ingress: Ingress, engine_url: str, clock: FixedClock, rows: Rows
) -> None:
    with psycopg.connect(engine_url) as other:
        other.execute("LOCK TABLE tenant_alpha.inbox IN ACCESS EXCLUSIVE MODE")
        with pytest.raises(DatabaseDown, match="took too long"):
            await ingress.store([to(ALPHA, "a1", clock)])
    assert ANSWER_S < 2, "it is what ended the waiting"
    assert rows.all("SELECT 1 FROM {t}.inbox") == []


async def test_after_a_restart_of_postgres_the_first_webhook_is_stored(
    ingress: Ingress, engine_url: str, clock: FixedClock, rows: Rows
) -> None:
    await ingress.store([to(ALPHA, "a1", clock)])
    with psycopg.connect(engine_url, autocommit=True) as other:
        other.execute(
            "SELECT pg_terminate_backend(pid, 1000) FROM pg_stat_activity"
            " WHERE application_name = 'ratiba' AND datname = current_database()"
        )
    assert await ingress.store([to(ALPHA, "a2", clock)]) == Receipt(1)
    assert rows.values("SELECT provider_id FROM {t}.inbox ORDER BY seq") == ["a1", "a2"]
