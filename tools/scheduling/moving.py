"""Moving a booking: another time is held beside it, then the two are swapped, or nothing is.

The hold leaves out what the booking itself takes: its own present time does not stand in its way,
and nobody else can take that. Beside the live pieces each lane of a hold has a row that is not live
and tells the whole stretch that the booking will take.
"""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import LiteralString

from engine.model.handler import WriteGate
from tools.scheduling.claims import HOLD, Claim
from tools.scheduling.statements import STALE

HELD: LiteralString = """
INSERT INTO {t}.appointments (id, thread_id, customer_id, customer_phone, service_id, staff_id,
    branch_id, starts_at, ends_at, status, hold_expires_at, price_kes, created_at, updated_at)
VALUES (%(id)s, %(thread)s, %(customer)s, %(phone)s, %(service)s, %(staff)s, %(branch)s,
    %(starts_at)s, %(ends_at)s, 'held', %(until)s, %(price)s, %(now)s, %(now)s)
"""

HOLD_PIECES: LiteralString = """
WITH wanted AS (
    SELECT %(lane)s::text AS resource_id, lower(piece) AS blocks_from, upper(piece) AS blocks_to
      FROM unnest(
           tstzmultirange(tstzrange(%(blocks_from)s::timestamptz, %(blocks_to)s::timestamptz))
           - coalesce((SELECT range_agg(tstzrange(r.blocks_from, r.blocks_to))
                         FROM {t}.appointment_resources r
                        WHERE r.appointment_id = %(moving)s AND r.live
                          AND r.resource_id = %(lane)s), '{}'::tstzmultirange)) AS piece
), {stale}, taken AS (
    INSERT INTO {t}.appointment_resources
           (appointment_id, resource_id, blocks_from, blocks_to, live, held_until, held_by)
    SELECT %(id)s, resource_id, blocks_from, blocks_to, true, %(until)s, %(thread)s FROM wanted
     WHERE (SELECT count(*) FROM stale) >= 0
    ON CONFLICT DO NOTHING
    RETURNING id
)
INSERT INTO {t}.appointment_resources
       (appointment_id, resource_id, blocks_from, blocks_to, live)
SELECT %(id)s, %(lane)s, %(blocks_from)s, %(blocks_to)s, false
 WHERE (SELECT count(*) FROM taken) = (SELECT count(*) FROM wanted)
""".replace("{stale}", STALE)

STANDING: LiteralString = """
SELECT id = %(moving)s FROM {t}.appointments
 WHERE starts_at > %(now)s
   AND ((id = %(moving)s AND customer_id = %(customer)s AND status IN ('pending', 'confirmed'))
     OR (id = %(hold)s AND status IN ('held', 'expired')))
 ORDER BY id FOR UPDATE
"""

BEGINS: LiteralString = """
SELECT starts_at FROM {t}.appointments
 WHERE id = %(moving)s AND customer_id = %(customer)s AND starts_at > %(now)s
   AND status IN ('pending', 'confirmed')
 FOR UPDATE
"""

FREE: LiteralString = """
WITH left_behind AS (
    DELETE FROM {t}.appointment_resources WHERE appointment_id = %(moving)s
)
UPDATE {t}.appointment_resources SET live = false WHERE live AND appointment_id = %(hold)s
"""

SWAP: LiteralString = """
WITH wanted AS (
    SELECT DISTINCT ON (resource_id) resource_id, blocks_from, blocks_to
      FROM {t}.appointment_resources WHERE appointment_id = %(hold)s
     ORDER BY resource_id, blocks_to - blocks_from DESC
), {stale}, taken AS (
    INSERT INTO {t}.appointment_resources
           (appointment_id, resource_id, blocks_from, blocks_to, live)
    SELECT %(moving)s, resource_id, blocks_from, blocks_to, true FROM wanted
     WHERE (SELECT count(*) FROM stale) >= 0
     ORDER BY resource_id
    ON CONFLICT DO NOTHING
    RETURNING resource_id
)
UPDATE {t}.appointments a
   SET staff_id = h.staff_id, branch_id = h.branch_id, starts_at = h.starts_at,
       ends_at = h.ends_at, moves = a.moves + 1, updated_at = %(now)s
  FROM {t}.appointments h
 WHERE a.id = %(moving)s AND h.id = %(hold)s
   AND (SELECT count(*) FROM taken) = (SELECT count(*) FROM wanted)
   AND EXISTS (SELECT FROM wanted WHERE resource_id = h.staff_id)
""".replace("{stale}", STALE)

DONE: LiteralString = "DELETE FROM {t}.appointments WHERE id = %(hold)s"


async def hold_to_move(
    tx: WriteGate, claim: Claim, moving: str, lanes: Sequence[Sequence[str]], now: datetime
) -> bool:
    """Hold a time for a booking that will be moved to it.

    Args:
        tx: the transaction.
        claim: the time, under an id of its own; its `lanes` are not looked at.
        moving: id of the booking.
        lanes: what it takes: for each thing, the lanes that will do, first choice first.
        now: UTC.

    Returns:
        Whether one of each was got; if not, the caller's transaction must not commit.
    """
    known = {
        "id": claim.id, "thread": claim.thread, "customer": claim.customer, "phone": claim.phone,
        "service": claim.service, "staff": claim.staff, "branch": claim.branch,
        "starts_at": claim.starts_at, "ends_at": claim.ends_at, "price": claim.price,
        "now": now, "until": now + HOLD,
    }  # fmt: skip
    await tx.execute(HELD, known)
    return all([await _one_of(tx, claim, moving, choices, now) for choices in lanes])


async def _one_of(
    tx: WriteGate, claim: Claim, moving: str, lanes: Sequence[str], now: datetime
) -> bool:
    for lane in lanes:
        wanted = {
            "id": claim.id, "moving": moving, "lane": lane,
            "thread": claim.thread, "blocks_from": claim.blocks_from,
            "blocks_to": claim.blocks_to, "now": now, "until": now + HOLD,
        }  # fmt: skip
        if await tx.execute(HOLD_PIECES, wanted):
            return True
    return False


class Moved(StrEnum):
    """How a swap came out."""

    DONE = "done"
    LOST = "lost"
    """Somebody else took the new time: roll back, and the old one stands."""
    GONE = "gone"
    """The booking was cancelled or has begun."""


async def begins(tx: WriteGate, moving: str, customer: str, now: datetime) -> tuple[datetime, ...]:
    """Lock a booking and give when it begins, UTC; nothing if it was cancelled or has begun."""
    ids = {"moving": moving, "customer": customer, "now": now}
    return tuple(start for (start,) in await tx.fetch_all(BEGINS, ids))


async def swap(tx: WriteGate, moving: str, hold: str, customer: str, now: datetime) -> Moved:
    """Free a booking's time and take the held one for it, again if the hold ran out.

    Returns:
        What came of it; unless it is done, the caller's transaction must not commit.
    """
    ids = {"id": hold, "moving": moving, "hold": hold, "customer": customer, "now": now}
    found = {ours for (ours,) in await tx.fetch_all(STANDING, ids)}
    if True not in found:
        return Moved.GONE
    if False not in found:
        return Moved.LOST
    await tx.execute(FREE, ids)
    if await tx.execute(SWAP, ids) != 1:
        return Moved.LOST
    await tx.execute(DONE, ids)
    return Moved.DONE
