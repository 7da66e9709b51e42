"""Watches how well customers are understood: the team is told once when a limit is passed."""

from datetime import datetime
from typing import LiteralString

import structlog

from engine.clock import Clock
from engine.model.tenant import Tenant
from engine.store.database import Database
from engine.store.tenancy import TenantGate, TenantTx, transaction
from tools.attention.items import Matter, open_item
from tools.quality.counting import count
from tools.quality.limits import Level, level
from tools.quality.standing import Standing, standing

REF = "understanding"
"""What the item on the team's list is about."""
REASONS = {Level.SOFT: "misheard", Level.HARD: "misheard_often"}

WATCHED: LiteralString = "UPDATE {t}.quality SET watched_at = %(at)s"
NOTE: LiteralString = """
UPDATE {t}.quality SET level = %(now)s, since = %(at)s WHERE level = %(was)s RETURNING level
"""
CLOSE: LiteralString = """
UPDATE {t}.attention_items SET resolved_at = %(at)s, resolved_by = 'ratiba'
 WHERE ref = %(ref)s AND reason = ANY(%(reasons)s) AND resolved_at IS NULL
"""
log = structlog.get_logger("quality")


class QualityWatch:
    """A chore: counts, and tells of a limit when it is passed; implements `Chore`."""

    name = "quality"

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def do(self, tenant: Tenant) -> None:
        """Look at one business.

        Raises:
            DatabaseDown: it is looked at again the next time.
        """
        gate, now = TenantGate(self._database, tenant), self._clock.now()
        await gate.execute(WATCHED, {"at": now})
        await count(self._database, gate, now)
        stands = await standing(gate, now)
        reached = level(stands.count, stands.limits, stands.level)
        if reached is not stands.level:
            await self._passed(tenant, stands, reached, now)

    async def _passed(
        self, tenant: Tenant, stands: Standing, reached: Level, now: datetime
    ) -> None:
        """Note the new level with the item it opens: both or neither, by one process."""
        async with transaction(self._database, tenant) as tx:
            noted = {"now": reached.value, "was": stands.level.value, "at": now}
            if await tx.fetch_one(NOTE, noted) is None:
                return
            worse = reached.above(stands.level)
            if worse:
                await open_item(tx, _matter(tenant, stands, reached), now)
            else:
                await _close(tx, reached, now)
        _tell(tenant, stands, reached, worse=worse)


async def _close(tx: TenantTx, reached: Level, now: datetime) -> None:
    """Take off the list what is over."""
    over = [reason for one, reason in REASONS.items() if one.above(reached)]
    await tx.execute(CLOSE, {"at": now, "ref": REF, "reasons": over})


def _tell(tenant: Tenant, stands: Standing, reached: Level, *, worse: bool) -> None:
    fields = {
        "tenant": tenant.slug,
        "percent": round(stands.count.percent, 1),
        "misheard": stands.count.misheard,
        "turns": stands.count.turns,
    }
    if not worse:
        log.info("quality.better", level=reached.value, **fields)
    elif reached is Level.HARD:
        log.error("quality.hard", limit_percent=stands.limits.hard, **fields)
    else:
        log.warning("quality.soft", limit_percent=stands.limits.soft, **fields)


def _matter(tenant: Tenant, stands: Standing, reached: Level) -> Matter:
    """What the team reads; only the hard limit is worth a message to its phone."""
    found, may = stands.count, stands.limits
    limit = may.hard if reached is Level.HARD else may.soft
    text = (
        f"{found.percent:.1f} % of {found.turns} messages in 24 hours were misunderstood "
        f"({found.misheard}; the limit is {limit:g} %). See: ratiba quality --tenant {tenant.slug}"
    )
    return Matter(REF, REASONS[reached], text, {"text": text}, told=reached is Level.HARD)
