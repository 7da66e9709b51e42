"""What a worker does, done at once and in one place: turns are taken, the outbox is delivered."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

from engine.errors import UnavailableError
from engine.logs import error_code
from engine.model.tenant import Tenant
from engine.runtime.herald import Herald
from engine.runtime.worker import Taker
from engine.store.database import Database
from engine.store.inbox import store_items
from engine.store.ports import Store
from engine.store.records import Incoming
from engine.store.tenancy import TenantGate
from engine.store.timers import fire
from ratiba.talk.clock import MovableClock
from ratiba.talk.post import Post

PATIENCE_S = 15.0
"""How long a worker elsewhere may keep a turn of ours."""
LOOK_S = 0.02


class Pocket(Protocol):
    """The customer's phone, where payment prompts appear."""

    async def answer(self, code: int) -> None:
        """Answer the latest prompt with a result code; its callback is stored.

        Raises:
            InputError: no prompt was shown.
        """
        ...

    def new_prompts(self) -> Sequence[str]:
        """Texts of the prompts shown since the last look."""
        ...


@dataclass(frozen=True, slots=True)
class Means:
    """What a conversation is driven with.

    Attributes:
        taker: `engine.runtime.turn.Turner`.
        post: delivers the outbox to the terminal, or, live, to the providers.
    """

    database: Database
    store: Store
    taker: Taker
    post: Post
    clock: MovableClock
    pocket: Pocket
    herald: Herald


class Drive:
    """Drives one tenant's conversations.

    Args:
        waiting: how much of what is to be driven is not worked off.
    """

    def __init__(self, means: Means, tenant: Tenant, waiting: Callable[[], Awaitable[int]]) -> None:
        self._means = means
        self._tenant = tenant
        self._gate = TenantGate(means.database, tenant)
        self._waiting = waiting

    async def store(self, item: Incoming) -> None:
        """Put something into the inbox."""
        await store_items(self._gate, [item], self._means.clock.now())

    async def settle(self) -> None:
        """Work until nothing waits, here or at a worker elsewhere.

        Raises:
            UnavailableError: somebody else has a turn and does not come back with it.
        """
        try:
            async with asyncio.timeout(PATIENCE_S):
                await self._work()
                while await self._waiting():
                    await asyncio.sleep(LOOK_S)
                    await self._work()
        except TimeoutError:
            raise UnavailableError(
                "talk.stuck",
                f"A turn was not finished in {PATIENCE_S:.0f} s. Another worker may hang on it: "
                "see `ratiba doctor`.",
            ) from None

    async def wait(self, span: timedelta) -> None:
        """Let time pass from one thing due to the next, each taken at its own instant."""
        clock = self._means.clock
        end = clock.now() + span
        while True:
            _, upcoming = await fire(self._gate, clock.now())
            _, ahead = await self._means.herald.announce(self._tenant)
            await self.settle()
            if clock.now() >= end:
                return
            clock.advance(min(upcoming or end, ahead or end, end) - clock.now())

    async def _work(self) -> None:
        while await self._turn() or await self._means.post.deliver(self._tenant):
            pass

    async def _turn(self) -> bool:
        means = self._means
        conversation = await means.store.claim(self._tenant, means.clock.now())
        if conversation is None:
            return False
        self._tenant = conversation.tenant
        try:
            await means.taker.take(conversation)
        except Exception as error:
            await means.store.fail(conversation, error_code(error))
            raise
        return True
