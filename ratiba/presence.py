"""Who is at work on a database of one's own machine: a demo must be alone with its customer."""

from collections.abc import Iterator
from contextlib import contextmanager

from psycopg import errors

from engine.errors import ConflictError
from ratiba.keeping.session import connected

KEY = 0x52617470
"""Of the advisory lock ("Ratp" in ASCII)."""
PATIENCE = "5s"
"""A demo takes two."""


OTHERS = """
SELECT count(*) > 1 FROM pg_locks
WHERE locktype = 'advisory' AND objid = %s AND granted
  AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
"""


def others_present(database_url: str) -> bool:
    """Whether somebody beside us is at work on a database; for use inside `present`.

    Raises:
        DatabaseDown: the database cannot be reached.
    """
    with connected(database_url, autocommit=True) as session:
        row = session.execute(OTHERS, [KEY]).fetchone()
        return bool(row and row[0])


@contextmanager
def present(database_url: str, *, alone: bool = False) -> Iterator[None]:
    """Be at work while the block runs: together with others, or `alone`.

    Raises:
        ConflictError: others are at work, or somebody wants to be alone.
        DatabaseDown: the database cannot be reached.
    """
    take = "SELECT pg_advisory_lock(%s)" if alone else "SELECT pg_advisory_lock_shared(%s)"
    with connected(database_url, autocommit=True) as session:
        session.execute("SELECT set_config('lock_timeout', %s, false)", [PATIENCE])
        try:
            session.execute(take, [KEY])
        except errors.LockNotAvailable:
            raise ConflictError(
                "presence.taken",
                "Something else is at work on this database (`ratiba up`, `demo` or `chat`), and "
                "would answer in this one's place. Stop it first.",
            ) from None
        yield
