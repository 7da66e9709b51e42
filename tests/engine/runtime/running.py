"""Loops of the runtime, run inside a test and ended with it."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Protocol

from engine.model.tenant import Tenant
from engine.store.records import Conversation


class Loop(Protocol):
    """A worker, a sender."""

    async def run(self) -> None: ...

    async def stop(self, grace_s: float = ...) -> None: ...


class Unapologetic:
    """A taker of turns that needs nothing, and says no word when one is parked."""

    async def ready(self, tenant: Tenant) -> None:
        """Have nothing at hand."""

    async def apologise(self, conversation: Conversation) -> None:
        """Say nothing."""


@asynccontextmanager
async def running(*loops: Loop) -> AsyncIterator[None]:
    """Run loops until the block ends, then let them finish."""
    tasks = [asyncio.create_task(loop.run()) for loop in loops]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        for loop in loops:
            await loop.stop()


async def until(condition: Callable[[], bool], within_s: float = 10) -> None:
    """Wait until something is so."""
    async with asyncio.timeout(within_s):
        while not condition():  # noqa: ASYNC110 - conditions look at the database
            await asyncio.sleep(0.01)
