"""Ids of ours: ULIDs, ordered by the injected clock and random beyond it."""

from ulid import ULID

from engine.clock import Clock


def new_ulid(clock: Clock) -> str:
    """Return a fresh ULID: 26 characters, the first ten of them the clock's milliseconds."""
    return str(ULID.from_datetime(clock.now()))
