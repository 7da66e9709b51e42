"""Helpers of the engine's tests: plain SQL on a tenant, and messages to feed it with."""

import json
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import psycopg

from engine.clock import FixedClock
from engine.model.message import Inbound, Sender, TextReceived
from engine.model.session import Session
from engine.model.tenant import Tenant
from engine.store.inbox import store_items
from engine.store.postgres import PostgresStore
from engine.store.records import Commit, Conversation, Incoming, OutboxItem, Verdict
from engine.store.tenancy import TenantGate

TABLES = ("inbox", "outbox", "journal", "timers", "conversation_threads", "contacts")


class Rows:
    """A tenant's rows by plain SQL; `t` and `c` in braces as in the engine."""

    def __init__(self, connection: psycopg.Connection[tuple[Any, ...]]) -> None:
        self.connection = connection

    def all(self, sql: str, params: Any = None, *, slug: str = "alpha") -> list[tuple[Any, ...]]:
        composed = sql.replace("{t}", f"tenant_{slug}").replace("{c}", f"checkpoints_{slug}")
        cursor = self.connection.execute(composed.encode(), params)
        return cursor.fetchall() if cursor.description else []

    def one(self, sql: str, params: Any = None, *, slug: str = "alpha") -> tuple[Any, ...]:
        (row,) = self.all(sql, params, slug=slug)
        return row

    def values(self, sql: str, params: Any = None, *, slug: str = "alpha") -> list[Any]:
        return [row[0] for row in self.all(sql, params, slug=slug)]

    def empty(self, slug: str) -> None:
        for table in TABLES:
            self.all(f"DELETE FROM {{t}}.{table}", slug=slug)
        self.all("DELETE FROM {c}.checkpoints", slug=slug)


def message(
    provider_id: str, at: datetime, *, phone: str = "+254712000001", text: str = "Hi"
) -> Inbound:
    sender = Sender("whatsapp", phone.removeprefix("+"), phone)
    return Inbound(provider_id, "100000000001", sender, TextReceived(text), at)


def incoming(provider_id: str, at: datetime, *, phone: str = "+254712000001") -> Incoming:
    return Incoming.message(message(provider_id, at, phone=phone))


def reply(phone: str = "+254712000001", text: str = "Which service?") -> OutboxItem:
    return OutboxItem(f"whatsapp:{phone.removeprefix('+')}", "reply", {"text": text})


def turned(
    conversation: Conversation, at: datetime, *, thread_id: str = "01J0000000000000000000000A"
) -> Commit:
    """A plain turn: one more turn on the session, one reply."""
    session = conversation.session or Session(thread_id)
    return Commit(
        conversation,
        replace(session, turns=session.turns + 1),
        started_at=at,
        at=at,
        entry=json.dumps({"input": conversation.claimed.provider_id}),
        outbox=(reply(conversation.customer_id),),
    )


@dataclass(frozen=True)
class World:
    """One tenant's storage, ready to be driven turn by turn."""

    store: PostgresStore
    gate: TenantGate
    tenant: Tenant
    clock: FixedClock
    rows: Rows

    async def claimed(self, provider_id: str, phone: str = "+254712000001") -> Conversation:
        """One more message of a customer, claimed."""
        item = incoming(provider_id, self.clock.now(), phone=phone)
        await store_items(self.gate, [item], self.clock.now())
        conversation = await self.store.claim(self.tenant, self.clock.now())
        assert conversation is not None
        return conversation

    async def finished(self, commit: Commit) -> Verdict:
        """Commit a turn."""
        async with self.store.commit(self.tenant) as tx:
            return await tx.finish(commit)

    def turned(self, conversation: Conversation, **changes: Any) -> Commit:
        """A plain turn now, with changes to its session."""
        commit = turned(conversation, self.clock.now())
        return replace(commit, session=replace(commit.session, **changes))
