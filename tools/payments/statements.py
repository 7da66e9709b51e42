"""The statements behind `service`: rows are locked in the order attempt, payment, appointment."""

from typing import LiteralString

BEGIN: LiteralString = """
WITH recent AS (
    SELECT count(*) FILTER (WHERE a.phone = %(phone)s AND a.id >= %(hour_ago)s) AS to_phone,
           count(*) FILTER (WHERE p.customer_id = %(customer)s) AS to_customer
      FROM {t}.payment_attempts a JOIN {t}.payments p ON p.id = a.payment_id
     WHERE a.id >= %(day_ago)s AND a.state <> 'settled'
), due AS (
    SELECT (array_agg(id ORDER BY id <> %(appointment)s, id))[1] AS booking,
           least(%(amount)s, round(sum(price_kes) * %(share)s::numeric))::int AS kes
      FROM {t}.appointments WHERE payment_id = %(payment)s AND status = 'pending'
), paying AS (
    INSERT INTO {t}.payments AS p (id, appointment_id, thread_id, customer_id, amount_kes, state,
        created_at, updated_at)
    SELECT %(payment)s, booking, %(thread)s, %(customer)s, kes, 'created', %(now)s, %(now)s
      FROM recent, due
     WHERE to_phone < %(an_hour)s AND to_customer < %(a_day)s AND kes > 0
    ON CONFLICT (id) DO UPDATE SET state = 'created', amount_kes = excluded.amount_kes,
        appointment_id = excluded.appointment_id, thread_id = excluded.thread_id,
        checkout_request_id = NULL, updated_at = %(now)s
        WHERE p.state <> 'settled' AND NOT EXISTS (
              SELECT FROM {t}.payment_attempts a
               WHERE a.payment_id = p.id AND a.state = ANY(%(open)s))
    RETURNING id, amount_kes
), attempt AS (
    INSERT INTO {t}.payment_attempts (id, payment_id, number, token, phone, amount_kes, state,
        created_at, updated_at)
    SELECT %(attempt)s, id, (SELECT count(*) + 1 FROM {t}.payment_attempts a
               WHERE a.payment_id = paying.id), %(token)s, %(phone)s, amount_kes, 'created',
           %(now)s, %(now)s FROM paying
    RETURNING id
)
INSERT INTO public.payment_routing (token, tenant, attempt_id, created_at)
SELECT %(token)s, %(slug)s, id, %(now)s FROM attempt
"""
"""Ids of attempts begin with their time, so the last day of them is a range of the primary key.

What is due is read from the bookings that wait, which are locked: one of two may have been
cancelled since the price was shown. It is never more than what was shown.
"""

IS_OPEN: LiteralString = """
SELECT 1 FROM {t}.payment_attempts a JOIN {t}.payments p ON p.id = a.payment_id
 WHERE p.id = %(id)s AND p.state <> 'settled' AND a.state = ANY(%(open)s)
"""

WAIT: LiteralString = """
WITH attempt AS MATERIALIZED (
    SELECT payment_id FROM {t}.payment_attempts WHERE id = %(attempt)s FOR UPDATE
)
SELECT 1 FROM {t}.payments WHERE id IN (SELECT payment_id FROM attempt) FOR UPDATE
"""
"""Waits for whoever changes what is due; what they did is seen by the next statement."""

HAND_OVER: LiteralString = """
WITH handed AS (
    UPDATE {t}.payment_attempts a SET state = 'initiated', updated_at = %(now)s,
           amount_kes = least(a.amount_kes, p.amount_kes)
      FROM {t}.payments p
     WHERE a.id = %(attempt)s AND p.id = a.payment_id
       AND (a.state = 'created'
            OR (%(again)s AND a.state = 'initiated' AND a.checkout_request_id IS NULL))
       AND EXISTS (SELECT FROM {t}.appointments b
                    WHERE b.id = p.appointment_id AND b.status = 'pending')
       AND NOT EXISTS (SELECT FROM {t}.appointments b
                        WHERE b.payment_id = p.id AND b.status <> 'pending')
    RETURNING a.id, a.payment_id, a.phone, a.amount_kes, a.token
), paying AS (
    UPDATE {t}.payments SET state = 'initiated', updated_at = %(now)s
     WHERE id IN (SELECT payment_id FROM handed) AND state = 'created'
)
SELECT phone, amount_kes, token FROM handed
"""
"""After `WAIT`. One that was put off asks for what is due by now, which may have become less."""

