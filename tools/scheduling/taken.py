"""What is taken already: one read of the ranges that live appointments and blocks hold."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from engine.model.handler import ReadGate
from tools.scheduling.openings import Busy

TAKEN = """
SELECT resource_id, (extract(epoch FROM blocks_from) / 60)::int8,
       (extract(epoch FROM blocks_to) / 60)::int8
  FROM {t}.appointment_resources
 WHERE resource_id = ANY(%(lanes)s) AND live
   AND blocks_from < %(last)s AND blocks_from > %(first)s - interval '1 day'
   AND (held_until IS NULL OR (held_until > %(now)s AND held_by <> %(thread)s))
UNION ALL
SELECT staff_id, floor(extract(epoch FROM starts_at) / 60)::int8,
       ceil(extract(epoch FROM ends_at) / 60)::int8
  FROM {t}.staff_blocks
 WHERE staff_id = ANY(%(lanes)s) AND starts_at < %(last)s AND ends_at > %(first)s
"""
"""No range is longer than a day (a check of the table), hence the lower bound on its start."""


async def read_taken(
    read: ReadGate,
    lanes: Iterable[str],
    period: tuple[datetime, datetime],
    *,
    now: datetime,
    thread: str,
) -> Busy:
    """Read what is taken of people and lanes in a period.

    Args:
        read: the gate.
        lanes: ids of people and lanes.
        period: from, to; UTC.
        now: holds that ran out by then take nothing.
        thread: its own holds take nothing either: it may move them.
    """
    first, last = period
    rows = await read.fetch_all(
        TAKEN,
        {"lanes": list(lanes), "first": first, "last": last, "now": now, "thread": thread},
    )
    busy: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for lane, start, end in rows:
        busy[lane].append((start, end))
    return busy
