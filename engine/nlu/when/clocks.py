"""A time of day in either language, and one that is counted from another."""

from engine.nlu.tokens import Message
from engine.nlu.when import clock_en, clock_sw
from engine.nlu.when.face import DAY
from engine.nlu.when.lengths import how_long
from engine.nlu.when.pieces import Clock, Piece
from engine.nlu.words.clock import BEFORE

Found = tuple[Clock, int] | None

_MOST_MINUTES = 12 * 60


def clock(message: Message, at: int) -> Found:
    """A time of day in either language; the longer reading."""
    there, here = clock_en.clock(message, at), clock_sw.clock(message, at)
    if there is None or here is None:
        return there or here
    return here if here[1] >= there[1] else there


def counted_clock(message: Message, at: int) -> Piece | None:
    """A time counted from another: an hour after 3pm, two hours before noon."""
    length, keys = how_long(message, at), message.keys
    if length is None or not length.minutes or length.minutes > _MOST_MINUTES:
        return None
    behind = length.behind
    if keys[behind] not in {"after", "past", "before", "baada", "kabla"}:
        return None
    found = clock(message, behind + (2 if keys[behind + 1] == "ya" else 1))
    if found is None:
        return None
    way = -1 if keys[behind] in BEFORE else 1
    shifted = (r._replace(minute=(r.minute + way * length.minutes) % DAY)
               for r in found[0].readings)  # fmt: skip
    return Piece(at, found[1], clock=Clock(tuple(shifted)))
