"""Something goes on while customers book, and ends when they are done."""

import asyncio
from collections.abc import Coroutine
from contextlib import suppress

from tests.chaos.crowd import begin, finish
from tests.chaos.rig import Rig


async def under_load(rig: Rig, violence: Coroutine[object, object, None], many: int) -> str:
    """Let `many` customers book meanwhile; every process runs again at the end.

    Raises:
        AssertionError: one did not get there; or the violence itself found a fault.
    """
    task = asyncio.ensure_future(violence)
    try:
        silent = await begin(rig, many)
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
        await rig.all_up()
    rounds = await finish(rig, silent)
    return f"{many} booked" + (f", {len(silent)} of them {rounds} minutes later" if silent else "")
