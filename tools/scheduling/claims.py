"""Taking time, and letting it go: each one statement under the exclusion constraint.

A claim is taken by INSERT ... ON CONFLICT DO NOTHING, which waits for whoever is about to take the
same and gives no row if they did.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from engine.model.handler import WriteGate
from tools.scheduling.statements import (
    HOLD_LANE,
    HOLD_TIME,
    RELEASE,
    RENEW,
    SECURE,
)

HOLD = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Claim:
    """An appointment to be held.

    Attributes:
        lanes: what it takes: the person, and a lane of each kind of resource it needs.
        blocks_from, blocks_to: with the buffers; UTC, as all instants here.
    """

    id: str
    thread: str
    customer: str
    phone: str | None
    service: str
    staff: str
    branch: str
    starts_at: datetime
    ends_at: datetime
    blocks_from: datetime
    blocks_to: datetime
    price: int
    lanes: tuple[str, ...]


async def hold(tx: WriteGate, claim: Claim, now: datetime) -> frozenset[str]:
    """Hold the time for five minutes.

    Returns:
        The lanes that were got; if one is missing the caller's transaction must not commit.
    """
    wanted = {
        "id": claim.id, "thread": claim.thread, "customer": claim.customer, "phone": claim.phone,
        "service": claim.service, "staff": claim.staff, "branch": claim.branch,
        "starts_at": claim.starts_at, "ends_at": claim.ends_at, "price": claim.price,
        "blocks_from": claim.blocks_from, "blocks_to": claim.blocks_to,
        "lanes": list(claim.lanes), "now": now, "until": now + HOLD,
    }  # fmt: skip
    return frozenset(lane for (lane,) in await tx.fetch_all(HOLD_TIME, wanted))


async def hold_lane(tx: WriteGate, claim: Claim, lanes: Sequence[str], now: datetime) -> str | None:
    """Hold the first of several lanes that is still free, beside what `hold` got."""
    for lane in lanes:
        wanted = {
            "id": claim.id, "thread": claim.thread, "lane": lane, "now": now, "until": now + HOLD,
            "blocks_from": claim.blocks_from, "blocks_to": claim.blocks_to,
        }  # fmt: skip
        if await tx.execute(HOLD_LANE, wanted):
            return lane
    return None


async def renew(tx: WriteGate, id_: str, now: datetime, span: timedelta = HOLD) -> bool:
    """Hold what is held for a span from now; False if it has been let go."""
    return await tx.execute(RENEW, {"id": id_, "now": now, "until": now + span}) > 0


async def secure(
    tx: WriteGate,
    ids: Sequence[str],
    now: datetime,
    *,
    status: str,
    may_be: Sequence[str],
    payment: str | None = None,
    phone: str | None = None,
) -> bool:
    """Book what was held, or take it again if it was let go and nobody else came; all or none.

    Args:
        tx: the transaction.
        ids: of the appointments; those that wait for a payment of that id come along.
        now: UTC.
        status: what they become.
        may_be: what each must be now; unless it is pending, its start must lie ahead.
        payment: the payment they wait for, if any.
        phone: of the customer, if none was known.

    Returns:
        Whether every lane of each is ours. If not, parts may be taken: roll back, or `release`.
    """
    wanted = {
        "ids": list(ids), "now": now, "status": status, "may_be": list(may_be), "payment": payment,
        "phone": phone,
    }  # fmt: skip
    return await tx.execute(SECURE, wanted) >= len(ids)


async def release(
    tx: WriteGate, id_: str, now: datetime, *, status: str, was: Sequence[str]
) -> None:
    """Free the time of an appointment, and of those that share its payment, if still `was`."""
    await tx.execute(RELEASE, {"id": id_, "now": now, "status": status, "was": list(was)})
