"""The statements behind `claims`.

The exclusion constraint cannot ask for the time, so whoever takes something makes stale holds in
the way give way first, in the same statement; a CTE that is counted has run before what counts it.
"""

from typing import LiteralString

STALE: LiteralString = """
given_way AS (
    UPDATE {t}.appointments SET status = 'expired', updated_at = %(now)s
     WHERE status = 'held' AND hold_expires_at <= %(now)s AND id IN (
           SELECT r.appointment_id FROM wanted w JOIN {t}.appointment_resources r
               ON r.resource_id = w.resource_id AND r.live AND r.held_until <= %(now)s
              AND r.blocks_from < w.blocks_to AND r.blocks_to > w.blocks_from
              AND r.blocks_from > w.blocks_from - interval '24 hours'
              AND r.appointment_id <> %(id)s)
    RETURNING id
), stale AS (
    UPDATE {t}.appointment_resources SET live = false
     WHERE live AND appointment_id IN (SELECT id FROM given_way)
    RETURNING id
)"""
"""Holds in the way of `wanted`. The appointment's row is locked and asked again before its lanes
are touched, here as everywhere: a hold that is booked meanwhile stays."""

HOLD_TIME: LiteralString = """
WITH wanted AS (
    SELECT lane AS resource_id, %(blocks_from)s::timestamptz AS blocks_from,
           %(blocks_to)s::timestamptz AS blocks_to
      FROM unnest(%(lanes)s::text[]) AS lane
), {stale}, made AS (
    INSERT INTO {t}.appointments (id, thread_id, customer_id, customer_phone, service_id, staff_id,
        branch_id, starts_at, ends_at, status, hold_expires_at, price_kes, created_at, updated_at)
    VALUES (%(id)s, %(thread)s, %(customer)s, %(phone)s, %(service)s, %(staff)s, %(branch)s,
        %(starts_at)s, %(ends_at)s, 'held', %(until)s, %(price)s, %(now)s, %(now)s)
)
INSERT INTO {t}.appointment_resources
       (appointment_id, resource_id, blocks_from, blocks_to, live, held_until, held_by)
SELECT %(id)s, resource_id, blocks_from, blocks_to, true, %(until)s, %(thread)s FROM wanted
 WHERE (SELECT count(*) FROM stale) >= 0
 ORDER BY resource_id
ON CONFLICT DO NOTHING
RETURNING resource_id
""".replace("{stale}", STALE)

HOLD_LANE: LiteralString = """
WITH wanted AS (
    SELECT %(lane)s AS resource_id, %(blocks_from)s::timestamptz AS blocks_from,
           %(blocks_to)s::timestamptz AS blocks_to
), {stale}
INSERT INTO {t}.appointment_resources
       (appointment_id, resource_id, blocks_from, blocks_to, live, held_until, held_by)
SELECT %(id)s, resource_id, blocks_from, blocks_to, true, %(until)s, %(thread)s FROM wanted
 WHERE (SELECT count(*) FROM stale) >= 0
ON CONFLICT DO NOTHING
""".replace("{stale}", STALE)

RENEW: LiteralString = """
WITH ours AS (
    UPDATE {t}.appointments SET hold_expires_at = %(until)s, updated_at = %(now)s
     WHERE id = %(id)s AND status = 'held'
    RETURNING id
)
UPDATE {t}.appointment_resources SET held_until = %(until)s
 WHERE live AND appointment_id IN (SELECT id FROM ours)
"""

MEANT: LiteralString = """
(id = ANY(%(ids)s) OR payment_id = ANY(%(ids)s))
AND NOT (status = 'cancelled' AND payment_id IS NULL)
"""
"""What was cancelled alone has left its payment, also where that has its id."""

SECURE: LiteralString = """
WITH ours AS (
    SELECT id FROM {t}.appointments
     WHERE {meant} AND status = ANY(%(may_be)s)
       AND (starts_at > %(now)s OR status = 'pending')
     ORDER BY id FOR UPDATE
), kept AS (
    UPDATE {t}.appointment_resources SET held_until = NULL, held_by = NULL
     WHERE live AND appointment_id IN (SELECT id FROM ours)
    RETURNING appointment_id, resource_id
), wanted AS (
    SELECT DISTINCT appointment_id, resource_id, blocks_from, blocks_to
      FROM {t}.appointment_resources
     WHERE appointment_id IN (SELECT id FROM ours)
       AND (appointment_id, resource_id) NOT IN (SELECT appointment_id, resource_id FROM kept)
), {stale}, taken AS (
    INSERT INTO {t}.appointment_resources
           (appointment_id, resource_id, blocks_from, blocks_to, live)
    SELECT appointment_id, resource_id, blocks_from, blocks_to, true FROM wanted
     WHERE (SELECT count(*) FROM stale) >= 0
     ORDER BY resource_id, blocks_from
    ON CONFLICT DO NOTHING
    RETURNING resource_id
)
UPDATE {t}.appointments
   SET status = %(status)s, hold_expires_at = NULL, updated_at = %(now)s,
       payment_id = coalesce(%(payment)s, payment_id),
       customer_phone = coalesce(customer_phone, %(phone)s)
 WHERE id IN (SELECT id FROM ours)
   AND (SELECT count(*) FROM taken) = (SELECT count(*) FROM wanted)
   AND (SELECT count(*) FROM ours) = (SELECT count(*) FROM {t}.appointments
         WHERE {meant})
""".replace("{stale}", STALE.replace("<> %(id)s", "<> ALL(%(ids)s)")).replace("{meant}", MEANT)
"""All of a bundle or none: those named, and those that share a payment with them."""

RELEASE: LiteralString = """
WITH gone AS (
    UPDATE {t}.appointments SET status = %(status)s, hold_expires_at = NULL, updated_at = %(now)s
     WHERE (id = %(id)s OR payment_id = %(id)s) AND status = ANY(%(was)s)
    RETURNING id
)
UPDATE {t}.appointment_resources SET live = false, held_until = NULL, held_by = NULL
 WHERE live AND appointment_id IN (SELECT id FROM gone)
"""
