"""What is kept of a customer, by section: one statement each, of rows as JSON, the oldest first.

No secret is among it: the token of a prompt is what lets its callback in.
"""

from typing import LiteralString

BOOKINGS: LiteralString = """
SELECT to_jsonb(a) || jsonb_build_object('service', s.name_en, 'person', w.name)
  FROM {t}.appointments a JOIN {t}.services s ON s.id = a.service_id
  JOIN {t}.staff w ON w.id = a.staff_id
 WHERE a.customer_id = ANY(%(ids)s) OR a.customer_phone = %(phone)s ORDER BY a.starts_at, a.id
"""
ATTEMPTS: LiteralString = """
SELECT to_jsonb(a) - 'token' FROM {t}.payment_attempts a JOIN {t}.payments p ON p.id = a.payment_id
 WHERE p.customer_id = ANY(%(ids)s) OR a.phone = %(phone)s ORDER BY a.created_at, a.id
"""
MESSAGES_OUT: LiteralString = """
SELECT to_jsonb(o) || CASE kind WHEN 'notify' THEN '{"recipient": "the team"}'::jsonb ELSE '{}' END
  FROM {t}.outbox o WHERE thread_id = ANY(%(threads)s) OR recipient = ANY(%(ids)s)
    OR split_part(recipient, ':', 2) IN (%(phone)s, ltrim(%(phone)s, '+'))
    OR (kind = 'notify' AND body::text ~ %(digits)s) ORDER BY o.id
"""
ATTENTION: LiteralString = """
SELECT to_jsonb(i) FROM {t}.attention_items i
 WHERE details ->> 'customer' = ANY(%(ids)s) OR details::text ~ %(digits)s
    OR ref = ANY(%(threads)s) ORDER BY opened_at, id
"""
MISHEARD: LiteralString = """
SELECT to_jsonb(m) FROM {t}.misheard m
 WHERE thread_id = ANY(%(threads)s) OR next_thread_id = ANY(%(threads)s) ORDER BY at, journal_id
"""
UNROUTED: LiteralString = """
SELECT to_jsonb(u) - 'token' FROM public.payment_callbacks_unrouted u
 WHERE tenant = %(slug)s AND (body ~ %(digits)s OR checkout_request_id ~ %(digits)s) ORDER BY id
"""

SECTIONS: dict[str, LiteralString] = {
    "contact": """SELECT to_jsonb(c) FROM {t}.contacts c
        WHERE customer_id = ANY(%(ids)s) ORDER BY created_at""",
    "threads": """SELECT to_jsonb(h) FROM {t}.conversation_threads h
        WHERE thread_id = ANY(%(threads)s) ORDER BY updated_at""",
    "sessions": """SELECT to_jsonb(p) FROM {c}.checkpoints p
        WHERE thread_id = ANY(%(threads)s) ORDER BY created_at, checkpoint_id""",
    "archive": """SELECT to_jsonb(p) FROM {c}.checkpoints_archive p
        WHERE thread_id = ANY(%(threads)s) ORDER BY created_at, checkpoint_id""",
    "journal": """SELECT to_jsonb(j) FROM {t}.journal j
        WHERE thread_id = ANY(%(threads)s) ORDER BY id""",
    "messages_in": """SELECT to_jsonb(i) FROM {t}.inbox i
        WHERE customer_id = ANY(%(ids)s) OR thread_id = ANY(%(threads)s) ORDER BY seq""",
    "messages_out": MESSAGES_OUT,
    "bookings": BOOKINGS,
    "payments": """SELECT to_jsonb(p) FROM {t}.payments p
        WHERE customer_id = ANY(%(ids)s) ORDER BY created_at, id""",
    "payment_attempts": ATTEMPTS,
    "unrouted_payments": UNROUTED,
    "handoffs": """SELECT to_jsonb(h) FROM {t}.handoff_log h
        WHERE customer_id = ANY(%(ids)s) OR thread_id = ANY(%(threads)s) ORDER BY opened_at""",
    "leads": """SELECT to_jsonb(l) FROM {t}.leads l
        WHERE customer_id = ANY(%(ids)s) ORDER BY created_at""",
    "feedback": """SELECT to_jsonb(f) FROM {t}.feedback f
        WHERE customer_id = ANY(%(ids)s) ORDER BY created_at""",
    "attention": ATTENTION,
    "timers": """SELECT to_jsonb(m) FROM {t}.timers m
        WHERE thread_id = ANY(%(threads)s) ORDER BY due_at""",
    "model_calls": """SELECT to_jsonb(m) FROM {t}.model_calls m
        WHERE thread_id = ANY(%(threads)s) ORDER BY id""",
    "misheard": MISHEARD,
}
