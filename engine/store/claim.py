"""The first statement of a turn: take a row of the inbox, and read all that the turn needs."""

from datetime import datetime
from typing import Any, LiteralString

from pydantic import ValidationError

from engine.errors import ConfigError, ConflictError
from engine.model.tenant import Tenant
from engine.store.inbox import give_back, release
from engine.store.records import Claimed, Contact, Conversation, Thread
from engine.store.shape import card_from_json, matter_from_json, session_from_json
from engine.store.tenancy import Row, TenantGate
from engine.store.tenants import Tenants

TAKE: LiteralString = """
WITH taken AS (
    UPDATE {t}.inbox SET state = 'processing', claimed_at = %(now)s, attempts = attempts + 1
    WHERE provider_id = (
        SELECT i.provider_id FROM {t}.inbox i
        WHERE i.state = 'new' AND NOT EXISTS (
            SELECT FROM {t}.inbox o
            WHERE o.customer_id = i.customer_id AND o.seq < i.seq
                AND o.state IN ('new', 'processing') OFFSET 0)
        ORDER BY i.seq LIMIT 1 FOR UPDATE OF i SKIP LOCKED)
    RETURNING *
), unhurried AS MATERIALIZED (SELECT set_config('synchronous_commit', 'off', true))
"""
"""The oldest row that is the first of its customer; rows that others are just taking are passed.

Should a customer's earlier row be committed after a later one was claimed, both run at once; the
commit's version check lets one win and the other run again.

Nobody waits until a claim is on the disk: one that a crash of the server forgets is a row that
waits again, and of two who then work on it the commit lets one win.

`OFFSET 0` tells Postgres to plan each lookup by itself: its time goes into planning, not running,
and a connection that serves many tenants cannot keep all plans.
"""
AGAIN: LiteralString = """
WITH taken AS (
    SELECT * FROM {t}.inbox
    WHERE provider_id = %(provider_id)s AND state = 'processing' AND attempts = %(attempts)s
)
"""
READ: LiteralString = """
SELECT i.seq, i.provider_id, i.kind, i.body::text, i.received_at, i.attempts, i.customer_id,
    (SELECT version FROM public.tenants WHERE slug = %(slug)s),
    (SELECT count(*) FROM (
        SELECT FROM {t}.inbox w
        WHERE w.customer_id = i.customer_id AND w.seq > i.seq AND w.state = 'new' LIMIT 50) w),
    EXISTS (SELECT FROM (
        SELECT n.customer_id FROM {t}.inbox n WHERE n.state = 'new' ORDER BY n.seq LIMIT 50) n
        WHERE n.customer_id <> i.customer_id OFFSET 0),
    th.thread_id, th.actor_type, th.ended_at IS NOT NULL, th.updated_at,
    cp.version, (cp.metadata ->> 'state_version')::int, cp.checkpoint::text,
    co.id, co.customer_id, co.channel, co.channel_user_id, co.phone, co.name, co.locale,
    co.card::text, co.opted_out, co.visits, co.bookings
FROM taken i
LEFT JOIN LATERAL (
    SELECT * FROM {t}.conversation_threads t WHERE t.thread_id = coalesce(i.thread_id, (
        SELECT live.thread_id FROM {t}.conversation_threads live
        WHERE live.customer_id = i.customer_id AND live.ended_at IS NULL)) OFFSET 0) th ON true
LEFT JOIN LATERAL (
    SELECT * FROM {c}.checkpoints p
    WHERE p.thread_id = th.thread_id AND p.type = 'current' OFFSET 0) cp ON true
LEFT JOIN LATERAL (
    SELECT k.*, had.visits, had.bookings
    FROM {t}.contacts k, LATERAL (
        SELECT count(*) FILTER (WHERE a.status = 'completed'
                OR (a.status = 'confirmed' AND a.ends_at <= i.claimed_at)) AS visits,
            count(*) FILTER (WHERE a.status = 'confirmed'
                AND a.starts_at > i.claimed_at) AS bookings
        FROM {t}.appointments a WHERE a.customer_id = k.customer_id) had
    WHERE k.customer_id = i.customer_id OFFSET 0) co ON true
"""
CLAIM: LiteralString = TAKE + READ + "CROSS JOIN unhurried\n"
RELOAD: LiteralString = AGAIN + READ


async def claim(
    gate: TenantGate, tenants: Tenants, now: datetime, *, most: int
) -> Conversation | None:
    """Take the next row of a tenant's inbox.

    Args:
        gate: of the tenant.
        tenants: knows its newest version.
        now: the claim's clock.
        most: times that a row which cannot be read is taken before it is parked.

    Returns:
        None: nothing waits, or only rows of customers who are being served.

    Raises:
        DatabaseDown: nothing was taken.
        ConflictError: newer code stored the session: the row waits for a process that has it.
        ConfigError: what is stored cannot be read; the row was given back, or parked.
    """
    row = await gate.fetch_one(CLAIM, {"now": now, "slug": gate.tenant.slug})
    if row is None:
        return None
    try:
        return await _conversation(row, gate.tenant, tenants)
    except ConflictError:
        await release(gate, provider_id=row[1], attempts=row[5])
        raise
    except ValidationError as error:
        parked = await give_back(gate, row[1], row[5], error="unreadable", most=most)
        raise _unreadable(row[1], error, parked=parked) from error


def _unreadable(provider_id: str, error: ValidationError, *, parked: bool) -> ConfigError:
    """What cannot be read, and where; never what stands there."""
    first = error.errors(include_input=False, include_url=False, include_context=False)[0]
    where = ".".join(map(str, first["loc"]))
    becomes = "It is parked: see `ratiba doctor`." if parked else "It will be tried again."
    return ConfigError(
        "inbox.unreadable",
        f"A row of the inbox, or its session, cannot be read ({where}: {first['type']}). {becomes}",
        provider_id=provider_id,
    )


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
    id_, customer_id, channel, user_id, phone, name, locale, card, opted_out, *counted = columns
    return Contact(
        id_,
        customer_id,
        channel,
        user_id,
        phone,
        name,
        locale,
        card_from_json(card),
        opted_out,
        *counted,
    )
