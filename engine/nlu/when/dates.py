"""Dates of the calendar: the 5th, March 5, 5/3, tarehe tano, mwezi wa tisa, last Friday of July."""

from engine.nlu.tokens import Message
from engine.nlu.when.clock_en import meridiem
from engine.nlu.when.days import weekday_at
from engine.nlu.when.numbers import cardinal, english, ordinal, swahili, swahili_ordinal
from engine.nlu.when.pieces import Day, Piece
from engine.nlu.words.calendar import EASTER, HOLIDAYS, MONTHS, NEXT_SW, THIS_SW, UNITS

_LAST_DAY = 31
_MONTHS = 12
_MOST_WEEKS = 5
_YEARS = range(2000, 2100)
_NOT_DATES = frozenset({"one", "option", "choice", "slot", "ones", ":", "person", "time"})


def date(message: Message, at: int) -> Piece | None:
    """A date that begins at `at`."""
    start = at
    at += 1 if message.keys[at] == "on" else 0
    found = (
        _numeric(message, at)
        or _day_month(message, at)
        or _month_day(message, at)
        or _tarehe(message, at)
        or _mwezi(message, at)
        or _nth(message, at)
        or _nth_swahili(message, at)
        or _the(message, at)
        or _holiday(message, at)
    )
    return Piece(start, found[1], found[0]) if found else None


Found = tuple[Day, int] | None


def _numeric(message: Message, at: int) -> Found:
    """2026-06-15, 15/6/2026, 15-06-26, 15.6.2026, 15/6."""
    keys = message.keys
    first, sign, second = message.number(at), keys[at + 1], message.number(at + 2)
    if first is None or second is None or sign not in {"/", "-", "."}:
        return None
    if not (message.glued(at + 1) and message.glued(at + 2)):
        return None
    third = message.number(at + 4) if keys[at + 3] == sign and message.glued(at + 4) else None
    if third is not None:
        return _three(first, second, third, at + 5)
    if sign != "/" or (first, second) == (24, 7):
        return None
    return _dated(first, second, None, at + 3)


def _three(first: int, second: int, third: int, behind: int) -> Found:
    if first in _YEARS:
        return _dated(third, second, first, behind)
    return _dated(first, second, third if third in _YEARS else 2000 + third % 100, behind)


def _dated(dom: int, month: int, year: int | None, behind: int) -> Found:
    """Day before month, as in Kenya; the other way round only where nothing else is a date."""
    if month > _MONTHS >= dom and month <= _LAST_DAY:
        dom, month = month, dom
    if not (1 <= dom <= _LAST_DAY and 1 <= month <= _MONTHS):
        return None
    return Day(dom=dom, month=month, year=year), behind


def _day_month(message: Message, at: int) -> Found:
    """5 March, the 5th of March 2027, 25 Desemba."""
    keys = message.keys
    at += 1 if keys[at] == "the" else 0
    found = ordinal(message, at) or cardinal(message, at)
    if found is None or not 1 <= found[0] <= _LAST_DAY:
        return None
    dom, at = found
    at += 1 if keys[at] in {"of", "ya", "wa", "-"} else 0
    if keys[at] not in MONTHS:
        return None
    return _with_year(message, at + 1, Day(dom=dom, month=MONTHS[keys[at]]))


def _month_day(message: Message, at: int) -> Found:
    """March 5th, Oct. 2, Oct-2, October2, June the 5th; in July."""
    keys = message.keys
    lead = keys[at] in {"in", "mwezi"}
    month = MONTHS.get(keys[at + 1] if lead else keys[at])
    if month is None:
        return None
    behind = at + 2 if lead else at + 1
    at = behind
    while keys[at] in {"the", ".", "-", "/", "tarehe"}:
        at += 1
    found = ordinal(message, at) or cardinal(message, at)
    clock = found and (keys[found[1]] == ":" or meridiem(message, found[1]))
    if found is None or clock or not 1 <= found[0] <= _LAST_DAY:
        return (Day(month=month, stretch="month"), behind) if lead else None
    return _with_year(message, found[1], Day(dom=found[0], month=month))


def _with_year(message: Message, at: int, day: Day) -> Found:
    behind = at + 1 if message.keys[at] == "," else at
    year = message.number(behind)
    if year in _YEARS and message.keys[behind + 1] not in {"hrs", "h", "hours"}:
        return Day(dom=day.dom, month=day.month, year=year), behind + 1
    spoken = _spoken_year(message, behind)
    return (Day(dom=day.dom, month=day.month, year=spoken[0]), spoken[1]) if spoken else (day, at)


def _spoken_year(message: Message, at: int) -> tuple[int, int] | None:
    """Two thousand and twenty-six, elfu mbili na ishirini na sita."""
    keys = message.keys
    if keys[at : at + 2] == ("two", "thousand"):
        at += 3 if keys[at + 2] == "and" else 2
        found = english(message, at)
    elif keys[at : at + 3] == ("elfu", "mbili", "na"):
        found = swahili(message, at + 3)
    else:
        return None
    return (2000 + found[0], found[1]) if found else None


