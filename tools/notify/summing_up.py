"""The briefing of a colleague, with two sentences of a model above it, as it is sent."""

from dataclasses import dataclass, replace
from typing import LiteralString

import structlog

from engine.clock import Clock
from engine.llm.config import SUMMARIZER
from engine.llm.ports import Rephrased, Summarizer
from engine.model.model_call import ModelCall
from engine.model.tenant import Tenant
from engine.nlu.truth.faithful import invents
from engine.runtime.cost import warn
from engine.runtime.witness import told
from engine.store.database import Database
from engine.store.delivery import Carrier, Delivery, OutboxRow
from engine.store.records import Incoming
from engine.store.spending import spend
from engine.store.tenancy import TenantGate, transaction
from tools.catalog.read import read_catalogue
from tools.catalog.vocabulary import vocabulary

LONGEST = 400
"""Characters of the two sentences."""

FIND: LiteralString = """
SELECT h.id, h.thread_id, h.gist,
    coalesce((SELECT (c.checkpoint ->> 'total_token_cost_usd')::float FROM {c}.checkpoints c
               WHERE c.thread_id = h.thread_id AND c.type = 'current'), 0),
    EXISTS (SELECT FROM {t}.model_calls m WHERE m.role = %(role)s AND m.at >= h.opened_at
               AND m.thread_id = h.thread_id)
  FROM {t}.attention_items i JOIN {t}.handoff_log h ON h.id = i.details ->> 'handoff'
 WHERE 'attention:' || i.id = %(key)s AND i.reason = 'handoff' AND h.closed_at IS NULL
"""
KEEP: LiteralString = "UPDATE {t}.handoff_log SET gist = %(gist)s WHERE id = %(id)s"
CALLED: LiteralString = """
INSERT INTO {t}.model_calls (thread_id, at, role, model, prompt, came, tokens_in, tokens_cached,
    tokens_out, cost_usd, ms)
VALUES (%(thread)s, %(at)s, %(role)s, %(model)s, %(prompt)s, %(came)s, %(read)s, %(cached)s,
    %(out)s, %(cost)s, %(ms)s)
"""
log = structlog.get_logger("notify")


@dataclass(frozen=True, slots=True)
class SummingUp:
    """A carrier that sends what another sends, a briefing with its gist.

    The customer waits for none of it: what calls a person is committed and answered before.
    """

    carrier: Carrier
    summarizer: Summarizer
    database: Database
    clock: Clock

    async def carry(self, tenant: Tenant, row: OutboxRow) -> Delivery:
        """Send a row; whatever becomes of the model, the briefing is sent."""
        gist = await self._gist(tenant, row)
        text = str(row.body.get("text", ""))
        body = {**row.body, "text": f"{gist}\n\n{text}"} if gist else row.body
        return await self.carrier.carry(tenant, replace(row, body=body))

    def stranded(self, tenant: Tenant, row: OutboxRow) -> tuple[Incoming, ...]:
        """As the other carrier has it."""
        return self.carrier.stranded(tenant, row)

    async def _gist(self, tenant: Tenant, row: OutboxRow) -> str | None:
        """Two sentences for a handoff that is open; those that were made before stay.

        A model is asked once a handoff: where it failed or was refused, it would again, and
        whoever is to take over waits for it.
        """
        gate = TenantGate(self.database, tenant)
        found = await gate.fetch_one(FIND, {"key": row.key, "role": SUMMARIZER})
        if found is None:
            return None
        handoff, thread, gist, spent, asked = found
        may = (await read_catalogue(gate, tenant)).limits
        if gist is not None or asked or spent >= may.hard:
            return str(gist) if gist else None
        card = str(row.body.get("text", ""))
        answer = await self.summarizer.sum_up(card, tenant.name)
        warn(tenant.slug, thread, spent, await self._book(tenant, thread, answer), may)
        held = await _held(answer.text, card, gate, tenant)
        if held:
            await gate.execute(KEEP, {"gist": held, "id": handoff})
        return held

    async def _book(self, tenant: Tenant, thread: str, answer: Rephrased) -> float:
        """Store the calls before anything else can fail: what the conversation has cost now."""
        async with transaction(self.database, tenant) as tx:
            for call in answer.calls:
                log.info("model.asked", tenant=tenant.slug, **told(call))
                await tx.execute(CALLED, {"thread": thread, "at": self.clock.now(), **_row(call)})
            return await spend(tx, thread, sum(call.cost_usd for call in answer.calls))


def _row(call: ModelCall) -> dict[str, str | int | float]:
    return {
        "role": call.role,
        "model": f"{call.provider}/{call.model}",
        "prompt": call.prompt,
        "came": call.came,
        "read": call.tokens_in,
        "cached": call.tokens_cached,
        "out": call.tokens_out,
        "cost": call.cost_usd,
        "ms": call.ms,
    }


async def _held(said: str | None, card: str, gate: TenantGate, tenant: Tenant) -> str | None:
    """The sentences, if they name nothing that the briefing does not."""
    if not said or len(said) > LONGEST:
        return None
    return None if invents(said, card, await vocabulary(gate, tenant)) else said
