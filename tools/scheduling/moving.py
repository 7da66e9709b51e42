"""Moving a booking: another time is held beside it, then the two are swapped, or nothing is.

The hold leaves out what the booking itself takes: its own present time does not stand in its way,
and nobody else can take that. Beside the live pieces each lane of a hold has a row that is not live
and tells the whole stretch that the booking will take.
"""

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
                          AND r.resource_id = %(lane)s), '{{}}'::tstzmultirange)) AS piece
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

DONE: LiteralString = "DELETE FROM {t}.appointments WHERE id = %(hold)s AND status <> 'confirmed'"
