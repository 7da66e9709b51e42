"""Hands that work for many tenants: bounded, fair, each failure its own."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable

import structlog

from engine.runtime.mishap import report

Job = Callable[[str], Awaitable[None]]
GRACE_S = 10.0
"""What is under way when a stop is asked for may finish in this time."""


class Crew:
    """Runs `job(slug)` for tenants that were woken, `size` at once, tenants taking turns.

    A tenant waits in line once, however often it is woken; one that has much work goes back to
    the end of the line for each piece of it.
    """

    def __init__(self, name: str, size: int, job: Job) -> None:
        self._job = job
        self._line: dict[str, None] = {}
        self._free = asyncio.Semaphore(size)
        self._woken = asyncio.Event()
        self._tasks: set[asyncio.Task[None]] = set()
        self._rings: Counter[str] = Counter()
        self._log = structlog.get_logger(name)

    def wake(self, slug: str) -> None:
        """Put a tenant in line."""
        self._rings[slug] += 1
        self.again(slug)

    def again(self, slug: str) -> None:
        """Put a tenant in line for what was seen to wait: nothing is new, so nobody looks twice."""
        self._line[slug] = None
        self._woken.set()

    def rings(self, slug: str) -> int:
        """Return how often a tenant was woken: a job that sees it grow looks once more."""
        return self._rings[slug]

    @property
    def busy(self) -> int:
        """Return how many jobs are under way."""
        return len(self._tasks)

    async def run(self) -> None:
        """Work until cancelled; `stop` then lets what is under way finish."""
        while True:
            await self._free.acquire()
            try:
                slug = await self._next()
            except asyncio.CancelledError:
                self._free.release()
                raise
            task = asyncio.create_task(self._supervised(slug))
            self._tasks.add(task)
            task.add_done_callback(self._finished)

    async def stop(self, grace_s: float = GRACE_S) -> None:
        """Wait for the jobs under way, then cancel what is left; call it after ending `run`."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=grace_s)
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _next(self) -> str:
        while not self._line:
            self._woken.clear()
            await self._woken.wait()
        slug = next(iter(self._line))
        del self._line[slug]
        return slug

    async def _supervised(self, slug: str) -> None:
        (result,) = await asyncio.gather(self._job(slug), return_exceptions=True)
        report(self._log, "job.failed", result, tenant=slug)

    def _finished(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        self._free.release()
