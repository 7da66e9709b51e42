"""What models cost outside turns, added to the sum that the conversation holds."""

from typing import LiteralString

from engine.store.tenancy import TenantTx

SPEND: LiteralString = """
UPDATE {c}.checkpoints SET version = version + 1, checkpoint = jsonb_set(checkpoint,
    ARRAY['total_token_cost_usd'],
    to_jsonb(coalesce((checkpoint ->> 'total_token_cost_usd')::float8, 0) + %(cost)s::float8))
 WHERE thread_id = %(thread)s AND type = 'current'
RETURNING (checkpoint ->> 'total_token_cost_usd')::float8
"""
"""A turn under way meets another version at its commit, and runs again with the new sum."""


async def spend(tx: TenantTx, thread_id: str, cost_usd: float) -> float:
    """Add US dollars to what a conversation has cost.

    Returns:
        The sum of the conversation now; of one that is not there, these dollars.

    Raises:
        DatabaseDown: nothing was stored.
    """
    row = await tx.fetch_one(SPEND, {"thread": thread_id, "cost": cost_usd})
    return float(row[0]) if row else cost_usd
