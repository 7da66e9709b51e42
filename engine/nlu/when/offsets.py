"""Counted from now: in two hours, baada ya siku mbili, 3 Fridays from now; and bare durations."""

from dataclasses import replace
from datetime import datetime, timedelta

from engine.nlu.tokens import Message
from engine.nlu.when.amounts import amount
from engine.nlu.when.clock_en import meridiem
from engine.nlu.when.dates import date
from engine.nlu.when.days import day, weekday_at
from engine.nlu.when.holidays import holiday
from engine.nlu.when.lengths import Length, how_long
from engine.nlu.when.numbers import cardinal, swahili
from engine.nlu.when.pieces import Day, Piece
from engine.nlu.words.calendar import AGO, NEXT_EN, NEXT_SW, OFFSETS, WEEKDAYS
from engine.nlu.words.clock import AND_TO, ISH, OCLOCK, PARTS
from engine.nlu.words.turns import CHOICE

_ON = frozenset({"from", "after", "kutoka", "baada"})
_BACK = frozenset({"before", "kabla"})
_ABOUT = frozenset({"about", "around", "like", "the", "next", "exactly", "under", "kama",
                    "takriban"})  # fmt: skip
_SOME = frozenset({"kadhaa", "chache", "kidogo"})
_OR_TO = CHOICE | AND_TO
_SHORT = 6
"""Words in which the shorter of two lengths is said."""
_MOST_DAYS = 800
"""Two years ahead is further than any diary; it also keeps dates within the calendar."""
_MOST_MONTHS = 24
_MOST_WEEKS = 52
_WEEK = 7
_FROM_NOW = (
    ("from", "now"), ("from", "today"), ("kutoka", "sasa"), ("kuanzia", "sasa"), ("later",),
    ("hence",), ("time",), ("kutoka", "leo"),
)  # fmt: skip


def offset(message: Message, at: int, now: datetime, *, dated: bool = False) -> Piece | None:
    """A point counted from now that begins at `at`; a length that is no wish is read over.

    `dated`: a day is known, so that `baada ya saa nane` is later than two o'clock on it, not in
    eight hours.
    """
    led, behind = _lead(message, at)
    length = how_long(message, behind)
    fridays = _weekdays_from_now(message, behind) or _from_day(message, behind, length, led=led)
    if fridays:
        return Piece(at, fridays[1], fridays[0])
    rough = _coming(message, at) or _rough(message, behind, length, led=led)
    if rough:
        return Piece(at, rough, vague=True, doubt=True)
    return _counted(message, (at, behind, led), length, now, dated=dated) if length else None


def _counted(
    message: Message, begun: tuple[int, int, bool], length: Length, now: datetime, *, dated: bool
) -> Piece | None:
    """The point that is a length from now: behind, before, or none where nothing leads to it."""
    keys, (start, at, led) = message.keys, begun
    if keys[length.behind] in AGO and length.counted:
        past = Day(offset=-length.days) if length.days else None
        return Piece(start, length.behind + 1, past, nothing=past is None, gone=True)
    if keys[at] == "saa" and (dated or _part_follows(message, length.behind)):
        return None
    behind = _tail(message, length)
    if led or behind > length.behind:
        behind += 1 if keys[behind] in ISH else 0
        return _point(Length(*length[:3], behind), start, now)
    clock_too = keys[at] == "saa" or "h" in keys[at:behind]
    return None if clock_too else Piece(start, length.behind, nothing=True)


def _rough(message: Message, at: int, length: Length | None, *, led: bool) -> int:
    """The token behind a length that is none: "two or three days", "a week or two"; else 0."""
    told = length and _tail(message, length) > length.behind
    if length and length.months and message.keys[length.behind] in _ON | _BACK and not told:
        base = _base_day(message, length.behind + 1)  # months end on another day each
        return base.end if base else 0
    end = _second_end(message, at, length)
    return end if led or (end and _tail(message, Length(0, 0, 0, end)) > end) else 0


def _coming(message: Message, at: int) -> int:
    """The token behind days of which one is meant: "the next two days"; else 0."""
    at += 1 if message.keys[at] == "the" else 0
    length = how_long(message, at + 1) if message.keys[at] in NEXT_EN else None
    return length.behind if length and length.counted and length.days > 1 else 0


def _second_end(message: Message, at: int, length: Length | None) -> int:
    """The token behind the longer of two lengths between which it is left; 0: there is one."""
    if length is not None:
        return _or_more(message, length)
    if _OR_TO.isdisjoint(message.keys[at : at + _SHORT]):
        return 0
    found = amount(message, at)
    other = found and message.keys[found[1]] in _OR_TO and how_long(message, found[1] + 1)
    return other.behind if other else 0


