"""The first statement of a turn: take a row of the inbox, and read all that the turn needs."""

from datetime import datetime
from typing import Any, LiteralString

from psycopg import errors as pg

from engine.model.tenant import Tenant
from engine.store.records import Claimed, Contact, Conversation, Thread
from engine.store.shape import card_from_json, matter_from_json, session_from_json
from engine.store.tenancy import Row, TenantGate
from engine.store.tenants import Tenants

TAKE: LiteralString = """
WITH head AS MATERIALIZED (
    SELECT i.provider_id FROM {t}.inbox i
    WHERE i.state = 'new'
      AND NOT EXISTS (SELECT FROM {t}.inbox busy
                      WHERE busy.customer_id = i.customer_id AND busy.state = 'processing')
      AND NOT EXISTS (SELECT FROM {t}.inbox earlier
                      WHERE earlier.customer_id = i.customer_id AND earlier.state = 'new'
                        AND earlier.seq < i.seq)
    ORDER BY i.seq LIMIT 1 FOR UPDATE OF i SKIP LOCKED
), taken AS (
    UPDATE {t}.inbox i SET state = 'processing', claimed_at = %(now)s, attempts = i.attempts + 1
    FROM head WHERE i.provider_id = head.provider_id
    RETURNING i.*
)
"""
"""The oldest row of a customer whom nobody serves; rows that others are just taking are passed."""
AGAIN: LiteralString = """
WITH taken AS (
    SELECT * FROM {t}.inbox
    WHERE provider_id = %(provider_id)s AND state = 'processing' AND attempts = %(attempts)s
)
"""
READ: LiteralString = """
SELECT i.seq, i.provider_id, i.kind, i.body::text, i.received_at, i.attempts, i.customer_id,
    (SELECT version FROM public.tenants WHERE slug = %(slug)s),
    (SELECT count(*) FROM {t}.inbox w
     WHERE w.customer_id = i.customer_id AND w.state = 'new' AND w.provider_id <> i.provider_id),
    EXISTS (SELECT FROM {t}.inbox o WHERE o.state = 'new' AND o.customer_id <> i.customer_id),
    th.thread_id, th.actor_type, th.ended_at IS NOT NULL, th.updated_at,
    cp.version, (cp.metadata ->> 'state_version')::int, cp.checkpoint::text,
    co.id, co.customer_id, co.channel, co.channel_user_id, co.phone, co.name, co.locale,
    co.card::text, co.opted_out
FROM taken i
LEFT JOIN {t}.conversation_threads th ON th.thread_id = coalesce(i.thread_id, (
    SELECT live.thread_id FROM {t}.conversation_threads live
    WHERE live.customer_id = i.customer_id AND live.ended_at IS NULL))
LEFT JOIN {c}.checkpoints cp ON cp.thread_id = th.thread_id AND cp.type = 'current'
LEFT JOIN {t}.contacts co ON co.customer_id = i.customer_id
"""
CLAIM: LiteralString = TAKE + READ
RELOAD: LiteralString = AGAIN + READ
COLLISIONS = 3
"""Two rows of one customer that were committed out of order can collide; the index refuses one."""


async def claim(gate: TenantGate, tenants: Tenants, now: datetime) -> Conversation | None:
    """Take the next row of a tenant's inbox.

    Returns:
        None: nothing waits, or only rows of customers who are being served.

    Raises:
        DatabaseDown: nothing was taken.
        ConflictError: newer code stored the session; the claim runs out by its lease.
    """
    params = {"now": now, "slug": gate.tenant.slug}
    for _ in range(COLLISIONS):
        try:
            row = await gate.fetch_one(CLAIM, params)
        except pg.UniqueViolation:
            continue
        return await _conversation(row, gate.tenant, tenants) if row else None
    return None


async def reload(gate: TenantGate, tenants: Tenants, held: Conversation) -> Conversation:
    """Read everything anew for a claim; one that is lost is returned as it was."""
    claimed = held.claimed
    params = {
        "provider_id": claimed.provider_id,
        "attempts": claimed.attempts,
        "slug": gate.tenant.slug,
    }
    row = await gate.fetch_one(RELOAD, params)
    return await _conversation(row, gate.tenant, tenants) if row else held


async def _conversation(row: Row, tenant: Tenant, tenants: Tenants) -> Conversation:
    seq, provider_id, kind, body, received_at, attempts, customer_id = row[:7]
    tenant_version, waiting, others = row[7:10]
    version, shape, checkpoint = row[14:17]
    fresh = tenant.version == tenant_version
    return Conversation(
        tenant=tenant if fresh else await tenants.by_slug(tenant.slug, tenant_version or 0),
        customer_id=customer_id,
        claimed=Claimed(seq, provider_id, matter_from_json(kind, body), received_at, attempts),
        thread=None if row[10] is None else Thread(*row[10:14]),
        session=None if checkpoint is None else session_from_json(checkpoint, shape),
        version=version or 0,
        contact=_contact(row[17:]),
        waiting=waiting,
        others=others,
    )


def _contact(columns: tuple[Any, ...]) -> Contact | None:
    if columns[0] is None:
        return None
    id_, customer_id, channel, user_id, phone, name, locale, card, opted_out = columns
    return Contact(
        id_, customer_id, channel, user_id, phone, name, locale, card_from_json(card), opted_out
    )
