"""What models cost for one booking, held against what they may."""

from dataclasses import dataclass

import structlog

from engine.model.builtin import COST_EXCEEDED
from engine.model.cost import CostLimits
from engine.model.event import Happened
from engine.model.session import Session
from engine.runtime.kit import Kit
from engine.store.ports import Store
from engine.store.records import Conversation, Incoming

SIGNAL = "d1"
"""The name of this reason to hand over, as monitors watch it (seeds/002)."""


def affordable(session: Session, kit: Kit) -> bool:
    """Whether models have cost less than they may."""
    return session.total_token_cost_usd < kit.limits.hard


def warn(slug: str, thread_id: str, before: float, spent: float, may: CostLimits) -> None:
    """Log the limits that a conversation has just reached.

    Args:
        slug: of the business.
        thread_id: the conversation.
        before: US dollars until now.
        spent: with what was added.
        may: the business's limits.
    """
    log = structlog.get_logger("cost").bind(
        tenant=slug, thread=thread_id, total_token_cost_usd=round(spent, 4)
    )
    if before < may.soft <= spent:
        log.warning("cost.soft", limit_usd=may.soft)
    if before < may.hard <= spent:
        log.warning("handoff.signal", signal=SIGNAL, limit_usd=may.hard)


@dataclass(frozen=True, slots=True)
class CostWatch:
    """Looks at every committed turn."""

    store: Store

    async def turned(self, conversation: Conversation, session: Session, kit: Kit) -> None:
        """Warn, and let flows hear of a limit that is reached; a flow hears once a thread.

        Args:
            conversation: as it was before the turn.
            session: as it was committed.
            kit: with the business's limits.
        """
        before = conversation.session.total_token_cost_usd if conversation.session else 0.0
        spent, may = session.total_token_cost_usd, kit.limits
        warn(conversation.tenant.slug, session.thread_id, before, spent, may)
        if spent and spent >= may.hard and session.frames and _heard(kit):
            await self.store.happen(conversation.tenant, _exceeded(conversation, session))


def _heard(kit: Kit) -> bool:
    return any(COST_EXCEEDED in flow.start.events for flow in kit.flows.flows.values())


def _exceeded(conversation: Conversation, session: Session) -> Incoming:
    """The same key every time: told again after a crash, it is heard once."""
    key = f"cost:{session.thread_id}"
    return Incoming(key, conversation.customer_id, Happened(COST_EXCEEDED), session.thread_id)