def _or_more(message: Message, length: Length) -> int:
    """Behind "or two", `siku mbili tatu`, `siku kadhaa`: the token there; else 0."""
    keys, at = message.keys, length.behind
    if keys[at] in _SOME:
        return at + 1
    if keys[at] in CHOICE:
        more, another = how_long(message, at + 1), amount(message, at + 1)
        if more:
            return more.behind
        return another[1] if another and not _clock_follows(message, another[1]) else 0
    follow = swahili(message, at) if length.counted else None
    return follow[1] if follow else 0


def _base_day(message: Message, at: int) -> Piece | None:
    """The day from which another is counted."""
    at += 1 if message.keys[at] in {"ya", "this"} else 0
    base = day(message, at) or date(message, at) or holiday(message, at)
    told = base is not None and base.day is not None and not base.gone and not base.day.stretch
    return base if told else None


def _clock_follows(message: Message, at: int) -> bool:
    """Whether the number before `at` is an hour: "in an hour or 3pm"."""
    return (
        message.keys[at] in OCLOCK or message.keys[at] == ":" or meridiem(message, at) is not None
    )


def _lead(message: Message, at: int) -> tuple[bool, int]:
    """In, within, after, baada ya, ndani ya; and "about" or the like behind them."""
    keys = message.keys
    if keys[at] in {"baada", "ndani"} and keys[at + 1] == "ya":
        behind = at + 2
    elif keys[at] in {"in", "within", "after", "baada"}:
        behind = at + 1
    else:
        return (False, at + 1) if keys[at] in {"for", "kwa"} else (False, at)
    while keys[behind] in _ABOUT:
        behind += 1
    return True, behind


def _part_follows(message: Message, at: int) -> bool:
    at += 1 if message.keys[at] in {"za", "ya"} else 0
    return message.keys[at] in PARTS


def _tail(message: Message, length: Length) -> int:
    """The token behind "from now", "later", `zijazo`; where none is said, behind the length."""
    at = length.behind
    for words in _FROM_NOW:
        if message.keys[at : at + len(words)] == words:
            return at + len(words)
    return at + 1 if message.keys[at] in NEXT_SW and length.counted else at


def _point(length: Length, start: int, now: datetime) -> Piece | None:
    if (
        length.days > _MOST_DAYS
        or length.minutes > _MOST_DAYS * 24 * 60
        or length.months > _MOST_MONTHS
    ):
        return Piece(start, length.behind, vague=True)
    if length.minutes:
        moment = (now + timedelta(minutes=length.minutes)).replace(second=0, microsecond=0)
        return Piece(start, length.behind, moment=moment)
    if length.months:
        return Piece(start, length.behind, Day(months=length.months, dom=now.day))
    return Piece(start, length.behind, Day(offset=length.days))


def _weekdays_from_now(message: Message, at: int) -> tuple[Day, int] | None:
    """Three Fridays from now: the third to come."""
    found = cardinal(message, at)
    weekday = weekday_at(message, found[1]) if found else None
    if found is None or weekday is None or not 0 < found[0] <= _MOST_WEEKS:
        return None
    behind = _tail(message, Length(0, 0, 0, weekday[1]))
    if behind == weekday[1]:
        return None
    return Day(weekday=weekday[0], later=found[0] - 1), behind


def _from_day(
    message: Message, at: int, length: Length | None, *, led: bool
) -> tuple[Day, int] | None:
    """Two days from tomorrow, a week from Friday, the day after Christmas, a week tomorrow.

    `led`: "in two weeks on Tuesday" may be the Tuesday of that week.
    """
    found, keys = _days_long(message, at, length), message.keys
    if found is None:
        return None
    count, at = found
    weeks = count % _WEEK == 0 and not led and (length is None or length.counted)
    if keys[at] in _BACK:
        count = -count
    elif keys[at] not in _ON and not (weeks and (keys[at] == "on" or _plain_day(message, at))):
        return None
    at += 0 if _plain_day(message, at) else 1
    base = _base_day(message, at)
    if base is None or base.day is None:
        return None
    return replace(base.day, plus=count), base.end


def _days_long(message: Message, at: int, length: Length | None) -> tuple[int, int] | None:
    """A length in days, and the token behind it: two days, a week, the day."""
    if message.keys[at] == "day" or message.keys[at : at + 2] == ("the", "day"):
        return 1, at + (1 if message.keys[at] == "day" else 2)
    if length is None or length.minutes or length.months or length.days > _MOST_DAYS:
        return None
    return length.days, length.behind


def _plain_day(message: Message, at: int) -> bool:
    """Whether a day follows with nothing before it: "a week tomorrow"."""
    at += 1 if message.keys[at] == "this" else 0
    return message.keys[at] in OFFSETS or message.keys[at] in WEEKDAYS
