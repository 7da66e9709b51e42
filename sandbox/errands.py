"""Things a stand-in does after it has answered, such as posting a callback later."""

import asyncio
from collections.abc import Coroutine


class Errands:
    """Background work that ends with the server."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[object]] = set()

    def run(self, work: Coroutine[object, object, object]) -> None:
        """Start something and keep it until it is done."""
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def stop(self) -> None:
        """Cut off what is still under way."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
