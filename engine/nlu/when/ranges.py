"""Days from one to another: June 13-15, 13 to 15 June, Monday to Wednesday. Which one is asked."""

from engine.nlu.tokens import Message
from engine.nlu.when.clock_en import meridiem
from engine.nlu.when.numbers import Found, cardinal, ordinal
from engine.nlu.when.pieces import Day, Piece
from engine.nlu.words.calendar import DATE, MONTHS, UNITS
from engine.nlu.words.clock import AND_TO, BETWEEN
from engine.nlu.words.turns import CHOICE

_LAST_DAY = 31
_CLOCK_MARKS = frozenset({":", "."})


def date_range(message: Message, at: int) -> Piece | None:
    """Two days of one month that begin at `at`."""
    return _month_first(message, at) or _month_last(message, at) or _numbered(message, at)


def _month_first(message: Message, at: int) -> Piece | None:
    """June 13-15, from June the 13th to the 15th."""
    number = MONTHS.get(message.keys[at])
    pair = _pair(message, at + 1) if number else None
    return Piece(at, pair[1], Day(month=number, dom=pair[0]), vague=True) if pair else None


def _month_last(message: Message, at: int) -> Piece | None:
    """13-15 June, from the 13th to the 15th of July."""
    start = at
    at += 1 if message.keys[at] in {"from", "between"} else 0
    pair = _pair(message, at)
    if pair is None:
        return None
    behind = pair[1] + (1 if message.keys[pair[1]] in {"of", "ya"} else 0)
    number = MONTHS.get(message.keys[behind])
    if number is None:
        return None
    return Piece(start, behind + 1, Day(month=number, dom=pair[0]), vague=True)


def _numbered(message: Message, at: int) -> Piece | None:
    """Tarehe 15 hadi 17, kati ya tarehe 15 na 17, tarehe 15 au 16."""
    start, keys = at, message.keys
    at += 2 if keys[at : at + 2] == ("kati", "ya") else 1 if keys[at] in BETWEEN else 0
    pair = _pair(message, at + 1) if keys[at] in DATE else None
    return Piece(start, pair[1], Day(dom=pair[0]), vague=True) if pair else None


def _pair(message: Message, at: int) -> Found:
    """The first of two days of a month, and the token behind the second."""
    first = _dom(message, at)
    if first is None or message.keys[first[1]] not in AND_TO | CHOICE:
        return None
    second = _dom(message, first[1] + 1)
    return (first[0], second[1]) if second and second[0] > first[0] else None


def _dom(message: Message, at: int) -> Found:
    """A day of the month that is no hour: 13, the 13th."""
    at += 1 if message.keys[at] == "the" else 0
    found = ordinal(message, at) or cardinal(message, at)
    if found is None or not 1 <= found[0] <= _LAST_DAY:
        return None
    behind = message.keys[found[1]]
    hour = behind in _CLOCK_MARKS and message.number(found[1] + 1) is not None
    return None if hour or behind in UNITS or meridiem(message, found[1]) else found
