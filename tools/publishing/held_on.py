"""On which release the flows of a business last held together, noted where they are served."""

import json
from typing import LiteralString

from engine.assembly.shipped import Shipped
from engine.model.flow import FlowSet
from engine.model.tenant import Tenant
from engine.store.database import Database
from engine.store.tenancy import TenantGate, transaction
from tools.publishing.alone import alone
from tools.publishing.past import digests
from tools.publishing.shelves import keep

IS_NEW: LiteralString = """
SELECT 1 FROM {t}.flow_sets
WHERE n = %(place)s AND n = (SELECT max(n) FROM {t}.flow_sets)
    AND beneath IS DISTINCT FROM %(on)s AND held_on IS DISTINCT FROM %(on)s
"""
NOTE: LiteralString = """
UPDATE {t}.flow_sets SET held_on = %(on)s, held = %(held)s::jsonb
WHERE n = %(place)s AND n = (SELECT max(n) FROM {t}.flow_sets)
    AND beneath IS DISTINCT FROM %(on)s AND held_on IS DISTINCT FROM %(on)s
"""
"""At its own publish: another may have come while the flows were compiled, or since `IS_NEW`."""


async def note_held(
    database: Database, tenant: Tenant, flows: FlowSet, place: int, on: Shipped
) -> None:
    """Note that what is in force holds together on what is shipped now.

    A release that breaks it later then falls back on this one, and not on the one of the day on
    which it was published. Once a release; what was published on it is noted already.

    Args:
        database: with the business's publishes.
        tenant: the business.
        flows: what is in force, as it is served.
        place: after how many publishes; if another came since, nothing is noted: it has noted
            what it found.
        on: what is shipped.
    """
    which = {"place": place, "on": on.digest}
    if not await TenantGate(database, tenant).fetch_one(IS_NEW, which):
        return
    async with transaction(database, tenant) as tx:
        await alone(tx)
        await keep(tx, on)
        await tx.execute(NOTE, {**which, "held": json.dumps(digests(flows))})
