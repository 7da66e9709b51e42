"""The frozen data that passes between a turn and storage."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Literal, TypeAlias

from engine.model.event import Due, Happened
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
        visits: bookings that have taken place; `bookings`: those that lie ahead.
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
    visits: int = 0
    bookings: int = 0


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
        waiting: further rows of this customer behind this one, counted up to 50.
        others: whether other customers of this tenant are among the next to wait.
    """

    tenant: Tenant
    customer_id: str
    claimed: Claimed
    thread: Thread | None = None
    session: Session | None = None
    version: int = 0
    contact: Contact | None = None
    waiting: int = 0
    others: bool = False


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
    """

    recipient: str
    kind: str
    body: Mapping[str, Json]
    key: str = ""


@dataclass(frozen=True, slots=True)
class Commit:
    """What one turn leaves behind.

    Attributes:
        conversation: as claimed (or reloaded).
        session: where the thread stands now; its `timers` become the thread's timer rows (by
            difference), its `ended` ends the thread.
        started_at: the turn's clock. at: when it was committed. Both UTC.
        entry: the journal's, a JSON object: input, understanding, tool answers, effects; enough
            to replay.
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
    entry: str
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
