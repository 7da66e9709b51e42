"""The stores of one process: those that the environment names, else embedded ones."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from ratiba.local.problem import INSTALL, LocalStoreError

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Stores:
    """Where the stores are.

    Attributes:
        database_url: `postgresql://...`, of a database that exists; its schema is not looked at.
        redis_url: `redis://...` or `unix://...`; None when RATIBA_REDIS=off.
    """

    database_url: str
    redis_url: str | None


@contextmanager
def stores(progress: Progress = lambda line: None) -> Iterator[Stores]:
    """Have both stores while the block runs.

    DATABASE_URL and REDIS_URL are taken as they are. What they leave open is embedded: started
    unless another process has done so, and stopped when its last user leaves. A user that was
    killed needs no cleaning up: the next one takes over what still runs.

    Args:
        progress: called with a line such as "starting Postgres" before each thing that takes time.

    Raises:
        LocalStoreError: a store cannot be had; its text is one line, with the remedy.
    """
    database_url = os.environ.get("DATABASE_URL")
    redis_off = os.environ.get("RATIBA_REDIS", "").lower() == "off"
    redis_url = None if redis_off else os.environ.get("REDIS_URL")
    if database_url and (redis_off or redis_url):
        yield Stores(database_url, redis_url)
        return
    try:  # only here: a deployment gives both addresses and installs neither wheel nor psutil
        from ratiba.local import embedded
    except ImportError as error:
        fault = f"The package `{error.name}` is not installed"
        raise LocalStoreError("wheel_missing", fault, INSTALL) from error
    wish = embedded.Wish(
        postgres=not database_url,
        valkey=not (redis_off or redis_url),
        durable=os.environ.get("RATIBA_FSYNC", "on").lower() != "off",
    )
    with embedded.running(wish, progress) as (own_database_url, own_redis_url):
        yield Stores(database_url or own_database_url, redis_url or own_redis_url)
