"""What the stores keep and write: counted by Postgres and by the driver, the same in every run."""

from collections.abc import Awaitable, Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, LiteralString, TypeAlias

import psycopg
from psycopg import sql

Connection: TypeAlias = "psycopg.Connection[tuple[Any, ...]]"
Sent: TypeAlias = Callable[..., Awaitable[object]]
"""A method of the driver that sends a statement."""
SIZES: LiteralString = """
SELECT coalesce(sum(pg_total_relation_size(c.oid)), 0)::bigint
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = ANY(%s) AND c.relkind = 'r'
"""
TABLES: LiteralString = "SELECT schemaname, tablename FROM pg_tables WHERE schemaname = ANY(%s)"
WAL: LiteralString = "SELECT (pg_current_wal_insert_lsn() - '0/0'::pg_lsn)::bigint"
NOTICE = "pg_notify"
"""In the statement that wakes other processes: no turn waits for it."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Statements sent, and bytes of the write-ahead log."""

    statements: int
    wal: int

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.statements + other.statements, self.wal + other.wal)

    def __sub__(self, before: "Tally") -> "Tally":
        return Tally(self.statements - before.statements, self.wal - before.wal)


@dataclass(slots=True)
class Ledger:
    """Implements `bench.rig.side.Gauge`."""

    connection: Connection
    seen: list[str] = field(default_factory=list)

    def read(self) -> Tally:
        """How many statements were seen, and where the log ends."""
        return Tally(len(self.seen), number(self.connection, WAL))

    @contextmanager
    def watching(self) -> Iterator[None]:
        """See every statement that is sent; BEGIN and COMMIT are none."""
        cursor = psycopg.AsyncCursor
        before: dict[str, Sent] = {
            name: getattr(cursor, name) for name in ("execute", "executemany")
        }
        watched = {
            "execute": self._one(before["execute"]),
            "executemany": self._many(before["executemany"]),
        }
        try:
            for name, method in watched.items():
                setattr(cursor, name, method)
            yield
        finally:
            for name, method in before.items():
                setattr(cursor, name, method)

    def _one(self, execute: Sent) -> Sent:
        async def one(cursor: object, query: object, *args: object, **options: object) -> object:
            self._see(query)
            return await execute(cursor, query, *args, **options)

        return one

    def _many(self, executemany: Sent) -> Sent:
        async def many(
            cursor: object, query: object, params: Iterable[object], **options: object
        ) -> object:
            given = list(params)
            for _ in given:
                self._see(query)
            return await executemany(cursor, query, given, **options)

        return many

    def _see(self, query: object) -> None:
        text = query.decode() if isinstance(query, bytes) else str(query)
        if NOTICE not in text:
            self.seen.append(text)


def table_bytes(connection: Connection, schemas: Sequence[str]) -> int:
    """Bytes of the tables of some schemas, with their indexes."""
    return number(connection, SIZES, [list(schemas)])


def rows(connection: Connection, schemas: Sequence[str]) -> int:
    """Rows of the tables of some schemas."""
    tables = connection.execute(TABLES, [list(schemas)]).fetchall()
    counting = sql.SQL("SELECT count(*) FROM {}")
    return sum(number(connection, counting.format(sql.Identifier(*table))) for table in tables)


def number(
    connection: Connection, query: LiteralString | sql.Composed, params: Sequence[object] = ()
) -> int:
    """The one number that a query gives."""
    row = connection.execute(query, params).fetchone()
    return int(row[0]) if row else 0
