"""The loops of a worker, for the roles that it has, stopped without dropping what is under way."""

import asyncio
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager, suppress
from enum import StrEnum
from typing import Any

from engine.assembly.engine import Engine
from engine.errors import InputError


class Role(StrEnum):
    """What a worker does."""

    TURNS = "turns"
    """Takes turns."""
    SENDER = "sender"
    """Sends replies and payment prompts."""
    JOBS = "jobs"
    """Rings timers, begins flows ahead of a time, and looks after what nobody waits for."""


EVERY = frozenset(Role)


def read_roles(text: str) -> frozenset[Role]:
    """Read `turns,sender`.

    Raises:
        InputError: one of them is none.
    """
    names = [name.strip() for name in text.split(",") if name.strip()]
    for name in names:
        if name not in set(Role):
            raise InputError("worker.role", f"No role '{name}'. There are: {', '.join(Role)}.")
    return frozenset(map(Role, names)) or EVERY


@asynccontextmanager
async def working(engine: Engine, roles: frozenset[Role] = EVERY) -> AsyncIterator[None]:
    """Work while the block lasts; a loop that breaks breaks the block."""
    bell = engine.core.bell
    if Role.TURNS in roles:
        engine.worker.hear(bell)
    if Role.SENDER in roles:
        engine.sender.hear(bell)
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(loop) for loop in _loops(engine, roles)]
        try:
            yield
        finally:
            for task in tasks:
                task.cancel()
            with suppress(asyncio.CancelledError):
                await asyncio.gather(engine.worker.stop(), engine.sender.stop())


def _loops(engine: Engine, roles: frozenset[Role]) -> list[Coroutine[Any, Any, None]]:
    sweeper = engine.sweeper(
        turns=Role.TURNS in roles, sends=Role.SENDER in roles, timers=Role.JOBS in roles
    )
    loops = [engine.core.bell.run(), sweeper.run()]
    if Role.TURNS in roles:
        loops.append(engine.worker.run())
    if Role.SENDER in roles:
        loops.append(engine.sender.run())
    if Role.JOBS in roles:
        loops += [engine.timekeeper.run(), engine.herald.run(), engine.chores.run()]
    return loops
