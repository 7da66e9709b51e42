"""Dates of the calendar: the 5th, March 5, 5/3, tarehe tano, mwezi wa tisa, last Friday of July."""

from dataclasses import replace

from engine.nlu.tokens import Message
from engine.nlu.when.clock_en import meridiem
from engine.nlu.when.days import weekday_at
from engine.nlu.when.numbers import cardinal, english, ordinal, swahili, swahili_ordinal
from engine.nlu.when.pieces import Day, Piece
from engine.nlu.words.calendar import DATE, MONTHS, NEXT_SW, THIS_SW, UNITS

_LAST_DAY = 31
_SHORT = 2
"""Digits of a year without its century, and of a month that is written in full."""
_MONTHS = 12
_MOST_WEEKS = 5
_MONTHS_ON = {"this": 0, "current": 0, "next": 1, "following": 1, "coming": 1, "last": -1}
_YEARS = range(2000, 2100)
_OF_MONTH = frozenset({"ya", "wa", "mwezi"})
_NOT_DATES = frozenset({"one", "option", "choice", "slot", "ones", ":", "person", "time",
                        "birthday", "anniversary", "floor", "visit", "session"})  # fmt: skip


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
    )
    return Piece(start, found[1], found[0]) if found else _no_date(message, at)


Found = tuple[Day, int] | None


def _numeric(message: Message, at: int) -> Found:
    """2026-06-15, 15/6/2026, 15-06-26, 15.6.2026, 15/6, 15-06, 15/jun/2026."""
    keys = message.keys
    first, sign, second = message.number(at), keys[at + 1], _month_number(message, at + 2)
    if first is None or second is None or sign not in {"/", "-", "."}:
        return None
    if not (message.glued(at + 1) and message.glued(at + 2)):
        return None
    if message.glued(at) and at and keys[at - 1] in {"/", "-", "."}:
        return None  # the rest of something that is no date
    third = message.number(at + 4) if keys[at + 3] == sign and message.glued(at + 4) else None
    if third is not None and (third in _YEARS or first in _YEARS or len(keys[at + 4]) == _SHORT):
        return _three(first, second, third, at + 5)
    if (first, second) == (24, 7) or not (sign == "/" or _month_as_date(message, at)):
        return None
    return _dated(first, second, None, at + 3)


def _month_number(message: Message, at: int) -> int | None:
    return MONTHS.get(message.keys[at]) if message.number(at) is None else message.number(at)


def _month_as_date(message: Message, at: int) -> bool:
    """22-04: two digits with a leading zero are a month and no end of a range of hours."""
    month = message.keys[at + 2]
    return message.keys[at + 1] == "-" and month.startswith("0") and len(month) == _SHORT


def _three(first: int, second: int, third: int, behind: int) -> Found:
    if first in _YEARS:
        return _dated(third, second, first, behind) if second <= _MONTHS else None
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
    return with_year(message, at + 1, Day(dom=dom, month=MONTHS[keys[at]]))


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
    return with_year(message, found[1], Day(dom=found[0], month=month))


def with_year(message: Message, at: int, day: Day) -> tuple[Day, int]:
    """A date with the year that may stand behind it: 2027, '27, two thousand and twenty-six."""
    behind = at + 1 if message.keys[at] == "," else at
    year = message.number(behind)
    if year in _YEARS and message.keys[behind + 1] not in {"hrs", "h", "hours"}:
        return replace(day, year=year), behind + 1
    spoken = _spoken_year(message, behind)
    return (replace(day, year=spoken[0]), spoken[1]) if spoken else (day, at)


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
    if keys[at] not in DATE:
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
    month = _month_word(message, behind)
    if month is None:
        return Day(dom=dom[0]), dom[1]
    return with_year(message, month[1], Day(dom=dom[0], month=month[0]))


def _no_date(message: Message, at: int) -> Piece | None:
    """Tarehe 32: said as a date, and none."""
    found = swahili_ordinal(message, at + 1) if message.keys[at] in DATE else None
    return Piece(at, found[1], vague=True) if found and found[0] > _LAST_DAY else None


def _mwezi(message: Message, at: int) -> Found:
    """Mwezi wa tisa: the ninth month; mwezi 9 tarehe 3."""
    month = _month_word(message, at) if message.keys[at] == "mwezi" else None
    if month is None:
        return None
    if message.keys[month[1]] in DATE:
        dom = swahili_ordinal(message, month[1] + 1)
        if dom is not None and 1 <= dom[0] <= _LAST_DAY:
            return with_year(message, dom[1], Day(dom=dom[0], month=month[0]))
    if message.keys[at + 1] != "wa":
        return None
    return Day(month=month[0], stretch="month"), month[1]


