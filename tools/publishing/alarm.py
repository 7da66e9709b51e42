"""The team is told once that what a business has published is not what its customers meet."""

from collections.abc import Sequence
from datetime import datetime
from typing import LiteralString

import structlog

from engine.document.problem import Problem
from engine.model.handler import WriteGate
from engine.model.tenant import Tenant
from engine.store.database import Database
from engine.store.tenancy import transaction
from tools.attention.items import Matter, open_item
from tools.publishing.serving import Served

FLOWS, WORDS = "flows_conflict", "phrases_conflict"
"""Reasons of matters."""
EVENTS = {FLOWS: "flows.conflict", WORDS: "phrases.conflict"}
"""How the log calls them."""
MOST = 600
"""Letters of the problems that a matter tells."""
MENDED: LiteralString = """
UPDATE {t}.attention_items SET resolved_at = %(now)s, resolved_by = %(by)s
WHERE reason = %(reason)s AND resolved_at IS NULL
"""
log = structlog.get_logger("kits")


async def alarm(database: Database, tenant: Tenant, served: Served, now: datetime) -> None:
    """Put before the team what keeps documents or wordings of a business from its customers.

    Args:
        database: with the business's list of matters, on which each stays one until it is resolved.
        tenant: the business.
        served: what its customers meet.
        now: UTC.
    """
    async with transaction(database, tenant) as tx:
        for reason, problems in ((FLOWS, served.problems), (WORDS, served.unsaid)):
            if problems:
                await open_item(tx, _matter(tenant, reason, served, problems), now)
    for reason, problems in ((FLOWS, served.problems), (WORDS, served.unsaid)):
        if problems:
            log.error(
                EVENTS[reason],
                tenant=tenant.slug,
                problems=len(problems),
                first=str(problems[0]),
                served=served.place,
            )


async def mended(tx: WriteGate, by: str, now: datetime) -> None:
    """Take off the list that documents do not hold together: those that are published now do."""
    await tx.execute(MENDED, {"reason": FLOWS, "by": by, "now": now})


def _matter(tenant: Tenant, reason: str, served: Served, problems: Sequence[Problem]) -> Matter:
    told = " ".join(map(str, problems))
    told = told if len(told) <= MOST else f"{told[:MOST]}..."
    what = _documents(served) if reason == FLOWS else _wordings(problems)
    text = f"{what} {told}"
    first = problems[0]
    return Matter(
        tenant.slug,
        reason,
        text,
        details={
            "text": text,
            "document": first.file,
            "line": first.line,
            "remedy": first.remedy,
            "problems": len(problems),
        },
    )


def _documents(served: Served) -> str:
    if served.as_shipped:
        meets = "customers are served as shipped, without them"
    else:
        meets = "customers are served by the last that did"
    return f"Your own flows no longer fit; until they are put right {meets}."


def _wordings(problems: Sequence[Problem]) -> str:
    named = ", ".join(dict.fromkeys(one.key for one in problems))
    return f"Own words of {named} are not said; customers hear those beneath."
