"""Texts that have an order: times of day, and days of the calendar."""

import re
from datetime import date

from engine.model.value import Scalar

_CLOCK = re.compile("(?:[01][0-9]|2[0-4]):[0-5][0-9]")
_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")


def is_clock(value: Scalar) -> bool:
    """Whether this is a time of day, as `time.clock` and a setting such as "17:30" hold one."""
    return isinstance(value, str) and _CLOCK.fullmatch(value) is not None


def is_day(value: Scalar) -> bool:
    """Whether this is a day of the calendar, as `calendar.date` holds one: 2027-02-14."""
    if not isinstance(value, str) or _DAY.fullmatch(value) is None:
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True
