"""Opening hours as evidence: they settle a reading only where exactly one fits."""

import re
from datetime import date, datetime

from engine.model.understanding import Hearing

_OPENING = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d", re.ASCII)

Hours = tuple[tuple[int, tuple[tuple[str, str], ...]], ...]


def is_open(hours: Hours, at: datetime) -> bool:
    """Whether the business is open at a local time. Unknown hours are never open."""
    clock = f"{at:%H:%M}"
    for weekday, windows in hours:
        if weekday == at.isoweekday():
            return any(start <= clock < end for start, end in windows)
    return False


def is_ever_open(hours: Hours, at: datetime) -> bool:
    """Whether the business is open at that hour on any day."""
    clock = f"{at:%H:%M}"
    return any(start <= clock < end for _, windows in hours for start, end in windows)


def offered(hearing: Hearing) -> frozenset[str]:
    """The openings on the screen, as local ISO minutes."""
    values = (chip.value.partition("=")[2] for chip in hearing.chips)
    return frozenset(value for value in values if _OPENING.fullmatch(value))


def offered_days(hearing: Hearing) -> tuple[date, ...]:
    """The days of the openings on the screen, in order."""
    days = (date.fromisoformat(value[: len("2026-06-01")]) for value in sorted(offered(hearing)))
    return tuple(dict.fromkeys(days))
