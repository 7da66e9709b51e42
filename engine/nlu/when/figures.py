"""An hour in three or four figures that is all there is: 430, where a time is asked for."""

from engine.nlu.tokens import Message
from engine.nlu.when.face import west
from engine.nlu.when.pieces import Piece, Strength
from engine.nlu.words.clock import TIMETABLE_DIGITS

_HOURS = range(1, 24)
_ROUND = 15
"""Minutes that an appointment begins at; anything else may be a year or an amount."""
_YEARS = range(2000, 2100)


def figures(message: Message) -> Piece | None:
    """430, 1030: the hour and its minutes, if the message says no more."""
    number = message.number(0)
    if len(message) != 1 or number is None or number in _YEARS:
        return None
    hour, minute = divmod(number, 100)
    written = len(message.keys[0]) in {TIMETABLE_DIGITS - 1, TIMETABLE_DIGITS}
    if not written or hour not in _HOURS or minute % _ROUND or minute >= _ROUND * 4:
        return None
    return Piece(0, 1, clock=west(hour, minute, Strength.SURE, exact=True))