ACCEPTED: LiteralString = """
WITH attempt AS (
    UPDATE {t}.payment_attempts SET checkout_request_id = %(checkout)s,
           merchant_request_id = %(merchant)s, updated_at = %(now)s
     WHERE id = %(attempt)s
    RETURNING payment_id, token
), paying AS (
    UPDATE {t}.payments SET checkout_request_id = %(checkout)s, updated_at = %(now)s
     WHERE id IN (SELECT payment_id FROM attempt)
)
UPDATE public.payment_routing SET checkout_request_id = %(checkout)s
 WHERE token IN (SELECT token FROM attempt)
"""

RAISE: LiteralString = """
WITH raised AS (
    UPDATE {t}.payment_attempts SET state = %(state)s, updated_at = %(now)s,
           result_code = coalesce(%(code)s, result_code),
           result_text = coalesce(%(text)s, result_text),
           mpesa_receipt = coalesce(%(receipt)s, mpesa_receipt),
           checkout_request_id = coalesce(checkout_request_id, %(checkout)s)
     WHERE id = %(attempt)s AND state = ANY(%(below)s)
    RETURNING id, payment_id, checkout_request_id, amount_kes
), paying AS (
    UPDATE {t}.payments p SET state = %(state)s, updated_at = %(now)s,
           mpesa_receipt = coalesce(%(receipt)s, p.mpesa_receipt),
           paid_kes = coalesce(%(paid)s, p.paid_kes, CASE WHEN %(state)s = 'settled'
                AND raised.amount_kes <> p.amount_kes THEN raised.amount_kes END),
           settled_at = CASE WHEN %(state)s = 'settled' THEN %(now)s END,
           checkout_request_id = coalesce(p.checkout_request_id, raised.checkout_request_id)
      FROM raised
     WHERE p.id = raised.payment_id AND p.state = ANY(%(below)s)
    RETURNING p.id
)
SELECT p.id, p.appointment_id, p.thread_id, p.customer_id, p.amount_kes,
       (SELECT count(*) FROM {t}.payment_attempts a WHERE a.payment_id = p.id),
       EXISTS (SELECT FROM paying), raised.amount_kes,
       (SELECT sum(b.price_kes) FROM {t}.appointments b WHERE b.payment_id = p.id)
  FROM raised JOIN {t}.payments p ON p.id = raised.payment_id
"""
"""After `WAIT`. The amounts and names of `p` are those before the update: they do not change in it,
but a cancelling or a new prompt that was under way may have changed them."""

LATE_RECEIPT: LiteralString = """
WITH attempt AS (
    UPDATE {t}.payment_attempts SET mpesa_receipt = %(receipt)s, updated_at = %(now)s
     WHERE id = %(attempt)s AND state = 'settled' AND mpesa_receipt IS NULL
    RETURNING payment_id
)
UPDATE {t}.payments SET mpesa_receipt = %(receipt)s, updated_at = %(now)s,
       paid_kes = coalesce(paid_kes, %(paid)s)
 WHERE mpesa_receipt IS NULL AND id IN (SELECT payment_id FROM attempt)
"""
"""The query tells no receipt; the callback that comes after it does."""

FIND: LiteralString = """
SELECT a.token, a.checkout_request_id,
       EXISTS (SELECT FROM {t}.payments other WHERE other.mpesa_receipt = %(receipt)s
               AND other.id <> a.payment_id)
  FROM {t}.payment_attempts a WHERE a.id = %(attempt)s
"""