def _month_word(message: Message, at: int) -> tuple[int, int] | None:
    """A month by its name or its number, and the token behind: Agosti, mwezi wa nane, mwezi 8."""
    keys = message.keys
    if keys[at] in MONTHS:
        return MONTHS[keys[at]], at + 1
    if keys[at] != "mwezi":
        return None
    if keys[at + 1] in MONTHS or (keys[at + 1] == "wa" and keys[at + 2] in MONTHS):
        at += 1 if keys[at + 1] in MONTHS else 2
        return MONTHS[keys[at]], at + 1
    found = swahili_ordinal(message, at + 2 if keys[at + 1] == "wa" else at + 1)
    counted = keys[at + 1] in {"mmoja", "moja", "mbili"}
    return found if found and 1 <= found[0] <= _MONTHS and not counted else None


def _nth(message: Message, at: int) -> Found:
    """The first Friday of July, last Monday of the month, last day of October."""
    keys = message.keys
    at += 1 if keys[at] == "the" else 0
    last = keys[at] == "last"
    count = (-1, at + 1) if last else ordinal(message, at)
    if count and keys[count[1]] == "day" and keys[count[1] + 1] in {"of", "in"}:
        return _of_month(message, count[1] + 2, Day(nth=-1) if last else Day(dom=count[0]))
    weekday = weekday_at(message, count[1]) if count else None
    if count is None or weekday is None or count[0] > _MOST_WEEKS:
        return None
    day, behind = Day(weekday=weekday[0], nth=count[0]), weekday[1]
    if keys[behind] in {"of", "in"}:
        return _of_month(message, behind + 1, day)
    directly = keys[behind] in _MONTHS_ON and keys[behind + 1] == "month"
    return _of_month(message, behind, day) if directly else None


def _nth_swahili(message: Message, at: int) -> Found:
    """Jumatatu ya kwanza ya Julai, Ijumaa ya mwisho ya mwezi ujao, siku ya mwisho ya mwezi."""
    keys, weekday = message.keys, weekday_at(message, at)
    day_word = keys[at] == "siku"
    if not (weekday or day_word) or keys[weekday[1] if weekday else at + 1] != "ya":
        return None
    at = (weekday[1] if weekday else at + 1) + 1
    count = (-1, at + 1) if keys[at] == "mwisho" else swahili_ordinal(message, at)
    if count is None or count[0] > _MOST_WEEKS or keys[count[1]] not in _OF_MONTH:
        return None
    day = Day(weekday=weekday[0], nth=count[0]) if weekday else _dom_or_last(count[0])
    return _ya_mwezi(message, count[1] + (0 if keys[count[1]] == "mwezi" else 1), day)


def _dom_or_last(count: int) -> Day:
    return Day(nth=-1) if count < 0 else Day(dom=count)


def _ya_mwezi(message: Message, at: int, day: Day) -> Found:
    """The month behind `ya`: Julai, mwezi wa saba, mwezi huu, mwezi ujao."""
    keys, month = message.keys, _month_word(message, at)
    if month is not None:
        return with_year(message, month[1], replace(day, month=month[0]))
    if keys[at] != "mwezi":
        return None
    months = int(keys[at + 1] in NEXT_SW)
    behind = at + 2 if keys[at + 1] in NEXT_SW | THIS_SW else at + 1
    return replace(day, months=months), behind


def _of_month(message: Message, at: int, day: Day) -> Found:
    """The month behind `of`: July, July 2027, the month, this month, next month."""
    keys = message.keys
    if keys[at] in MONTHS:
        return with_year(message, at + 1, replace(day, month=MONTHS[keys[at]]))
    at += 1 if keys[at] == "the" else 0
    months = _MONTHS_ON.get(keys[at], 0)
    at += 1 if keys[at] in _MONTHS_ON else 0
    return (replace(day, months=months), at + 1) if keys[at] == "month" else None


def _the(message: Message, at: int) -> Found:
    """The 5th, the 27., 10th of this month."""
    keys, the = message.keys, message.keys[at] == "the"
    at += 1 if the else 0
    marked = ordinal(message, at)
    dated = the or (message.number(at) is not None and keys[at + 1] == "of") or _on_the(message, at)
    found = marked or (cardinal(message, at) if dated else None)
    if found is None or not 1 <= found[0] <= _LAST_DAY:
        return None
    dom, behind = found
    if the and message.number(at) is None and at == 1 and behind >= len(message):
        return None  # "the second" alone is one of a row
    at = behind
    if keys[at] == "of":
        return _of_month(message, at + 1, Day(dom=dom))
    if not marked and not the and not _on_the(message, at - 1):
        return None
    named = marked is not None and message.number(at - 2) is None and not the
    if named or keys[at] in _NOT_DATES or _counts(message, at) or meridiem(message, at):
        return None
    return Day(dom=dom), at + 1 if keys[at] == "." else at


def _on_the(message: Message, at: int) -> bool:
    """Whether a bare number is led and followed as a day is: "on 15 at 8pm"."""
    led = at > 0 and message.keys[at - 1] == "on" and message.number(at) is not None
    return led and message.keys[at + 1] in {"at", "@", ","}


def _counts(message: Message, at: int) -> bool:
    """Whether a unit stands there that the number counts; `saa` begins an hour of its own."""
    return message.keys[at] in UNITS and message.keys[at] != "saa"
