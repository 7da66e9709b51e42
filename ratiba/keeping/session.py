"""One short connection for a verb that looks after the database."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, TypeAlias

import psycopg

from engine.errors import DatabaseDown

Session: TypeAlias = "psycopg.Connection[tuple[Any, ...]]"
CONNECT_TIMEOUT_S = 5


@contextmanager
def connected(database_url: str, *, autocommit: bool = False) -> Iterator[Session]:
    """Lend a connection; leaving without an error commits.

    Raises:
        DatabaseDown: the database cannot be reached, or was lost.
    """
    try:
        with psycopg.connect(
            database_url,
            autocommit=autocommit,
            connect_timeout=CONNECT_TIMEOUT_S,
            application_name="ratiba",
        ) as session:
            yield session
    except psycopg.OperationalError as error:
        raise DatabaseDown(" ".join(str(error).split())) from error
