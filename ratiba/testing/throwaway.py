"""A database for the length of one command, beside those that are there.

A killed command leaves its database behind: the next one drops those whose session is gone. The
businesses of other databases are not touched.
"""

import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from typing import LiteralString

import psycopg
from psycopg import sql

from engine.errors import DatabaseDown
from ratiba.keeping.session import CONNECT_TIMEOUT_S, Session

PREFIX = "ratiba_rehearsal_"
DATABASES = "SELECT datname FROM pg_database WHERE starts_with(datname, %s)"
HASTY: LiteralString = "ALTER DATABASE {} SET synchronous_commit = off"
"""It is thrown away: a power cut may take its last rows."""
ALIVE = "SELECT application_name FROM pg_stat_activity"


@contextmanager
def throwaway(database_url: str) -> Iterator[str]:
    """URL of a database of one's own on the same server, at the newest schema and empty.

    Raises:
        DatabaseDown: it cannot be reached, or no database may be made there.
    """
    name = PREFIX + secrets.token_hex(6)
    try:
        with psycopg.connect(
            database_url,
            autocommit=True,
            connect_timeout=CONNECT_TIMEOUT_S,
            application_name=name,  # as long as it is seen, the database is in use
        ) as server:
            _drop_left(server)
            server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
            try:
                server.execute(sql.SQL(HASTY).format(sql.Identifier(name)))
                url = with_database(database_url, name)
                from migrations.run import upgrade

                upgrade(url)
                yield url
            finally:
                _drop(server, name)
    except (psycopg.OperationalError, psycopg.errors.InsufficientPrivilege) as error:
        raise DatabaseDown(" ".join(str(error).split())) from error


def with_database(url: str, database: str) -> str:
    """The same URL with another database."""
    return re.sub(r"^([\w+]+://[^/?]*)(/[^?]*)?", rf"\1/{database}", url, count=1)


def _drop_left(server: Session) -> None:
    """Drop what killed commands left; the list first: who made one before is seen at work."""
    left = [name for (name,) in server.execute(DATABASES, [PREFIX])]
    alive = {name for (name,) in server.execute(ALIVE)}
    for name in left:
        if name not in alive:
            _drop(server, name)


def _drop(server: Session, name: str) -> None:
    statement = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)")
    server.execute(statement.format(sql.Identifier(name)))
