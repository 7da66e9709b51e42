"""The embedded stores: one set for all processes of a clone."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from ratiba.local import postgres, users, valkey
from ratiba.local.account import find_account, owner
from ratiba.local.database import create_if_missing
from ratiba.local.paths import Places, find_places, make_run_folder, require_private

DATABASE = "ratiba"


@dataclass(frozen=True, slots=True)
class Wish:
    """What a user needs.

    Attributes:
        postgres: whether Postgres.
        valkey: whether Valkey.
        durable: whether committed data must survive a power cut; off is for tests.
            Users of one Postgres may differ: the first that needs it durable makes it so.
    """

    postgres: bool
    valkey: bool
    durable: bool


@contextmanager
def running(wish: Wish, progress: Callable[[str], None]) -> Iterator[tuple[str, str | None]]:
    """Use the embedded stores while the block runs; yields their URLs.

    The second URL is None unless Valkey was wished for. See `ratiba.local.stores.stores`.

    Raises:
        LocalStoreError: a store cannot be had.
    """
    places = find_places()
    with users.join(places) as file:
        try:
            with users.alone(places):
                _start(places, wish, progress)
            yield postgres.url(places, DATABASE), valkey.url(places) if wish.valkey else None
        finally:
            with users.alone(places):
                if users.is_last(file, places):
                    stop_all(places)


def stop_all(places: Places) -> None:
    """Stop both stores, whoever uses them; the caller holds the lock.

    Raises:
        LocalStoreError: `run_dir_not_ours`, `postgres_stop_failed`.
    """
    if places.run.exists():
        require_private(places, owner(places))
    valkey.stop(places)
    postgres.stop(places)


def _start(places: Places, wish: Wish, progress: Callable[[str], None]) -> None:
    make_run_folder(places, owner(places))
    if wish.postgres:
        _have_postgres(places, progress, durable=wish.durable)
    if wish.valkey and not valkey.is_up(places):
        progress("starting Valkey")
        valkey.start(places, find_account(places))


def _have_postgres(places: Places, progress: Callable[[str], None], *, durable: bool) -> None:
    if not postgres.is_up(places):
        progress("starting Postgres")
        postgres.start(places, find_account(places), durable=durable)
    elif durable:
        postgres.make_durable(places)
    create_if_missing(postgres.url(places, "postgres"), DATABASE)
