"""A bare weekday or date near a day spoken of: "Friday then" behind "Thursday the 20th"."""

from calendar import monthrange
from datetime import date, timedelta

from engine.nlu.when.calendar import Days
from engine.nlu.when.pieces import Day

_WEEK = 7
_BESIDE = 7
"""Days around the one spoken of within which a date is meant of its month."""


def nearby(day: Day, found: Days, near: date | None, today: date) -> Days:
    """The dates of a day, seen from one that was spoken of and lies further ahead.

    Args:
        day: as it was said.
        found: what it means seen from today.
        near: the day spoken of last; None: none was.
        today: the local date.
    """
    if near is None or not found.dates or found.today:
        return found
    if day.weekday is not None and day == Day(weekday=day.weekday):
        return _in_its_week(found, near, day.weekday)
    if day.dom is not None and day == Day(dom=day.dom):
        return _in_its_month(found, near, day.dom, today)
    return found


def _in_its_week(found: Days, near: date, weekday: int) -> Days:
    """The weekday of that week, if it lies behind; one before it, or the next, is asked."""
    monday = near - timedelta(days=near.weekday())
    if max(found.dates) >= monday:
        return found
    meant = monday + timedelta(days=weekday)
    if meant >= near:
        return Days((meant,))
    return Days((meant, meant + timedelta(days=_WEEK)), sure=False)


def _in_its_month(found: Days, near: date, dom: int, today: date) -> Days:
    """The date of that month, if it is near; else it is asked which month is meant."""
    if dom > monthrange(near.year, near.month)[1]:
        return found
    meant = near.replace(day=dom)
    if meant <= max(found.dates) or meant < today:
        return found
    beside = abs((meant - near).days) <= _BESIDE
    return Days((meant,)) if beside else Days((found.dates[0], meant), sure=False)
