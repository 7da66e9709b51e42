"""What an erasure takes away, and what it leaves without a name; in this order.

`%(ids)s`, `%(threads)s`: of the person. `%(digits)s`: the phone in any spelling. `%(anon)s`: a
random id in their place, the same in all that the business keeps.
"""

from typing import LiteralString

INBOX: LiteralString = """
DELETE FROM {t}.inbox WHERE customer_id = ANY(%(ids)s) OR thread_id = ANY(%(threads)s)
"""
"""First: a turn that is under way holds its row, and is waited for; behind this it finds none, and
stores nothing."""

HOLDS: LiteralString = """
UPDATE {t}.appointment_resources SET held_by = NULL, held_until = NULL,
    live = live AND held_until IS NULL
 WHERE held_by = ANY(%(threads)s)
    OR appointment_id IN (SELECT id FROM {t}.appointments WHERE customer_id = ANY(%(ids)s))
"""
BOOKINGS: LiteralString = """
UPDATE {t}.appointments SET customer_id = CASE WHEN customer_id = ANY(%(ids)s)
        THEN %(anon)s ELSE customer_id END,
    customer_phone = NULL, cancel_reason = NULL, details = '{}', thread_id = NULL,
    hold_expires_at = NULL, updated_at = %(now)s,
    status = CASE status WHEN 'held' THEN 'expired' ELSE status END
 WHERE customer_id = ANY(%(ids)s)
"""
PHONES: LiteralString = """
UPDATE {t}.appointments SET customer_phone = NULL WHERE customer_phone = %(phone)s
"""
"""Somebody else's booking for which this phone was given."""
ROUTING: LiteralString = """
UPDATE public.payment_routing SET checkout_request_id = NULL
 WHERE tenant = %(slug)s AND checkout_request_id IS NOT NULL AND (
    checkout_request_id ~ %(digits)s OR attempt_id IN (
        SELECT a.id FROM {t}.payment_attempts a JOIN {t}.payments p ON p.id = a.payment_id
         WHERE p.customer_id = ANY(%(ids)s)))
"""
"""The token stays: a late callback still finds the money that it is about."""
ATTEMPTS: LiteralString = """
UPDATE {t}.payment_attempts a SET phone = '', checkout_request_id = NULL, updated_at = %(now)s,
    merchant_request_id = CASE WHEN merchant_request_id ~ %(digits)s
        THEN NULL ELSE merchant_request_id END,
    result_text = CASE WHEN result_text ~ %(digits)s THEN NULL ELSE result_text END
  FROM {t}.payments p
 WHERE p.id = a.payment_id AND (p.customer_id = ANY(%(ids)s) OR a.phone = %(phone)s
    OR a.checkout_request_id ~ %(digits)s)
"""
"""Also one whose callback came behind an erasure, and told its id anew."""
PAYMENTS: LiteralString = """
UPDATE {t}.payments SET updated_at = %(now)s,
    checkout_request_id = NULL,
    thread_id = CASE WHEN customer_id = ANY(%(ids)s) THEN NULL ELSE thread_id END,
    customer_id = CASE WHEN customer_id = ANY(%(ids)s) THEN %(anon)s ELSE customer_id END
 WHERE customer_id = ANY(%(ids)s) OR checkout_request_id ~ %(digits)s
"""
"""An id of M-Pesa's shows the phone that was asked; the receipt shows nobody's, and stays."""
FEEDBACK: LiteralString = """
UPDATE {t}.feedback SET customer_id = %(anon)s, thread_id = NULL, comment = NULL
 WHERE customer_id = ANY(%(ids)s)
"""
HANDOFFS: LiteralString = """
UPDATE {t}.handoff_log SET customer_id = %(anon)s, summary = NULL, gist = NULL,
    outcome = CASE WHEN closed_at IS NULL THEN 'erased' ELSE outcome END,
    closed_at = coalesce(closed_at, %(now)s)
 WHERE customer_id = ANY(%(ids)s) OR thread_id = ANY(%(threads)s)
"""
ATTENTION: LiteralString = """
UPDATE {t}.attention_items i SET details = coalesce((
        SELECT jsonb_object_agg(d.key, d.value) FROM jsonb_each(i.details) d
         WHERE jsonb_typeof(d.value) IN ('number', 'boolean') OR d.key IN ('receipt', 'attempt')
    ), '{}'),
    resolved_by = CASE WHEN resolved_at IS NULL AND NOT details ? 'paid'
        THEN 'erased' ELSE resolved_by END,
    resolved_at = CASE WHEN resolved_at IS NULL AND NOT details ? 'paid'
        THEN %(now)s ELSE resolved_at END
 WHERE details ->> 'customer' = ANY(%(ids)s) OR details::text ~ %(digits)s
    OR ref = ANY(%(threads)s)
"""
"""What is not of money waits for nobody any more."""
MISHEARD: LiteralString = """
DELETE FROM {t}.misheard
 WHERE thread_id = ANY(%(threads)s) OR next_thread_id = ANY(%(threads)s)
"""
OUTBOX: LiteralString = """
DELETE FROM {t}.outbox WHERE thread_id = ANY(%(threads)s)
    OR split_part(recipient, ':', 2) IN (%(phone)s, ltrim(%(phone)s, '+'))
    OR recipient = ANY(%(ids)s) OR (kind = 'notify' AND body::text ~ %(digits)s)
"""
"""Also what the team was told of them."""
UNROUTED: LiteralString = """
DELETE FROM public.payment_callbacks_unrouted
 WHERE (tenant = %(slug)s OR tenant IS NULL) AND resolved_at IS NOT NULL
    AND (body ~ %(digits)s OR checkout_request_id ~ %(digits)s)
"""

DELETED: dict[str, LiteralString] = {
    "inbox": INBOX,
    "leads": "DELETE FROM {t}.leads WHERE customer_id = ANY(%(ids)s)",
    "timers": "DELETE FROM {t}.timers WHERE thread_id = ANY(%(threads)s)",
    "misheard": MISHEARD,
    "model_calls": "DELETE FROM {t}.model_calls WHERE thread_id = ANY(%(threads)s)",
    "journal": "DELETE FROM {t}.journal WHERE thread_id = ANY(%(threads)s)",
    "outbox": OUTBOX,
    "checkpoints": "DELETE FROM {c}.checkpoints WHERE thread_id = ANY(%(threads)s)",
    "checkpoints_archive": "DELETE FROM {c}.checkpoints_archive WHERE thread_id = ANY(%(threads)s)",
    "conversation_threads": """
        DELETE FROM {t}.conversation_threads WHERE thread_id = ANY(%(threads)s)""",
    "contacts": "DELETE FROM {t}.contacts WHERE customer_id = ANY(%(ids)s)",
    "payment_callbacks_unrouted": UNROUTED,
}
NAMELESS: dict[str, LiteralString] = {
    "attention_items": ATTENTION,
    "appointment_resources": HOLDS,
    "payment_routing": ROUTING,
    "payment_attempts": ATTEMPTS,
    "payments": PAYMENTS,
    "feedback": FEEDBACK,
    "handoff_log": HANDOFFS,
    "appointments": BOOKINGS,
    "appointments.customer_phone": PHONES,
}
"""Attempts before payments, payments before bookings: the order in which rows are locked."""
