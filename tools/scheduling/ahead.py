"""Appointments that come up: what flows that begin ahead of `appointment.starts_at` are told."""

from datetime import datetime, timedelta
from typing import LiteralString

from engine.model.handler import ReadGate
from engine.model.tenant import Tenant
from engine.runtime.herald import Lead

MOST = 200
"""Events stored by one statement; what is left is due at once again."""

ANNOUNCE: LiteralString = """
WITH due AS MATERIALIZED (
    SELECT a.id, a.customer_id, a.starts_at, jsonb_build_object(
        'type', 'appointment', 'value', a.id,
        'names', jsonb_build_object('en', s.name_en, 'sw', s.name_sw),
        'facts', jsonb_build_object(
            'starts_at', to_char(a.starts_at AT TIME ZONE %(zone)s, 'YYYY-MM-DD"T"HH24:MI'),
            'minutes', (extract(epoch FROM a.ends_at - a.starts_at) / 60)::int8,
            'service', a.service_id, 'staff', a.staff_id, 'person', w.name,
            'price', a.price_kes, 'is_' || s.category, true)) AS appointment
    FROM {t}.appointments a
    JOIN {t}.services s ON s.id = a.service_id
    JOIN {t}.staff w ON w.id = a.staff_id
    JOIN {t}.contacts k ON k.customer_id = a.customer_id
    WHERE a.status = 'confirmed' AND a.starts_at > %(from)s AND a.starts_at <= %(until)s
        AND a.updated_at <= a.starts_at - %(span)s
        AND NOT k.opted_out
        AND NOT EXISTS (SELECT FROM {t}.told_ahead o
            WHERE o.flow = %(key)s AND o.ref = a.id AND o.at = a.starts_at)
        AND (k.channel <> 'whatsapp'
            OR EXISTS (SELECT FROM {t}.business_settings WHERE key = 'whatsapp_template')
            OR EXISTS (SELECT FROM {t}.inbox m WHERE m.customer_id = k.customer_id
                AND m.kind = 'message' AND m.received_at > %(window)s))
    ORDER BY a.starts_at LIMIT %(most)s
), noted AS (
    INSERT INTO {t}.told_ahead (flow, ref, at, told_at)
    SELECT %(key)s, id, starts_at, %(now)s FROM due
    ON CONFLICT DO NOTHING
    RETURNING ref
), stored AS (
    INSERT INTO {t}.inbox (provider_id, customer_id, kind, body, received_at)
    SELECT concat_ws(':', 'ahead', %(key)s::text, d.id, extract(epoch FROM d.starts_at)::int8),
        d.customer_id, 'event', jsonb_build_object('name', %(flow)s::text || '.due',
            'gives', jsonb_build_object('appointment', d.appointment)), %(now)s
    FROM due d JOIN noted n ON n.ref = d.id
    ORDER BY d.starts_at
    ON CONFLICT (provider_id) DO NOTHING
    RETURNING 1
)
SELECT (SELECT count(*) FROM stored),
    (SELECT min(starts_at) - %(span)s FROM {t}.appointments
     WHERE status = 'confirmed' AND starts_at > %(until)s)
"""
"""Whoever booked, paid or moved later than the span before knows it well enough.

On WhatsApp only who wrote within 24 hours may be written to, unless the business has a template;
the others are told as soon as they write, if that is before their time.
"""
WINDOW_H = 24


class AppointmentsAhead:
    """Implements `engine.runtime.herald.Source` for `appointment.starts_at`."""

    async def announce(
        self, gate: ReadGate, tenant: Tenant, lead: Lead, now: datetime
    ) -> tuple[int, datetime | None]:
        """Store an event for each appointment that is due, once for each flow and start."""
        params = {
            "flow": lead.flow,
            "key": lead.key,
            "now": now,
            "from": now + lead.until,
            "span": lead.span,
            "until": now + lead.span,
            "window": now - timedelta(hours=WINDOW_H),
            "zone": tenant.zone,
            "most": MOST,
        }
        row = await gate.fetch_one(ANNOUNCE, params)
        told, upcoming = row or (0, None)
        return told, now if told == MOST else upcoming


SOURCES = {"appointment.starts_at": AppointmentsAhead()}
"""By the time that each knows."""
