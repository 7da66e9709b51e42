"""A Postgres and a Valkey that nobody else uses: what they do is done for the bench."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

import psutil

from migrations.run import upgrade
from ratiba.local import Stores, stores
from ratiba.local.paths import find_places

HOME = "RATIBA_HOME"
FOREIGN = ("DATABASE_URL", "REDIS_URL")


@dataclass(frozen=True, slots=True)
class Rig:
    """The stores, migrated, and the processes that they are.

    Attributes:
        database_url: of a database with the newest schema.
        redis_url: of an empty Valkey.
        roots: the process ids of the postmaster and of Valkey.
    """

    database_url: str
    redis_url: str
    roots: tuple[int, ...]


@contextmanager
def own_stores(progress: Callable[[str], None] = lambda line: None) -> Iterator[Rig]:
    """Have stores of the bench's own while the block runs, durable as in service.

    Stores that the environment names serve others too, and may stand on another machine: their
    processes' time could not be told, so they are not used.
    """
    home = find_places().home / "bench"
    with _environment(home), stores(progress) as given:
        progress("migrating")
        upgrade(given.database_url)
        yield _rig(given)


@contextmanager
def _environment(home: Path) -> Iterator[None]:
    kept = dict(os.environ)
    for name in FOREIGN:
        os.environ.pop(name, None)
    os.environ.pop("RATIBA_RUN_DIR", None)
    os.environ |= {HOME: str(home), "RATIBA_FSYNC": "on"}
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(kept)


def _rig(given: Stores) -> Rig:
    redis_url = given.redis_url or ""
    sockets = (
        str(find_places().postgres_socket),
        unquote(redis_url.removeprefix("unix://").partition("?")[0]),
    )
    return Rig(given.database_url, redis_url, tuple(map(_listener, sockets)))


def _listener(socket: str) -> int:
    """The process that listens on a Unix socket: of those that hold it, the oldest."""
    holding = [held for held in psutil.net_connections("unix") if str(held.laddr) == socket]
    found = {held.pid for held in holding if held.pid is not None}
    return min(found, key=lambda pid: (psutil.Process(pid).create_time(), pid))
