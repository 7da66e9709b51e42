"""One change of a business's flows or words at a time."""

from typing import LiteralString

from engine.store.tenancy import TenantTx

ALONE: LiteralString = "SELECT pg_advisory_xact_lock(hashtext('ratiba flows ' || %(slug)s))"


async def alone(tx: TenantTx) -> None:
    """Wait until nobody else changes them; nobody does until the transaction ends."""
    await tx.execute(ALONE, {"slug": tx.tenant.slug})