LATEST: LiteralString = """
SELECT id FROM {t}.payment_attempts WHERE payment_id = %(payment)s ORDER BY number DESC LIMIT 1
"""

TO_ASK: LiteralString = """
SELECT checkout_request_id FROM {t}.payment_attempts
 WHERE id = %(attempt)s AND state = ANY(%(open)s) AND checkout_request_id IS NOT NULL
"""

BOOKED: LiteralString = """
SELECT s.id, s.name_en, s.name_sw,
       to_char(b.starts_at AT TIME ZONE t.zone, 'YYYY-MM-DD"T"HH24:MI'),
       EXISTS (SELECT FROM {t}.conversation_threads c
                WHERE c.thread_id = p.thread_id AND c.ended_at IS NOT NULL),
       b.staff_id, w.name
  FROM {t}.payment_attempts a
  JOIN {t}.payments p ON p.id = a.payment_id
  JOIN {t}.appointments b ON b.id = p.appointment_id OR b.payment_id = p.id
  JOIN {t}.services s ON s.id = b.service_id
  JOIN {t}.staff w ON w.id = b.staff_id
  JOIN public.payment_routing r ON r.token = a.token
  JOIN public.tenants t ON t.slug = r.tenant
 WHERE a.id = %(attempt)s ORDER BY b.id <> p.appointment_id, b.starts_at
"""
"""Of a bundle a row each, what was booked first coming first. A statement of its own: it sees what
was committed while the others waited for locks."""

STATUS: LiteralString = """
SELECT status FROM {t}.appointments WHERE id = %(id)s OR payment_id = %(id)s
"""

HOLD_STILL: LiteralString = """
WITH attempts AS MATERIALIZED (
    SELECT a.id FROM {t}.payment_attempts a JOIN {t}.payments p ON p.id = a.payment_id
     WHERE %(id)s IN (p.appointment_id, p.id) ORDER BY a.id FOR UPDATE OF a
), paying AS MATERIALIZED (
    SELECT p.id FROM {t}.payments p
     WHERE %(id)s IN (p.appointment_id, p.id) AND (SELECT count(*) FROM attempts) >= 0 FOR UPDATE
)
SELECT count(*) FROM paying
"""
"""Waits for whoever is telling of this payment; what they did is seen by the next statement."""

GIVE_UP: LiteralString = """
WITH open AS (
    UPDATE {t}.payment_attempts a SET updated_at = %(now)s,
           state = CASE WHEN a.state = 'created' THEN 'cancelled' ELSE 'unknown' END
      FROM {t}.appointments b
     WHERE %(id)s IN (b.id, b.payment_id) AND b.status = 'pending' AND a.payment_id = b.payment_id
       AND a.state IN ('created', 'initiated')
    RETURNING a.payment_id, a.state, a.created_at
), paying AS (
    UPDATE {t}.payments p SET state = open.state, updated_at = %(now)s
      FROM open WHERE p.id = open.payment_id AND p.state IN ('created', 'initiated')
    RETURNING p.id
), gone AS (
    UPDATE {t}.appointments SET updated_at = %(now)s,
           status = CASE WHEN EXISTS (SELECT FROM open WHERE created_at <= %(ran_out)s)
                    THEN 'expired' ELSE 'cancelled' END
     WHERE (id = %(id)s OR payment_id = %(id)s) AND status = 'pending'
       AND (SELECT count(*) FROM paying) >= 0
    RETURNING id
)
UPDATE {t}.appointment_resources SET live = false
 WHERE live AND appointment_id IN (SELECT id FROM gone)
"""

IS_PAID: LiteralString = """
SELECT 1 FROM {t}.payments p JOIN {t}.appointments b ON b.id = p.appointment_id
 WHERE p.id = %(id)s AND p.state = 'settled' AND b.status = 'confirmed'
"""
