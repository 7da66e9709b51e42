"""Whether the database stands at the newest schema, without paying for Alembic's import (0.5 s)."""

from dataclasses import dataclass
from pathlib import Path

from psycopg import sql

from ratiba.keeping.session import Session, connected
from ratiba.local.stores import Progress

MIGRATIONS = Path(__file__).resolve().parents[2] / "migrations"
PUBLIC = "public"


def newest(chain: str) -> str:
    """The newest revision of `public` or `tenant`: files are named by number, and so in order."""
    last = max((MIGRATIONS / chain / "versions").glob("[0-9]*.py"))
    return last.stem.partition("_")[0]


@dataclass(frozen=True, slots=True)
class Standing:
    """The schemas that do not stand at the newest revision that this code knows.

    Attributes:
        older: something this code needs may be missing: it cannot serve.
        newer: a migration ran ahead of this code; migrations only add, so it serves on.
    """

    older: tuple[str, ...] = ()
    newer: tuple[str, ...] = ()


def is_current(database_url: str) -> bool:
    """Whether `public` and every tenant stand at the newest revision.

    Raises:
        DatabaseDown: it cannot be reached.
    """
    with connected(database_url) as session:
        return standing(session) == Standing()


def standing(session: Session) -> Standing:
    """Which schemas are older than the code, and which are newer."""
    public = _stands_at(session, PUBLIC)
    if public is None or public < newest(PUBLIC):
        return Standing(older=(PUBLIC,))
    slugs = [slug for (slug,) in session.execute("SELECT slug FROM public.tenants ORDER BY slug")]
    known = newest("tenant")
    at = {f"tenant_{slug}": _stands_at(session, f"tenant_{slug}") for slug in slugs}
    older = tuple(name for name, revision in at.items() if revision is None or revision < known)
    newer = tuple(name for name, revision in at.items() if revision and revision > known)
    return Standing(older, (PUBLIC, *newer) if public > newest(PUBLIC) else newer)


def _stands_at(session: Session, schema: str) -> str | None:
    """Its revision: numbers of one width, so that they are ordered as they are written."""
    table = sql.Identifier(schema, "alembic_version")
    found = session.execute("SELECT to_regclass(%s)", [table.as_string(session)]).fetchone()
    if found is None or found[0] is None:
        return None
    row = session.execute(sql.SQL("SELECT version_num FROM {}").format(table)).fetchone()
    return str(row[0]) if row else None


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
