"""What the sender and its carriers tell each other."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, TypeAlias

from engine.model.tenant import Tenant
from engine.store.records import Incoming, Json

AT_MOST_ONCE = frozenset({"stk"})
"""Kinds that reach into somebody's pocket: once handed over they are never handed over again."""


@dataclass(frozen=True, slots=True)
class OutboxRow:
    """A row handed to its carrier.

    Attributes:
        attempts: how often it was handed over, this time included.
    """

    id: int
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
        code: the provider's, for logs.
        after_s: as the provider asks; None: by the class's own backoff.
        throttled: it was too much at once: the pauses are longer.
        held: the fault is not this row's (a token that expired): it is not counted as a try, and
            the row waits for as long as it takes.
    """

    code: str
    after_s: float | None = None
    throttled: bool = False
    held: bool = False


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

    def stranded(self, tenant: Tenant, row: OutboxRow) -> tuple[Incoming, ...]:
        """Hear of an at-most-once row whose carrying was cut off; it is parked, not repeated.

        Pure: called inside the transaction that parks it. Gives events to store with that
        (`initiate_stk_push` is now unknown: ask).
        """
        ...
