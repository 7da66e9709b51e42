"""What is there before a conversation begins: bookings of the customer, time that others took."""

import json
from collections.abc import Iterable
from datetime import datetime
from typing import LiteralString

import psycopg

from engine.errors import InputError
from engine.model.handler import WriteGate
from engine.model.message import Sender
from ratiba.conversing.conversation import Given
from ratiba.instants import read_instant

CONTACT: LiteralString = """
INSERT INTO {t}.contacts (id, customer_id, channel, channel_user_id, phone, name, created_at)
VALUES (%(customer)s, %(customer)s, %(channel)s, %(address)s, %(phone)s, %(name)s, %(now)s)
"""
BUSY: LiteralString = """
INSERT INTO {t}.staff_blocks (staff_id, starts_at, ends_at, reason)
SELECT staff, starts, ends, 'busy'
  FROM json_to_recordset(%s::json) AS x(staff text, starts timestamptz, ends timestamptz)
"""
BOOKINGS: LiteralString = """
WITH made AS (
    INSERT INTO {t}.appointments (id, customer_id, customer_phone, service_id, staff_id, starts_at,
           ends_at, status, price_kes, created_at, updated_at)
    SELECT x.id, %(customer)s, %(phone)s, x.service, x.staff, x.starts,
           x.starts + make_interval(mins => coalesce(s.minutes, 1)), x.status,
           coalesce(s.price_kes, 0), least(x.starts, %(now)s), least(x.starts, %(now)s)
      FROM json_to_recordset(%(rows)s::json)
           AS x(id text, service text, staff text, starts timestamptz, status text)
      LEFT JOIN {t}.services s ON s.id = x.service
    RETURNING id, staff_id, starts_at, ends_at, status
)
INSERT INTO {t}.appointment_resources (appointment_id, resource_id, blocks_from, blocks_to, live)
SELECT id, staff_id, starts_at, ends_at, status IN ('confirmed', 'pending') FROM made
"""


async def write_given(
    tx: WriteGate, given: Given, sender: Sender, zone: str, now: datetime
) -> None:
    """Write it into a new tenant's tables.

    Raises:
        InputError: it names somebody or something that the business has not, or takes the same
            time twice.
    """
    who = {"customer": sender.customer_id, "phone": sender.phone, "now": now}
    booked = [
        {**one.model_dump(), "starts": _instant(one.start, zone)}
        for one in given.customer.past_bookings
    ]
    blocked = [
        {"staff": one.staff, "starts": _instant(one.start, zone), "ends": _instant(one.end, zone)}
        for one in given.busy
    ]
    try:
        if booked or given.customer.known_name:
            known = {"channel": sender.channel, "address": sender.user_id}
            await tx.execute(CONTACT, {**who, **known, "name": given.customer.known_name})
        await tx.execute(BUSY, [_rows(blocked)])
        await tx.execute(BOOKINGS, {**who, "rows": _rows(booked)})
    except psycopg.IntegrityError as error:
        raise InputError("converse.given", f"given: {error.diag.message_detail}") from error


def _instant(text: str, zone: str) -> str:
    return read_instant(text, zone).isoformat()


def _rows(rows: Iterable[object]) -> str:
    return json.dumps(list(rows))
