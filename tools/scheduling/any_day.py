"""An hour that was said without a day: on which days it is to be had, or why on none. Pure."""

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from tools.scheduling.openings import FreeDay
from tools.scheduling.reason import Why

MOST_DAYS = 5
"""Days that are offered."""
_MILDEST = (Why.FULL, Why.TOO_SOON, Why.TOO_LATE_IN_DAY, Why.OFF, Why.CLOSED, Why.PAST)
"""An hour that is never free is told by what came closest to having it."""

Shown: TypeAlias = tuple[FreeDay, Sequence[int]]
"""A day, and the minutes of it that are offered, ascending."""


def at_hours(days: Iterable[FreeDay], hours: Sequence[int]) -> tuple[Shown, ...]:
    """Give the first days on which a start at one of the hours is free.

    Args:
        days: ascending.
        hours: minutes of the wall clock.
    """
    found = ((day, [label for label in day.labels if label in hours]) for day in days)
    return tuple((day, labels) for day, labels in found if labels)[:MOST_DAYS]


def mildest(reasons: Iterable[Why]) -> Why:
    """Give the reason that came closest; that all is taken, if there is none."""
    return min(reasons, key=_MILDEST.index, default=Why.FULL)
