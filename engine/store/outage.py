"""Keeping what must be kept through a short outage of the database."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import TypeVar

from engine.errors import DatabaseDown

T = TypeVar("T")
WITHIN_S = 3.0
"""No try begins later: with a request to a provider before it, and again for what was recorded of
it, less than the lease passes."""
PAUSE_S = 0.5


async def outlasting(work: Callable[[], Awaitable[T]]) -> T:
    """Run `work` until the database is there; some seconds at most.

    Args:
        work: from its beginning; it may have been done already when it is run again.

    Raises:
        DatabaseDown: the outage lasted longer.
    """
    loop = asyncio.get_running_loop()
    until = loop.time() + WITHIN_S
    while loop.time() + PAUSE_S < until:
        with suppress(DatabaseDown):
            return await work()
        await asyncio.sleep(PAUSE_S)
    return await work()
