"""A whole month, or some part of it: July, end of July, mwisho wa Julai, the first week of July."""

from engine.nlu.tokens import Message
from engine.nlu.when.numbers import ordinal
from engine.nlu.when.pieces import Day, Piece
from engine.nlu.words.calendar import LAST_EN, MONTHS, NEXT_EN, STRETCH_LEADS, THIS_EN, WEEK

_YEARS = range(2000, 2100)
_LONE = 2
"""Words of a message that says a month and hardly more: "July?", not "may I"."""


def month(message: Message, at: int) -> Piece | None:
    """A month that begins at `at`: its day is still open."""
    keys, start = message.keys, at
    at = _led(message, at)
    at += 1 if keys[at] in NEXT_EN | THIS_EN else 0
    number = MONTHS.get(keys[at])
    if number is None:
        return None
    year = message.number(at + 1)
    dated = year in _YEARS
    if at == start and not dated and len(message) > _LONE:
        return None
    return Piece(
        start,
        at + 2 if dated else at + 1,
        Day(month=number, year=year if dated else None, stretch="month"),
        vague=True,
    )


def _led(message: Message, at: int) -> int:
    """The token behind words for a part of what follows: "end of", "the first week of"."""
    keys = message.keys
    at += 1 if keys[at] in {"the", "by"} else 0
    follows = STRETCH_LEADS.get(keys[at])
    if follows is not None and keys[at + 1 : at + 1 + len(follows)] == follows:
        at += 1 + len(follows)
        return at + 1 if keys[at] == "-" else at
    count = (1, at + 1) if keys[at] in LAST_EN else ordinal(message, at)
    if count and keys[count[1]] in {*WEEK, "half"} and keys[count[1] + 1] in {"of", "in"}:
        return count[1] + 2
    return at
