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

from collections.abc import Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Literal, Protocol, TypeAlias

from engine.model.event import Due, Happened
from engine.model.handler import ReadGate, WriteGate
from engine.model.message import Inbound
from engine.model.session import Session
from engine.model.tenant import Tenant
from engine.model.value import Value

Json: TypeAlias = "Mapping[str, Json] | Sequence[Json] | str | int | float | bool | None"
Matter: TypeAlias = Inbound | Happened | Due
"""What an inbox row holds: a customer's message, something from outside, a timer."""
ActorType: TypeAlias = Literal["CUSTOMER", "ADMIN"]
"""Whose words the thread is waiting for; ADMIN while a person has taken over."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """Something for the inbox.

    Attributes:
        provider_id: the de-duplication key, unique within the tenant for 8 days and more:
            the provider's message id, or `daraja:<token>`, `handback:<ulid>`, ... for events.
        customer_id: whose line it joins; a customer's rows are worked in order of arrival.
        thread_id: the thread an event belongs to; None: the customer's live one.
    """

    provider_id: str
    customer_id: str
    matter: Matter
    thread_id: str | None = None

    @classmethod
    def message(cls, inbound: Inbound) -> "Incoming":
        """Wrap a customer's message."""
        return cls(inbound.provider_id, inbound.sender.customer_id, inbound)


@dataclass(frozen=True, slots=True)
class Claimed:
    """The inbox row being worked on.

    Attributes:
        seq: grows with arrival within the tenant.
        attempts: how often it was claimed, this time included; the claim's fencing token.
    """

    seq: int
    provider_id: str
    matter: Matter
    received_at: datetime
    attempts: int


@dataclass(frozen=True, slots=True)
class Contact:
    """What is remembered of a customer.

    Attributes:
        phone: E.164 with `+`; verified by a channel or given in a flow.
        card: answers of earlier conversations, by slot.
    """

    id: str
    customer_id: str
    channel: str
    channel_user_id: str
    phone: str | None = None
    name: str | None = None
    locale: str | None = None
    card: Mapping[str, Value] = field(default_factory=dict)
    opted_out: bool = False


@dataclass(frozen=True, slots=True)
class Thread:
    """The pointer row of a thread.

    Attributes:
        ended: it is over: an event for it meets an ended session, a message never does.
    """

    thread_id: str
    actor_type: ActorType
    ended: bool
    updated_at: datetime


@dataclass(frozen=True, slots=True)
class Conversation:
    """Everything a turn starts from, as one statement read it.

    Attributes:
        tenant: as the database has it now, not as the caller knew it.
        thread: None: the customer has no live thread; the turn makes a fresh one.
        session: None when `thread` is.
        version: of the session's row, for the commit's check; 0: none is stored.
        waiting: further rows of this customer behind this one.
    """

    tenant: Tenant
    customer_id: str
    claimed: Claimed
    thread: Thread | None = None
    session: Session | None = None
    version: int = 0
    contact: Contact | None = None
    waiting: int = 0


@dataclass(frozen=True, slots=True)
class OutboxItem:
    """One thing to be sent after the commit.

    Attributes:
        recipient: `<channel>:<user id>` for replies, `mpesa:<phone>` for prompts; rows of one
            recipient go out in order.
        kind: `reply`, `template`, `stk`, `stk_query`, `notify`: names the carrier.
        body: the kind's own JSON: a reply has `text` and `buttons` of `id` and `label`.
        key: idempotency key, unique within the tenant; "" lets the commit make one from the
            thread, the inbox sequence and its place in the list.
        due_at: not before; None: at once.
    """

    recipient: str
    kind: str
    body: Mapping[str, Json]
    key: str = ""
    due_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Commit:
    """What one turn leaves behind.

    Attributes:
        conversation: as claimed (or reloaded).
        session: where the thread stands now; its `timers` become the thread's timer rows (by
            difference), its `ended` ends the thread.
        started_at: the turn's clock. at: when it was committed. Both UTC.
        entry: the journal's: input, understanding, tool answers, effects; enough to replay.
        outbox: in the order in which they are to go out.
        actor_type: who is expected to write next; an ended thread goes back to CUSTOMER.
        snapshot: keep a full extra checkpoint (handoff); the end of a thread keeps one anyway.
        flow_version: the published version of the flow the thread stands in, for monitors.
        session_id: of an unverified web visitor.
        card: answers to remember on the contact, by slot.
    """

    conversation: Conversation
    session: Session
    started_at: datetime
    at: datetime
    entry: Mapping[str, Json]
    outbox: tuple[OutboxItem, ...] = ()
    actor_type: ActorType = "CUSTOMER"
    snapshot: bool = False
    flow_version: int | None = None
    session_id: str | None = None
    card: Mapping[str, Value] = field(default_factory=dict)


class Verdict(StrEnum):
    """How a commit went."""

    WON = "won"
    """Everything is stored."""
    MOVED = "moved"
    """The session moved meanwhile: nothing was stored; reload and run the turn again."""
    LOST = "lost"
    """The claim is no longer ours (its lease ran out): nothing was stored; drop the turn."""


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

    async def fail(self, conversation: Conversation, code: str, now: datetime) -> bool:
        """Give a claim back after an error; True if it was parked for good (poison)."""
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


@dataclass(frozen=True, slots=True)
class OutboxRow:
    """A row handed to its carrier.

    Attributes:
        attempts: how often it was handed over, this time included.
    """

    id: str
    key: str
    recipient: str
    kind: str
    body: Mapping[str, Json]
    attempts: int
    thread_id: str | None
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Sent:
    """The provider took it. `tells`: events stored together with this result."""

    provider_message_id: str | None = None
    tells: tuple[Incoming, ...] = ()


@dataclass(frozen=True, slots=True)
class Retry:
    """The provider surely did not act on it, and may do so later.

    Attributes:
        after_s: as the provider asks; None: by the class's own backoff.
        code: the provider's, for logs.
    """

    code: str
    after_s: float | None = None
    throttled: bool = False


@dataclass(frozen=True, slots=True)
class Refused:
    """It will never be taken: the row is parked. `tells`: events stored with it."""

    code: str
    reason: str
    tells: tuple[Incoming, ...] = ()


@dataclass(frozen=True, slots=True)
class Uncertain:
    """Nobody knows whether the provider acted (a time-out, a lost answer, a crash of ours).

    A reply is sent again; an at-most-once kind (`stk`) is parked, never sent again.
    """

    reason: str
    tells: tuple[Incoming, ...] = ()


Delivery: TypeAlias = Sent | Retry | Refused | Uncertain


class Carrier(Protocol):
    """Takes rows of one kind to their provider: WhatsApp's client, Daraja's client."""

    async def carry(self, tenant: Tenant, row: OutboxRow) -> Delivery:
        """Hand one row over; whatever it raises counts as `Uncertain`."""
        ...

    async def stranded(self, tenant: Tenant, row: OutboxRow) -> tuple[Incoming, ...]:
        """Hear of an at-most-once row whose carrying was cut off; it is parked, not repeated.

        Gives events to store with the parking (`initiate_stk_push` is now unknown: ask).
        """
        ...
