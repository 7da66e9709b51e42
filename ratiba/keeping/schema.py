"""Whether the database stands at the newest schema, without paying for Alembic's import (0.5 s)."""

from pathlib import Path

from psycopg import sql

from ratiba.keeping.session import Session, connected
from ratiba.local.stores import Progress

MIGRATIONS = Path(__file__).resolve().parents[2] / "migrations"


def newest(chain: str) -> str:
    """The newest revision of `public` or `tenant`: files are named by number, and so in order."""
    last = max((MIGRATIONS / chain / "versions").glob("[0-9]*.py"))
    return last.stem.partition("_")[0]


def is_current(database_url: str) -> bool:
    """Whether `public` and every tenant stand at the newest revision.

    Raises:
        DatabaseDown: it cannot be reached.
    """
    with connected(database_url) as session:
        return not behind(session)


def behind(session: Session) -> tuple[str, ...]:
    """The schemas that do not stand at the newest revision."""
    if _stands_at(session, "public") != newest("public"):
        return ("public",)
    slugs = [slug for (slug,) in session.execute("SELECT slug FROM public.tenants ORDER BY slug")]
    wanted = newest("tenant")
    return tuple(f"tenant_{s}" for s in slugs if _stands_at(session, f"tenant_{s}") != wanted)


def _stands_at(session: Session, schema: str) -> object:
    table = sql.Identifier(schema, "alembic_version")
    found = session.execute("SELECT to_regclass(%s)", [table.as_string(session)]).fetchone()
    if found is None or found[0] is None:
        return None
    row = session.execute(sql.SQL("SELECT version_num FROM {}").format(table)).fetchone()
    return row[0] if row else None


def bring_up(database_url: str, progress: Progress) -> bool:
    """Migrate if anything is behind; gives whether there was something to do.

    Raises:
        ConfigError: the database is newer than the code.
        DatabaseDown: it cannot be reached.
    """
    if is_current(database_url):
        return False
    progress("migrating")
    from migrations.run import upgrade

    upgrade(database_url)
    return True
