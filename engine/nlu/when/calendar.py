"""From a description of a day to dates."""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

from engine.nlu.when.pieces import Day

WEEK = 7
_FURTHEST_MONTHS = 3
"""How far "Monday 3rd" is looked for."""


@dataclass(frozen=True, slots=True)
class Days:
    """The dates a description fits, likeliest first.

    Attributes:
        sure: the first is meant and no other.
        today: unsure only because the day may be today or in a week: a time of day decides it.
    """

    dates: tuple[date, ...]
    sure: bool = True
    today: bool = False


_ASKED = frozenset({"ijayo", "hii"})
"""The Swahili "next" and "this": of today's weekday they are never taken for today."""
_NEXT = frozenset({"next", "ijayo"})
NONE = Days((), sure=False)


def days(day: Day, today: date) -> Days:
    """The dates that `day` may mean, seen from `today`."""
    found = _described(day, today)
    if not day.plus:
        return found
    shift = timedelta(days=day.plus)
    return replace(found, dates=tuple(one + shift for one in found.dates), today=False)


def _described(day: Day, today: date) -> Days:
    if day.easter is not None:
        return Days((_easter_day(day, day.easter, today),))
    if day.offset is not None:
        return _counted(day.offset, day, today)
    if day.nth is not None:
        return _nth(day, today)
    if day.dom is not None:
        return _dated(day, today)
    if day.weekday is not None:
        return _weekday(day.weekday, day, today)
    return _stretch(day, today)


def _agreed(found: Days, day: Day, today: date) -> Days:
    """Tomorrow, with the date that may have been said as well; both if they differ."""
    if day.dom is None:
        return found
    dated = _dated(replace(day, offset=None), today)
    if dated.dates[:1] == found.dates:
        return found
    return Days(tuple(dict.fromkeys((*found.dates, *dated.dates))), sure=False)


def _counted(offset: int, day: Day, today: date) -> Days:
    """A day counted from today, held against whatever else was said of it."""
    if day.week is not None or day.months is not None:
        return _of_another_week(offset, day, today)
    return _agreed(_checked(today + timedelta(days=offset), day, today), day, today)


def _of_another_week(offset: int, day: Day, today: date) -> Days:
    """Tomorrow with a week or month beside it: that day, or as many weeks on."""
    found = today + timedelta(days=offset)
    if day.week is None:
        return Days((found,), sure=day.months == _months_between(today, found))
    monday = today - timedelta(days=today.weekday())
    on = monday <= found - timedelta(days=WEEK * day.week) < monday + timedelta(days=WEEK)
    later = found + timedelta(days=WEEK * day.week)
    return Days((found,)) if on else Days(tuple(dict.fromkeys((found, later))), sure=False)


def _checked(found: date, day: Day, today: date) -> Days:
    """A date whose weekday may have been said as well; both readings if they differ."""
    if day.weekday is None or found.weekday() == day.weekday:
        return Days((found,))
    if day.offset and day.offset % WEEK == 0:
        return _weeks_on(day.offset, day.weekday, today)
    other = _weekday(day.weekday, Day(weekday=day.weekday), today).dates[0]
    return Days((found, other), sure=False)


def _weeks_on(offset: int, weekday: int, today: date) -> Days:
    """In two weeks, on Tuesday: of the week that is two on, or two weeks from Tuesday."""
    shift = timedelta(days=offset)
    monday = today - timedelta(days=today.weekday())
    in_week = monday + timedelta(days=weekday) + shift
    from_next = today + timedelta(days=(weekday - today.weekday()) % WEEK) + shift
    dates = tuple(dict.fromkeys((in_week, from_next)))
    return Days(dates, sure=len(dates) == 1)


def _make(year: int, month: int, dom: int) -> date | None:
    """The date, or None if that month has no such day."""
    years, index = divmod(month - 1, 12)
    year, month = year + years, index + 1
    return date(year, month, dom) if dom <= monthrange(year, month)[1] else None


def _dated(day: Day, today: date) -> Days:
    """A date by its number, with or without its month."""
    dom = day.dom or 1
    if day.month is not None:
        return _in_month(day, dom, today)
    if day.months is not None:
        found = _make(today.year, today.month + day.months, dom)
        return _checked(found, day, today) if found else NONE
    coming = [_make(today.year, today.month + ahead, dom) for ahead in range(_FURTHEST_MONTHS + 1)]
    dates = [found for found in coming if found and found >= today]
    fitting = [found for found in dates if day.weekday in {None, found.weekday()}]
    if fitting and fitting[0] == dates[0]:
        this_or_next = _months_between(today, fitting[0]) <= (0 if dom >= today.day else 1)
        return Days((fitting[0],), sure=this_or_next)
    return _checked(dates[0], day, today)


