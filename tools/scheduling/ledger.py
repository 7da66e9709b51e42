"""What is booked, for the team: when, what, with whom, for whom, and what was asked beside."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import LiteralString

from engine.model.handler import ReadGate
from engine.model.value import Scalar

COMING: LiteralString = """
SELECT a.starts_at, s.name_en, w.name, coalesce(a.customer_phone, a.customer_id), a.status,
       a.price_kes, a.details,
       (SELECT coalesce(max((c.checkpoint ->> 'total_token_cost_usd')::float8), 0)
          FROM {t}.checkpoints c WHERE c.thread_id = a.thread_id)
  FROM {t}.appointments a
  JOIN {t}.services s ON s.id = a.service_id
  JOIN {t}.staff w ON w.id = a.staff_id
 WHERE a.status IN ('pending', 'confirmed') AND a.ends_at > %(now)s
 ORDER BY a.starts_at, a.id LIMIT 200
"""


@dataclass(frozen=True, slots=True)
class Coming:
    """A booking that is not over.

    Attributes:
        starts_at: UTC.
        status: `pending` until it is paid, else `confirmed`.
        price: whole shillings.
        details: the answers that a vertical asks for beside, by slot.
        total_token_cost_usd: what models have cost for the conversation that it came from.
    """

    starts_at: datetime
    service: str
    person: str
    customer: str
    status: str
    price: int
    details: Mapping[str, Scalar]
    total_token_cost_usd: float = 0.0


async def coming(read: ReadGate, now: datetime) -> tuple[Coming, ...]:
    """Give the next two hundred bookings, soonest first."""
    return tuple(Coming(*row) for row in await read.fetch_all(COMING, {"now": now}))
