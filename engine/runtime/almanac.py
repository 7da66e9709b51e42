"""What the calendar says where the business is: the day, the hour, and its own seasons."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from zoneinfo import ZoneInfo

from engine.model.value import Scalar

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_SEASON = re.compile(
    r"\s*([a-z][a-z0-9_]*)\s+([0-9]{4}-[0-9]{2}-[0-9]{2})\s*\.\.\s*([0-9]{4}-[0-9]{2}-[0-9]{2})\s*"
)


def calendar(now: datetime, zone: str, seasons: Scalar = None) -> Mapping[str, Scalar]:
    """Facts of the calendar by dotted name.

    Args:
        now: the turn's clock, aware.
        zone: IANA name.
        seasons: as the business writes them, last days included:
            "ramadan 2027-02-08..2027-03-09, christmas 2026-12-15..2027-01-05".
    """
    here = now.astimezone(ZoneInfo(zone))
    return {
        "calendar.date": here.date().isoformat(),
        "calendar.weekday": WEEKDAYS[here.weekday()],
        "calendar.clock": f"{here:%H:%M}",
        "calendar.season": season(here.date(), seasons),
    }


def season(day: date, seasons: Scalar) -> str | None:
    """Return the first season in which a day lies; what is no season is passed over."""
    written = seasons.split(",") if isinstance(seasons, str) else ()
    for found in filter(None, map(_SEASON.fullmatch, written)):
        name, first, last = found.groups()
        if first <= day.isoformat() <= last:
            return str(name)
    return None