def _months_between(first: date, second: date) -> int:
    return (second.year - first.year) * 12 + second.month - first.month


def _in_month(day: Day, dom: int, today: date) -> Days:
    month = day.month or today.month
    year = _year(day, today)
    if year is not None:
        found = _make(year, month, dom)
        return _checked(found, day, today) if found else NONE
    found = _make(today.year, month, dom)
    if found is not None and found < today:
        found = _make(today.year + 1, month, dom)
    return _checked(found, day, today) if found else NONE


def _weekday(weekday: int, day: Day, today: date) -> Days:
    """A weekday, with "next", "next week" or "week" beside it."""
    if day.week is not None:
        monday = today - timedelta(days=today.weekday())
        return Days((monday + timedelta(days=weekday + WEEK * day.week),))
    ahead = (weekday - today.weekday()) % WEEK
    if day.which == "last":
        return Days((today + timedelta(days=ahead - WEEK),))
    if ahead == 0 and day.which != "next" and day.later is None and day.which not in _ASKED:
        return Days((today, today + timedelta(days=WEEK)), sure=False, today=True)
    return _coming(today + timedelta(days=ahead or WEEK), day, today)


def _coming(first: date, day: Day, today: date) -> Days:
    """The first such weekday after today, or, where "next" leaves it open, one of two.

    "Next Tuesday" and `Jumanne ijayo` are the coming one or the one of the next week. They agree
    where the coming one lies in the next week; they are asked where it lies in this one, and
    where it is tomorrow, of which few would say "next".
    """
    later = timedelta(days=WEEK * (day.later or 0))
    after = first + timedelta(days=WEEK)
    ahead = (first - today).days
    beyond = ahead >= WEEK - today.weekday()
    if day.which == "hii" and beyond:
        return Days((first,), sure=False)
    if day.which in _NEXT and (not beyond or ahead == 1):
        return Days((first + later, after + later), sure=False)
    return Days((first + later,))


def _nth(day: Day, today: date) -> Days:
    """The n-th weekday of a month; the last if `nth` is -1."""
    months = day.months if day.months is not None else (day.month or 0) - today.month
    year = _year(day, today)
    if day.month is None:
        tries: tuple[int, ...] = (months,)
    elif year is not None:
        tries = (months + 12 * (year - today.year),)
    else:
        tries = (months, months + 12) if months >= 0 else (months + 12,)
    found = None
    for ahead in tries:
        found = _nth_of(day, today, ahead)
        if found is None or found >= today:
            break
    return Days((found,)) if found else NONE


def _nth_of(day: Day, today: date, ahead: int) -> date | None:
    first = _make(today.year, today.month + ahead, 1)
    if first is None or day.nth is None:
        return None
    length = monthrange(first.year, first.month)[1]
    month = [first.replace(day=d) for d in range(1, length + 1)]
    fitting = [found for found in month if day.weekday in {None, found.weekday()}]
    index = day.nth - 1 if day.nth > 0 else day.nth
    return fitting[index] if index < len(fitting) else None


def _stretch(day: Day, today: date) -> Days:
    """A week or weekend was named: its days from today on. A month is too long to list."""
    if day.stretch not in {"week", "weekend"}:
        return NONE
    monday = today - timedelta(days=today.weekday()) + timedelta(days=WEEK * (day.week or 0))
    wanted = range(5, 7) if day.stretch == "weekend" else range(WEEK)
    dates = (monday + timedelta(days=n) for n in wanted)
    return Days(tuple(found for found in dates if found >= today), sure=False)


def _year(day: Day, today: date) -> int | None:
    """The year that was said: as a number, or counted from the present one."""
    return day.year if day.years is None else today.year + day.years


def _easter_day(day: Day, days_from: int, today: date) -> date:
    year = _year(day, today)
    found = _easter(year or today.year) + timedelta(days=days_from)
    passed = year is None and found < today
    return _easter(today.year + 1) + timedelta(days=days_from) if passed else found


def _easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous computus)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, dom = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, dom + 1)
