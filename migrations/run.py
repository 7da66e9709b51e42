"""Bring `public` and every tenant to the newest schema, in one process.

upgrade(database_url)            # public first, then every tenant of public.tenants
provision(database_url, slug)    # the schemas of one more tenant
is_current(database_url)         # whether there is nothing to do
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

import psycopg
from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.script.revision import ResolutionError
from alembic.util import CommandError
from psycopg import sql
from sqlalchemy import Connection, create_engine
from sqlalchemy.pool import StaticPool

from engine.errors import ConfigError
from engine.store.names import check_slug
from migrations.ddl import SLUG

Session: TypeAlias = psycopg.Connection[tuple[Any, ...]]

HERE = Path(__file__).parent
LOCK = 0x52617469
"""Whoever migrates holds this advisory lock ("Rati" in ASCII)."""
VERSION_TABLE = "alembic_version"


@dataclass(frozen=True, slots=True)
class Target:
    """A schema with its own chain of revisions."""

    schema: str
    chain: str
    slug: str | None = None


PUBLIC = Target("public", "public")


def upgrade(database_url: str) -> None:
    """Migrate `public`, then every tenant; each in a transaction of its own.

    Safe to run at once from many processes, and again after it was killed.

    Raises:
        ConfigError: a schema is at a revision that this code does not know.
    """
    with _alone(database_url), psycopg.connect(database_url) as session, _lent(session) as lent:
        _migrate(session, lent, PUBLIC)
        slugs = session.execute("SELECT slug FROM public.tenants ORDER BY slug").fetchall()
        for (slug,) in slugs:
            _migrate(session, lent, _tenant(slug))


def provision(where: str | Session, slug: str) -> None:
    """Make the schemas of one tenant, or bring them to the newest; the row is the caller's.

    Args:
        where: a URL; or a connection outside any transaction.
        slug: of the tenant; must match `engine.model.tenant.SLUG`.

    Raises:
        InputError: `slug` cannot be a tenant's.
        ConfigError: its schema is at a revision that this code does not know.
    """
    target = _tenant(slug)
    if isinstance(where, str):
        with psycopg.connect(where) as session:
            provision(session, slug)
        return
    with _lent(where) as lent:
        where.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
        _migrate(where, lent, target)


def head(chain: str = "tenant") -> str:
    """Return the newest revision of a chain: `public` or `tenant`."""
    newest = _scripts(chain).get_current_head()
    if newest is None:
        raise ConfigError("migrations.empty", f"migrations/{chain}/versions holds no revision.")
    return newest


def is_current(database_url: str) -> bool:
    """Tell whether `public` and every tenant stand at the newest revision.

    Raises:
        psycopg.OperationalError: the database cannot be reached.
    """
    with psycopg.connect(database_url) as session:
        if _stands_at(session, PUBLIC) != head("public"):
            return False
        slugs = session.execute("SELECT slug FROM public.tenants").fetchall()
        return all(_stands_at(session, _tenant(slug)) == head() for (slug,) in slugs)


def _tenant(slug: str) -> Target:
    check_slug(slug)
    return Target(f"tenant_{slug}", "tenant", slug)


@contextmanager
def _alone(database_url: str) -> Iterator[None]:
    """Hold the lock in an open transaction: that works through a pooler too."""
    with psycopg.connect(database_url) as session:
        session.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
        yield


@contextmanager
def _lent(session: Session) -> Iterator[Connection]:
    """Lend the session to Alembic, which speaks SQLAlchemy; its greeting ends a transaction."""
    engine = create_engine(
        "postgresql+psycopg://",
        creator=lambda: session,
        poolclass=StaticPool,
        pool_reset_on_return=None,
    )
    with engine.connect() as connection:
        yield connection


def _migrate(session: Session, lent: Connection, target: Target) -> None:
    """Bring one schema to the newest revision, whole or not at all."""
    at = _stands_at(session, target)
    if at != head(target.chain):
        _check_known(target, at)
        _make_schemas(session, target)
        _run_chain(lent, target)
    session.commit()


def _make_schemas(session: Session, target: Target) -> None:
    schemas = [f"tenant_{target.slug}", f"checkpoints_{target.slug}"] if target.slug else []
    for schema in schemas:
        session.execute(sql.SQL("CREATE SCHEMA IF NOT EXISTS {}").format(sql.Identifier(schema)))


def _run_chain(lent: Connection, target: Target) -> None:
    scripts = _scripts(target.chain)
    context = MigrationContext.configure(
        lent,
        opts={
            "fn": lambda at, _context: scripts._upgrade_revs("head", at),
            "version_table": VERSION_TABLE,
            "version_table_schema": target.schema,
            SLUG: target.slug,
        },
    )
    with Operations.context(context):
        context.run_migrations()
    lent.commit()


@cache
def _scripts(chain: str) -> ScriptDirectory:
    return ScriptDirectory(str(HERE / chain))


def _stands_at(session: Session, target: Target) -> str | None:
    """Return the schema's revision; None: nothing was ever migrated there."""
    table = f"{target.schema}.{VERSION_TABLE}"
    if session.execute("SELECT to_regclass(%s)", [table]).fetchone() == (None,):
        return None
    query = sql.SQL("SELECT version_num FROM {}")
    row = session.execute(query.format(sql.Identifier(target.schema, VERSION_TABLE))).fetchone()
    return row[0] if row else None


def _check_known(target: Target, at: str | None) -> None:
    try:
        known = at is None or _scripts(target.chain).get_revision(at) is not None
    except (ResolutionError, CommandError):
        known = False
    if not known:
        raise ConfigError(
            "migrations.newer",
            f"{target.schema} is at revision {at}, which this code does not know: the database is "
            "newer than the code. Deploy the code that made it, or restore a backup.",
            schema=target.schema,
            revision=at,
        )
