"""What is taken already: one read of the ranges that live appointments and blocks hold."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from datetime import datetime

from engine.model.handler import ReadGate
from tools.scheduling.day import Day, instant
from tools.scheduling.openings import Busy

TAKEN = """
SELECT resource_id, (extract(epoch FROM blocks_from) / 60)::int8,
       (extract(epoch FROM blocks_to) / 60)::int8
  FROM {t}.appointment_resources
 WHERE resource_id = ANY(%(lanes)s) AND live
   AND blocks_from < %(last)s AND blocks_from > %(first)s - interval '24 hours'
   AND blocks_to > %(first)s
   AND (held_until IS NULL OR (held_until > %(now)s AND held_by <> %(thread)s))
   AND appointment_id IS DISTINCT FROM %(moving)s
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
    days: Sequence[Day],
    *,
    margin: int,
    now: datetime,
    thread: str,
    moving: str | None = None,
) -> list[Busy]:
    """Read what is taken of people and lanes, day by day.

    Args:
        read: the gate.
        lanes: ids of people and lanes.
        days: one or more, one after another.
        margin: minutes by which a service of a day may reach beyond its midnights.
        now: holds that ran out by then take nothing.
        thread: its own holds take nothing either: it may move them.
        moving: a booking that takes nothing, since it is to be moved.
    """
    rows = await read.fetch_all(
        TAKEN,
        {
            "lanes": list(lanes),
            "first": instant(days[0].midnight - margin),
            "last": instant(days[-1].end + margin),
            "now": now,
            "thread": thread,
            "moving": moving,
        },
    )
    busy: list[dict[str, list[tuple[int, int]]]] = [{} for _ in days]
    midnights = [day.midnight - margin for day in days]
    ends = [day.end + margin for day in days]
    for lane, start, end in rows:
        for index in range(bisect_right(ends, start), bisect_left(midnights, end)):
            busy[index].setdefault(lane, []).append((start, end))
    return list(busy)
