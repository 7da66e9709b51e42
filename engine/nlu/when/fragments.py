"""What may be a day, though nobody can read it: an hour beside it is never taken for today."""

from collections.abc import Sequence

from engine.nlu.tokens import Message
from engine.nlu.typos import resembles_day, resembles_month
from engine.nlu.when.pieces import Piece, Strength
from engine.nlu.words.calendar import MONTHS
from engine.nlu.words.numbers import ORDINAL_MARKS

_MARKS = frozenset({"/", "-", "."})
_ALWAYS = (24, 7)
_LONG_MONTH = 6
"""Shorter ones are other words as well: "may", "march", June."""
_DATED = "tareh"
"""`Tarehe` whose number nobody can read."""
_DAYS, _MONTHS = 99, 99
"""Two figures each: 15-6, 32/6."""


def undated(message: Message, pieces: Sequence[Piece]) -> bool:
    """Whether a part of the message that no piece has read looks like a day.

    So do "thersdy", the mark of "24th", 32/6, and "15 agust".
    """
    read = {at for piece in pieces if _tells(piece) for at in range(piece.start, piece.end)}
    unread = (at for at in range(len(message)) if at not in read)
    return any(_looks_like_a_day(message, at) for at in unread)


def _tells(piece: Piece) -> bool:
    number = piece.clock is not None and piece.clock.strength is Strength.BARE
    return not (number or piece.bare)


def _looks_like_a_day(message: Message, at: int) -> bool:
    key, before = message.keys[at], message.number(at - 1) if at else None
    if key in ORDINAL_MARKS and before is not None and message.glued(at):
        return True
    if resembles_day(key) or key.startswith(_DATED) or (key in MONTHS and len(key) >= _LONG_MONTH):
        return True
    if resembles_month(key):
        return before is not None or message.number(at + 1) is not None
    return _figures(message, at)


def _figures(message: Message, at: int) -> bool:
    """Two short numbers with the mark of a date between them."""
    first, second = message.number(at), message.number(at + 2)
    if first is None or second is None or message.keys[at + 1] not in _MARKS:
        return False
    tight = message.glued(at + 1) and message.glued(at + 2)
    return tight and first <= _DAYS and second <= _MONTHS and (first, second) != _ALWAYS
