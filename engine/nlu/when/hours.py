"""Opening hours as evidence: they settle a reading only where exactly one fits."""

from datetime import datetime

from engine.model.understanding import Hearing

Hours = tuple[tuple[int, tuple[tuple[str, str], ...]], ...]


def is_open(hours: Hours, at: datetime) -> bool:
    """Whether the business is open at a local time. Unknown hours are never open."""
    clock = f"{at:%H:%M}"
    for weekday, windows in hours:
        if weekday == at.isoweekday():
            return any(start <= clock < end for start, end in windows)
    return False


def offered(hearing: Hearing) -> frozenset[str]:
    """The openings on the screen, as local ISO minutes."""
    values = (chip.value.partition("=")[2] for chip in hearing.chips)
    return frozenset(value for value in values if len(value) == len("2026-06-01T15:00"))
