"""The database of the product on the embedded Postgres."""

import psycopg
from psycopg import errors, sql

from ratiba.local.problem import LocalStoreError

CONNECT_WITHIN_S = 10


def create_if_missing(server_url: str, name: str) -> None:
    """Create the database `name` unless it is there.

    Raises:
        LocalStoreError: `database_unreachable`.
    """
    try:
        with psycopg.connect(
            server_url, autocommit=True, connect_timeout=CONNECT_WITHIN_S
        ) as connection:
            if connection.execute(
                "select 1 from pg_database where datname = %s", [name]
            ).fetchone():
                return
            connection.execute(sql.SQL("create database {}").format(sql.Identifier(name)))
    except errors.DuplicateDatabase:
        return
    except psycopg.Error as error:
        said = " ".join(str(error).split())
        raise LocalStoreError(
            "database_unreachable",
            f"The embedded Postgres refuses us: {said}",
            "Run `make down` and try again.",
        ) from error