def _tarehe(message: Message, at: int) -> Found:
    """Tarehe 5, tarehe mosi, tarehe kumi na nane, tarehe 2/7."""
    keys = message.keys
    if keys[at] not in {"tarehe", "trh", "date"}:
        return None
    at += 1
    at += 1 if keys[at] in {"ya", "the"} else 0
    found = _numeric(message, at) or _day_month(message, at)
    if found:
        return found
    dom = ordinal(message, at) or swahili_ordinal(message, at)
    if dom is None or not 1 <= dom[0] <= _LAST_DAY:
        return None
    behind = dom[1] + (1 if keys[dom[1]] in {"ya", "wa", "of"} else 0)
    if keys[behind] in MONTHS:
        return _with_year(message, behind + 1, Day(dom=dom[0], month=MONTHS[keys[behind]]))
    return Day(dom=dom[0]), dom[1]


def _mwezi(message: Message, at: int) -> Found:
    """Mwezi wa tisa: the ninth month."""
    keys = message.keys
    if keys[at] != "mwezi" or keys[at + 1] != "wa":
        return None
    found = swahili_ordinal(message, at + 2)
    if found is None or not 1 <= found[0] <= _MONTHS:
        return None
    return Day(month=found[0], stretch="month"), found[1]


def _nth(message: Message, at: int) -> Found:
    """The first Friday of July, last Monday of the month, last day of October."""
    keys = message.keys
    at += 1 if keys[at] == "the" else 0
    if keys[at : at + 2] == ("last", "day") and keys[at + 2] in {"of", "in"}:
        return _of_month(message, at + 3, Day(nth=-1))
    last = keys[at] == "last"
    count = (-1, at + 1) if last else ordinal(message, at)
    weekday = weekday_at(message, count[1]) if count else None
    if count is None or weekday is None or keys[weekday[1]] not in {"of", "in"}:
        return None
    if count[0] > _MOST_WEEKS:
        return None
    day = Day(weekday=weekday[0], nth=count[0])
    return _of_month(message, weekday[1] + 1, day)


def _nth_swahili(message: Message, at: int) -> Found:
    """Jumatatu ya kwanza ya Julai, Ijumaa ya mwisho ya mwezi ujao."""
    keys, weekday = message.keys, weekday_at(message, at)
    if weekday is None or keys[weekday[1]] != "ya":
        return None
    at = weekday[1] + 1
    count = (-1, at + 1) if keys[at] == "mwisho" else swahili_ordinal(message, at)
    if count is None or count[0] > _MOST_WEEKS or keys[count[1]] not in {"ya", "wa"}:
        return None
    at = count[1] + 1
    if keys[at] in MONTHS:
        return Day(weekday=weekday[0], nth=count[0], month=MONTHS[keys[at]]), at + 1
    if keys[at] != "mwezi":
        return None
    months = int(keys[at + 1] in NEXT_SW)
    behind = at + 2 if keys[at + 1] in NEXT_SW | THIS_SW else at + 1
    return Day(weekday=weekday[0], nth=count[0], months=months), behind


def _of_month(message: Message, at: int, day: Day) -> Found:
    """The month behind `of`: July, the month, this month, next month."""
    keys = message.keys
    if keys[at] in MONTHS:
        return Day(weekday=day.weekday, nth=day.nth, dom=day.dom, month=MONTHS[keys[at]]), at + 1
    at += 1 if keys[at] == "the" else 0
    months = 1 if keys[at] == "next" else 0
    at += 1 if keys[at] in {"next", "this"} else 0
    if keys[at] != "month":
        return None
    return Day(weekday=day.weekday, nth=day.nth, dom=day.dom, months=months), at + 1


def _the(message: Message, at: int) -> Found:
    """The 5th, the 27., 10th of this month."""
    keys, the = message.keys, message.keys[at] == "the"
    at += 1 if the else 0
    marked = ordinal(message, at)
    found = marked or (cardinal(message, at) if the else None)
    if found is None or not 1 <= found[0] <= _LAST_DAY:
        return None
    dom, at = found
    if keys[at] == "of":
        return _of_month(message, at + 1, Day(dom=dom))
    named = marked is not None and message.number(at - 2) is None and not the
    if named or keys[at] in _NOT_DATES or _counts(message, at) or meridiem(message, at):
        return None
    return Day(dom=dom), at + 1 if keys[at] == "." else at


def _counts(message: Message, at: int) -> bool:
    """Whether a unit stands there that the number counts; `saa` begins an hour of its own."""
    return message.keys[at] in UNITS and message.keys[at] != "saa"


def _holiday(message: Message, at: int) -> Found:
    """Christmas, Jamhuri Day, Easter Monday."""
    for size in (3, 2, 1):
        words = " ".join(message.keys[at : at + size])
        if words in HOLIDAYS:
            month, dom = HOLIDAYS[words]
            return Day(dom=dom, month=month), at + size
        if words in EASTER:
            return Day(easter=EASTER[words]), at + size
    return None
