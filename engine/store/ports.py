"""What the runtime asks of storage, and the frozen data that passes between them.

A turn reads like this (`engine/runtime/turn.py`):

    conversation = await store.claim(tenant, clock.now())        # statement 1; None: nothing waits
    ...                                                          # understand, step, render
    async with store.commit(conversation.tenant) as tx:
        outcome = await handler.write(tx, ...)                   # domain rows, if the step has any
        verdict = await tx.finish(Commit(conversation, ...))     # statement 2, always the last
    match verdict: WON: done. MOVED: `store.reload`, run again. LOST: drop it, another has it.

Leaving the block without a `WON` rolls everything back. With no domain rows `finish` is the only
statement and needs no BEGIN.
"""

from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from typing import Protocol

from engine.model.handler import ReadGate, WriteGate
from engine.model.session import Session
from engine.model.tenant import Tenant
from engine.store.delivery import (
    AT_MOST_ONCE,
    Carrier,
    Delivery,
    OutboxRow,
    Refused,
    Retry,
    Sent,
    Uncertain,
)
from engine.store.records import (
    ActorType,
    Claimed,
    Commit,
    Contact,
    Conversation,
    Incoming,
    Json,
    Matter,
    OutboxItem,
    Thread,
    Verdict,
)

__all__ = [
    "AT_MOST_ONCE",
    "ActorType",
    "Carrier",
    "Claimed",
    "Commit",
    "CommitTx",
    "Contact",
    "Conversation",
    "Delivery",
    "HotState",
    "Inbox",
    "Incoming",
    "Json",
    "Matter",
    "OutboxItem",
    "OutboxRow",
    "Refused",
    "Retry",
    "Sent",
    "Store",
    "Thread",
    "Uncertain",
    "Verdict",
]


class CommitTx(WriteGate, Protocol):
    """The commit's transaction: the gate for handlers' writes, closed by `finish`."""

    async def finish(self, commit: Commit) -> Verdict:
        """Store the turn, in one statement, if the session is still at the version loaded."""
        ...


class Store(Protocol):
    """Storage as a turn sees it; implemented by `engine.store.postgres.PostgresStore`.

    Every method raises `engine.errors.DatabaseDown` when Postgres cannot be reached.
    """

    async def claim(self, tenant: Tenant, now: datetime) -> Conversation | None:
        """Take the oldest row of a customer whom nobody serves, with all a turn needs.

        None: nothing of this tenant can be worked on now.
        """
        ...

    async def reload(self, conversation: Conversation) -> Conversation:
        """Read session, thread, contact and tenant anew, keeping the claim."""
        ...

    def commit(self, tenant: Tenant) -> AbstractAsyncContextManager[CommitTx]:
        """Open the commit's transaction; it begins with its first statement."""
        ...

    def read(self, tenant: Tenant) -> ReadGate:
        """Give the gate for reads of a step (`TurnContext.read`), outside any transaction."""
        ...

    async def post(self, tenant: Tenant, item: OutboxItem, thread_id: str | None) -> None:
        """Post one thing outside any turn; its key keeps it from being posted twice."""
        ...

    async def happen(self, tenant: Tenant, item: Incoming) -> None:
        """Let something happen to a thread beside what comes from outside; heard once a key."""
        ...

    async def fail(self, conversation: Conversation, code: str) -> bool:
        """Give a claim back after an error; True if it was parked for good (poison)."""
        ...

    async def release(self, conversation: Conversation) -> None:
        """Give a claim back as if it had not been made; for a worker that stops."""
        ...


class Inbox(Protocol):
    """The way in for everything that happens to a thread."""

    async def store(self, tenant: Tenant, items: Sequence[Incoming]) -> int:
        """Store all items in one transaction and wake the workers; gives how many were new."""
        ...


class HotState(Protocol):
    """The courtesy of Redis: never raises, never decides; absent Redis makes it do nothing.

    Keys: `ratiba:{<tenant_id>:<thread_id>}:state` (24 h) and `:lock` (30 s).
    """

    async def lock(self, tenant: Tenant, thread_id: str) -> str | None:
        """Wait up to 10 s for the thread's lock; the owner's token, or None if not got.

        A turn goes on without it: the commit's version check is what guards.
        """
        ...

    async def settle(
        self, tenant: Tenant, session: Session, version: int, token: str | None
    ) -> None:
        """After the commit, in one round trip: write the hot state and release the lock.

        An ended thread's state is dropped; a lock is released only if `token` still owns it.
        """
        ...

    async def release(self, tenant: Tenant, thread_id: str, token: str | None) -> None:
        """Release the lock after a turn that stored nothing."""
        ...
