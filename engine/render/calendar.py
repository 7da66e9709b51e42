"""Names of days and months, from CLDR."""

from datetime import date
from functools import lru_cache
from typing import Literal

from babel.dates import get_day_names, get_month_names

_LOOKING_BACK, _LOOKING_AHEAD = 60, 300
"""Days around today, less than a year in all, in which a date without its year is one day only."""
_WEEK = 7
_SHORT_SWAHILI = ("Jtatu", "Jnne", "Jtano", "Alh", "Ijm", "Jmosi", "Jpili")
"""CLDR has no short Swahili weekdays; these are what people write in messages."""


@lru_cache(maxsize=256)
def _names(locale: str, kind: str, width: Literal["wide", "abbreviated"]) -> dict[int, str]:
    if kind == "day":
        if (locale, width) == ("sw", "abbreviated"):
            return dict(enumerate(_SHORT_SWAHILI))
        return dict(get_day_names(width, "format", locale))
    return dict(get_month_names(width, "format", locale))


def weekday(day: date, locale: str, *, short: bool = False) -> str:
    """The day's name: "Friday", "Fri"; "Ijumaa", "Ijm"."""
    return _names(locale, "day", "abbreviated" if short else "wide")[day.weekday()]


def week(locale: str, first: int, last: int, *, every: str, to: str, both: str) -> str:
    """ISO weekdays from one to another: one by its name, two with `both`, all as `every`."""
    names = _names(locale, "day", "wide")
    if last - first == _WEEK - 1:
        return every
    if first == last:
        return names[first - 1]
    joined = both if last - first == 1 else to
    return f"{names[first - 1]} {joined} {names[last - 1]}"


def month(day: date, locale: str, *, short: bool = False) -> str:
    """The month's name: "June", "Jun"; "Juni", "Jun"."""
    return _names(locale, "month", "abbreviated" if short else "wide")[day.month]


def this_year_round(day: date, today: date) -> bool:
    """Whether people would say the date without its year."""
    return -_LOOKING_BACK <= (day - today).days <= _LOOKING_AHEAD
