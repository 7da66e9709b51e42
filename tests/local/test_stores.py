"""The stores as a process meets them: had, shared, given back."""

import socket
from pathlib import Path

import psutil
import pytest
import redis

from ratiba.local import Stores, stores
from ratiba.local.paths import Places
from tests.local.support import Holder, ask, data_folder, do, running

BOTH = ["starting Postgres", "starting Valkey"]


def test_starts_both_tells_so_and_stops_both(places: Places) -> None:
    lines: list[str] = []
    with stores(lines.append) as given:
        assert lines == BOTH
        assert ask(given.database_url, "select current_database()") == "ratiba"
        assert given.redis_url is not None
        with redis.from_url(given.redis_url) as client:
            assert client.ping()
        data = data_folder(places)
        assert running(data)
    assert not running(data)
    assert not places.run.exists()


def test_what_was_committed_is_there_at_the_next_start(places: Places) -> None:
    with stores() as given:
        do(given.database_url, "drop table if exists kept", "create table kept ()")
    lines: list[str] = []
    with stores(lines.append) as given:
        assert lines == BOTH
        assert ask(given.database_url, "select to_regclass('kept')::text") == "kept"


def test_no_port_is_open(places: Places) -> None:
    with stores() as given:
        assert ask(given.database_url, "show listen_addresses") == ""
        listening = [
            line
            for pid in running(data_folder(places))
            for line in psutil.Process(pid).net_connections("inet")
            if line.family in {socket.AF_INET, socket.AF_INET6}
        ]
        assert listening == []
        assert places.run.stat().st_mode & 0o777 == 0o700


def test_a_second_user_starts_nothing_and_the_last_one_stops(places: Places) -> None:
    other = Holder()
    assert other.said["lines"] == BOTH
    lines: list[str] = []
    with stores(lines.append) as given:
        assert lines == []
        assert other.said["urls"] == [given.database_url, given.redis_url]
    data = data_folder(places)
    assert running(data)
    assert other.leave() == 0
    assert not running(data)


def test_given_stores_are_taken_as_they_are(
    new_places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://elsewhere/ratiba")
    monkeypatch.setenv("REDIS_URL", "redis://elsewhere/0")
    with stores() as given:
        assert given == Stores("postgresql://elsewhere/ratiba", "redis://elsewhere/0")
    assert not new_places.home.exists()


def test_redis_can_be_left_out(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RATIBA_REDIS", "off")
    lines: list[str] = []
    with stores(lines.append) as given:
        assert lines == ["starting Postgres"]
        assert given.redis_url is None


def test_a_given_postgres_needs_only_valkey_beside_it(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://elsewhere/ratiba")
    lines: list[str] = []
    with stores(lines.append) as given:
        assert lines == ["starting Valkey"]
        assert given.database_url == "postgresql://elsewhere/ratiba"
    assert not places.run.exists()


def test_tests_do_without_fsync_until_somebody_needs_it(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    with stores() as given:
        assert ask(given.database_url, "show fsync") == "off"
        monkeypatch.delenv("RATIBA_FSYNC")
        with stores():
            settings = "select string_agg(setting, ' ') from pg_settings where name in {}"
            names = "('fsync', 'full_page_writes', 'synchronous_commit')"
            assert ask(given.database_url, settings.format(names)) == "on on on"


def test_the_callers_postgres_variables_do_not_leak_in(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in {"PGPORT": "1234", "PGHOST": "nowhere", "PGSSLMODE": "require"}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("TMPDIR", "/does/not/exist")
    monkeypatch.setenv("LC_ALL", "en_KE.UTF-8")
    with stores() as given:
        assert ask(given.database_url, "select 1") == 1


def test_the_clone_may_lie_deep(new_places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    deep = new_places.home / Path(*["a folder with a long name"] * 8)
    monkeypatch.setenv("RATIBA_HOME", str(deep))
    with stores() as given:
        assert ask(given.database_url, "select 1") == 1
