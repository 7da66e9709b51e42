"""What a booking writes and asks, counted."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import LiteralString

import psycopg

from bench.rig.own import Rig
from bench.rig.rows import Connection, Ledger, rows, table_bytes
from bench.rig.side import SAID, Side

KIB = 1024


@dataclass(frozen=True, slots=True)
class Counted:
    """Of one side.

    Attributes:
        statements: of a turn, on average, without BEGIN and COMMIT.
        rows: that a booking leaves behind.
        wal_kib, table_kib: that a booking's turns write, and that it leaves in tables and indexes.
    """

    statements: float
    rows: float
    wal_kib: float
    table_kib: float


@contextmanager
def _no_whole_pages(connection: Connection) -> Iterator[None]:
    """Without the image of a page that is first touched after a checkpoint: chance, not a booking.

    The server is the bench's own.
    """
    try:
        _set(connection, "SET full_page_writes = off")
        yield
    finally:
        _set(connection, "RESET full_page_writes")


def _set(connection: Connection, change: LiteralString) -> None:
    connection.execute("ALTER SYSTEM " + change)
    connection.execute("SELECT pg_reload_conf()")


async def count(side: Side, rig: Rig, customers: int) -> Counted:
    """Let customers book, and count."""
    with (
        psycopg.connect(rig.database_url, autocommit=True) as connection,
        _no_whole_pages(connection),
    ):
        ledger = Ledger(connection)
        kept, size = rows(connection, side.schemas), table_bytes(connection, side.schemas)
        with ledger.watching():
            tally = await side.block(customers, ledger)
        return Counted(
            statements=tally.statements / customers / len(SAID),
            rows=(rows(connection, side.schemas) - kept) / customers,
            wal_kib=tally.wal / customers / KIB,
            table_kib=(table_bytes(connection, side.schemas) - size) / customers / KIB,
        )
