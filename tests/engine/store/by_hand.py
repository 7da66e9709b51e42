"""One tenant's inbox, worked by hand: put something in, claim it, finish the turn."""

from engine.clock import FixedClock
from engine.model.tenant import Tenant
from engine.store.inbox import store_items
from engine.store.postgres import PostgresStore
from engine.store.records import Conversation, Incoming, Verdict
from engine.store.tenancy import TenantGate
from tests.engine.rows import turned


async def put(gate: TenantGate, clock: FixedClock, *items: Incoming) -> int:
    return await store_items(gate, items, clock.now())


async def claimed(store: PostgresStore, alpha: Tenant, clock: FixedClock) -> Conversation:
    conversation = await store.claim(alpha, clock.now())
    assert conversation is not None
    return conversation


async def finish(store: PostgresStore, conversation: Conversation, clock: FixedClock) -> Verdict:
    async with store.commit(conversation.tenant) as tx:
        return await tx.finish(turned(conversation, clock.now()))
