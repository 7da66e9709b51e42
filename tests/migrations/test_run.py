import multiprocessing
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import psycopg
import pytest
from psycopg import errors as pg

from engine.errors import ConfigError, InputError
from migrations.run import LOCK, head, is_current, provision, upgrade
from tests.stores import Suite

AT = datetime(2026, 6, 1, tzinfo=UTC)
SCHEMAS = "SELECT nspname FROM pg_namespace WHERE nspname ~ '^(tenant|checkpoints)_' ORDER BY 1"
TABLES = (
    "SELECT table_name FROM information_schema.tables WHERE table_schema = %s ORDER BY table_name"
)
ENGINE_TABLES = {
    "alembic_version", "checkpoints", "contacts", "conversation_threads", "flow_versions",
    "handoff_log", "inbox", "journal", "outbox", "phrases", "timers",
}  # fmt: skip


@pytest.fixture
def empty_url(suite: Suite, worker_id: str) -> Iterator[str]:
    """URL of a database in which nothing was ever migrated."""
    name = f"{suite.name}_{worker_id}_empty"
    suite.server.execute(f"create database {name}".encode())
    yield suite.url(name)
    suite.server.execute(f"drop database {name} with (force)".encode())


def add_tenant(url: str, slug: str) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(
            "INSERT INTO public.tenants (slug, name, vertical, created_at) VALUES (%s, %s, %s, %s)",
            [slug, slug, "spa", AT],
        )


def names(url: str, query: str, *params: str) -> list[str]:
    with psycopg.connect(url) as connection:
        return [name for (name,) in connection.execute(query.encode(), params or None).fetchall()]


def test_from_nothing_to_everything_and_again(empty_url: str) -> None:
    assert not is_current(empty_url)
    upgrade(empty_url)
    assert is_current(empty_url)
    for slug in ("alpha", "beta"):
        add_tenant(empty_url, slug)
    assert not is_current(empty_url)
    upgrade(empty_url)
    upgrade(empty_url)
    assert is_current(empty_url)
    assert names(empty_url, SCHEMAS) == [
        "checkpoints_alpha", "checkpoints_beta", "tenant_alpha", "tenant_beta",
    ]  # fmt: skip
    assert set(names(empty_url, TABLES, "tenant_alpha")) >= ENGINE_TABLES
    assert names(empty_url, TABLES, "checkpoints_alpha") == ["checkpoints", "checkpoints_archive"]
    versions = "SELECT version_num FROM tenant_beta.alembic_version"
    assert names(empty_url, versions) == [head("tenant")]


def test_processes_that_migrate_at_once_do_it_once(empty_url: str) -> None:
    upgrade(empty_url)
    for n in range(5):
        add_tenant(empty_url, f"t{n}")
    spawn = multiprocessing.get_context("spawn")
    racers = [spawn.Process(target=upgrade, args=(empty_url,)) for _ in range(3)]
    for racer in racers:
        racer.start()
    for racer in racers:
        racer.join(60)
    assert [racer.exitcode for racer in racers] == [0, 0, 0]
    assert is_current(empty_url)


def test_whoever_comes_second_waits(empty_url: str) -> None:
    with psycopg.connect(empty_url) as other:
        other.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
        spawn = multiprocessing.get_context("spawn")
        waiting = spawn.Process(target=upgrade, args=(empty_url,))
        waiting.start()
        waiting.join(1.5)
        assert waiting.is_alive()
    waiting.join(30)
    assert waiting.exitcode == 0
    assert is_current(empty_url)


def test_a_tenant_is_provisioned_by_url_or_connection(fresh_database_url: str) -> None:
    provision(fresh_database_url, "gamma")
    with psycopg.connect(fresh_database_url, autocommit=True) as connection:
        provision(connection, "delta")
        provision(connection, "delta")
        connection.execute("SELECT 1 FROM tenant_delta.inbox, checkpoints_delta.checkpoints")
    with psycopg.connect(fresh_database_url) as connection:
        provision(connection, "epsilon")
    assert {"tenant_gamma", "tenant_delta", "tenant_epsilon"} < set(
        names(fresh_database_url, SCHEMAS)
    )


@pytest.mark.parametrize("slug", ['x"; drop', "a, b", "", "Spa", "x" * 41])
def test_a_slug_that_is_none_makes_nothing(fresh_database_url: str, slug: str) -> None:
    before = names(fresh_database_url, SCHEMAS)
    with pytest.raises(InputError, match="is no tenant's slug"):
        provision(fresh_database_url, slug)
    assert names(fresh_database_url, SCHEMAS) == before
    with pytest.raises(pg.CheckViolation):
        add_tenant(fresh_database_url, slug)


def test_a_database_newer_than_the_code_is_left_alone(fresh_database_url: str) -> None:
    add_tenant(fresh_database_url, "gamma")
    provision(fresh_database_url, "gamma")
    with psycopg.connect(fresh_database_url, autocommit=True) as connection:
        connection.execute("UPDATE tenant_gamma.alembic_version SET version_num = '9999'")
    assert not is_current(fresh_database_url)
    with pytest.raises(ConfigError, match=r"tenant_gamma is at revision 9999.*newer than the code"):
        upgrade(fresh_database_url)
    assert names(fresh_database_url, "SELECT version_num FROM tenant_gamma.alembic_version") == [
        "9999"
    ]


def test_revisions_name_no_schema_but_by_placeholder() -> None:
    for file in (Path(__file__).parents[2] / "migrations" / "tenant" / "versions").glob("*.py"):
        text = file.read_text(encoding="utf-8")
        assert "tenant_" not in text.replace("touch_tenant", "").replace("tenant_changed", ""), file
        assert "search_path" not in text, file


def test_what_the_runbook_asks_of_a_thread_runs(fresh_database_url: str) -> None:
    provision(fresh_database_url, "gamma")
    with psycopg.connect(fresh_database_url) as connection:
        connection.execute(
            "SELECT thread_id, actor_type, updated_at FROM tenant_gamma.conversation_threads"
            " WHERE customer_id = '+254712345678' ORDER BY updated_at DESC LIMIT 5"
        )
        connection.execute(
            "SELECT thread_id, checkpoint_id, type, jsonb_pretty(metadata::jsonb)"
            " FROM checkpoints_gamma.checkpoints ORDER BY checkpoint_id DESC LIMIT 5"
        )
        connection.execute("SELECT count(*) FROM tenant_gamma.checkpoints")
        connection.execute(
            "SELECT 1 FROM public.payment_routing, public.payment_callbacks_unrouted"
        )
