"""The worker: claims turns, fairly across tenants, and sees each one to its end."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from typing import Protocol

import structlog

from engine.clock import Clock
from engine.errors import DatabaseDown
from engine.logs import error_code, trouble
from engine.model.session import Session
from engine.model.tenant import Tenant
from engine.runtime.crew import GRACE_S, Crew
from engine.store.bell import Bell
from engine.store.ports import Conversation, Store
from engine.store.tenants import Tenants

TURNS = 8
AGAIN_S = 0.25
"""A turn that raised is tried again after so long, then twice as long: what broke may pass."""
RELEASE_TRIES = 20
log = structlog.get_logger("worker")


class Taker(Protocol):
    """Takes one turn: `engine.runtime.turn.Turner`."""

    async def ready(self, tenant: Tenant) -> None:
        """Have what this tenant's turns need: the first time costs many turns."""
        ...

    async def take(self, conversation: Conversation) -> Session | None:
        """Run a claimed turn to its commit; None if the claim was lost."""
        ...

    async def apologise(self, conversation: Conversation) -> None:
        """Tell the customer that something of ours broke; the message was parked."""
        ...


class Worker:
    """Runs turns, many at once, never two of one customer.

    A turn that raises is tried again and parked after some attempts, so that its customer's next
    message goes on; one that dies with its process is taken up when its lease runs out.
    """

    def __init__(
        self,
        store: Store,
        tenants: Tenants,
        taker: Taker,
        clock: Clock,
        *,
        turns: int = TURNS,
        on_timer: Callable[[str, datetime], None] | None = None,
    ) -> None:
        self._store = store
        self._tenants = tenants
        self._taker = taker
        self._clock = clock
        self._on_timer = on_timer
        self._crew = Crew("worker", turns, self._serve)

    def hear(self, bell: Bell) -> None:
        """Be woken by what enters an inbox."""
        bell.hear("inbox", self.wake)

    def wake(self, slug: str) -> None:
        """Look at a tenant's inbox soon."""
        self._crew.wake(slug)

    @property
    def busy(self) -> int:
        """How many turns are under way."""
        return self._crew.busy

    async def run(self) -> None:
        """Work until cancelled."""
        await self._crew.run()

    async def stop(self, grace_s: float = GRACE_S) -> None:
        """Let turns under way finish; what does not is given back untouched."""
        await self._crew.stop(grace_s)

    async def _serve(self, slug: str) -> None:
        """One turn of a tenant, if there is one."""
        rings = self._crew.rings(slug)
        tenant = await self._tenants.by_slug(slug)
        await self._taker.ready(tenant)  # before the claim: a worker that starts holds nobody up
        conversation = await self._store.claim(tenant, self._clock.now())
        if conversation is None:
            return
        if conversation.others:
            self._crew.again(slug)
        await self._turn(conversation)
        if conversation.waiting or self._crew.rings(slug) != rings:
            self._crew.wake(slug)

    async def _turn(self, conversation: Conversation) -> None:
        task = asyncio.ensure_future(self._taker.take(conversation))
        try:
            await asyncio.wait({task})
        except asyncio.CancelledError:
            task.cancel()
            await asyncio.wait({task})
            await self._store.release(conversation)
            raise
        if task.exception() is None:
            self._armed(conversation, task.result())
        else:
            await self._failed(conversation, task.exception())

    def _armed(self, conversation: Conversation, session: Session | None) -> None:
        if session is not None and session.timers and self._on_timer is not None:
            self._on_timer(conversation.tenant.slug, min(t.due_at for t in session.timers))

    async def _failed(self, conversation: Conversation, error: BaseException | None) -> None:
        fields = {"tenant": conversation.tenant.slug, "seq": conversation.claimed.seq}
        match error:
            case DatabaseDown():
                log.warning("turn.database_down", **fields)
                await self._let_go(conversation)
            case Exception():
                await asyncio.sleep(AGAIN_S * conversation.claimed.attempts)
                parked = await self._store.fail(conversation, error_code(error))
                log.error("turn.parked" if parked else "turn.failed", **fields, **trouble(error))
                if parked:
                    await self._taker.apologise(conversation)
                self._crew.wake(conversation.tenant.slug)
            case BaseException():
                raise error

    async def _let_go(self, conversation: Conversation) -> None:
        """Give a turn back that a short outage cut off: it counts against nobody.

        After a long one the lease brings it back. A turn whose commit was done stays done.
        """
        for _ in range(RELEASE_TRIES):
            await asyncio.sleep(AGAIN_S)
            with suppress(DatabaseDown):
                await self._store.release(conversation)
                self._crew.wake(conversation.tenant.slug)
                return
