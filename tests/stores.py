"""Databases for tests: a migrated template a run, a copy of it a worker, all dropped afterwards.

Nothing starts before a test asks. A run is alive as long as one of its sessions is (Postgres knows
it by `application_name`), so what a killed run leaves is dropped by the next one, whatever host or
container it ran in.
"""

import fcntl
import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import psycopg
from psycopg import sql

from migrations.run import upgrade

Connection: TypeAlias = "psycopg.Connection[tuple[Any, ...]]"
NAME = re.compile(r"^(t_[0-9a-f]{8})_")
REDIS_DATABASES = range(1, 64)  # 0 is for work by hand
PATIENCE_S = 60.0
"""How long tests wait for a connection: a busy machine is no fault of what they look at."""


@dataclass(frozen=True, slots=True)
class Suite:
    """One run of the suite as one of its workers sees it.

    Attributes:
        server: an autocommitting session on the server; its application_name keeps the run alive.
        server_url: URL that it was opened with.
        name: `t_` and eight hex digits, equal in all workers; prefix of every database of the run.
    """

    server: Connection
    server_url: str
    name: str

    @property
    def template(self) -> str:
        """Name of the migrated database that the others are copied from."""
        return f"{self.name}_template"

    def url(self, database: str) -> str:
        """URL of another database on the same server."""
        return with_database(self.server_url, database)


@contextmanager
def open_suite(server_url: str, run_id: str) -> Iterator[Suite]:
    """Join the run: drop what dead runs left, make the template if no other worker has."""
    name = f"t_{run_id[:8]}"
    with psycopg.connect(server_url, autocommit=True, application_name=name) as server:
        suite = Suite(server, server_url, name)
        with _alone(suite):
            _drop_dead_runs(suite)
            _make_template(suite)
        try:
            yield suite
        finally:
            with _alone(suite):
                if _is_last(suite):
                    _drop(suite, suite.template)


@contextmanager
def copied_database(suite: Suite, suffix: str) -> Iterator[str]:
    """A database of one's own, copied from the template; yields its URL."""
    name = f"{suite.name}_{suffix}"
    suite.server.execute(
        sql.SQL("create database {} template {}").format(
            sql.Identifier(name), sql.Identifier(suite.template)
        )
    )
    try:
        yield suite.url(name)
    finally:
        _drop(suite, name)


@contextmanager
def own_redis_database(home: Path) -> Iterator[int]:
    """A database number that no other worker of this clone holds, runs side by side included."""
    folder = home / "test-redis"
    folder.mkdir(parents=True, exist_ok=True)
    for number in REDIS_DATABASES:
        with ExitStack() as stack:
            lock = stack.enter_context((folder / str(number)).open("a"))
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                continue
            yield number
            return
    message = f"all {len(REDIS_DATABASES)} Redis databases for tests are taken"
    raise RuntimeError(message)


def with_redis_database(url: str, number: int) -> str:
    """The same URL with another database number."""
    bare = re.sub(r"[?&]db=\d+", "", url)
    return f"{bare}{'&' if '?' in bare else '?'}db={number}"


def with_database(url: str, database: str) -> str:
    """The same URL with another database."""
    return re.sub(r"^([\w+]+://[^/?]*)(/[^?]*)?", rf"\1/{database}", url, count=1)


@contextmanager
def _alone(suite: Suite) -> Iterator[None]:
    suite.server.execute("select pg_advisory_lock(hashtext('ratiba tests'))")
    try:
        yield
    finally:
        suite.server.execute("select pg_advisory_unlock(hashtext('ratiba tests'))")


def _drop_dead_runs(suite: Suite) -> None:
    # The list first: a database seen in it belongs to a run whose session was there before.
    databases = [name for (name,) in suite.server.execute("select datname from pg_database")]
    alive = {n for (n,) in suite.server.execute("select application_name from pg_stat_activity")}
    for database in databases:
        found = NAME.match(database)
        if found and found[1] not in alive:
            _drop(suite, database)


def _make_template(suite: Suite) -> None:
    query = "select not datallowconn from pg_database where datname = %s"
    finished = suite.server.execute(query, [suite.template]).fetchone()
    if finished == (True,):
        return
    _drop(suite, suite.template)
    template = sql.Identifier(suite.template)
    suite.server.execute(sql.SQL("create database {}").format(template))
    upgrade(suite.url(suite.template))
    # Closed: a template cannot be copied while a session is in it, an autovacuum's included.
    suite.server.execute(sql.SQL("alter database {} allow_connections false").format(template))


def _is_last(suite: Suite) -> bool:
    query = "select 1 from pg_stat_activity where application_name = %s and pid <> pg_backend_pid()"
    return suite.server.execute(query, [suite.name]).fetchone() is None


def _drop(suite: Suite, database: str) -> None:
    statement = sql.SQL("drop database if exists {} with (force)")
    suite.server.execute(statement.format(sql.Identifier(database)))
