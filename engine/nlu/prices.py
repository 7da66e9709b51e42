"""Numbers that are a price on the screen, and no hour: "I'll take that at 1000"."""

from engine.model.understanding import Hearing
from engine.nlu.tokens import Message
from engine.nlu.words.clock import OCLOCK
from engine.nlu.words.filler import MONEY
from engine.nlu.words.turns import MOVES

_BEHIND = OCLOCK | {"am", "pm", "hr", ":"}
"""Behind a number these make it an hour."""
_HOURS, _MINUTES = 24, 60
_FOR_IT = {("at",), ("for",), ("kwa",)}
_AGREED = frozenset({"it", "that", "this", "yes", "ok", "okay", "sawa", "ndio", "hiyo", ","})


def shown_prices(message: Message, hearing: Hearing) -> frozenset[int]:
    """The tokens of a price that is shown; where something is moved a number is a time."""
    prices = hearing.standing.prices
    if not prices or any(key in MOVES for key in message.keys):
        return frozenset()
    places = range(len(message))
    said = (at for at in places if message.number(at) in prices)
    return frozenset(at for at in said if _is_price(message, at))


def _is_price(message: Message, at: int) -> bool:
    """Whether it could be no time of the day, or is what something is taken at."""
    if message.keys[at + 1] in _BEHIND:
        return False
    hour, minute = divmod(message.number(at) or 0, 100)
    return hour >= _HOURS or minute >= _MINUTES or _taken_at(message, at)


def _taken_at(message: Message, at: int) -> bool:
    """Whether "that at", "sawa kwa" or money stands before it."""
    before = message.keys[max(at - 2, 0) : at]
    if MONEY & {*before[-1:], message.keys[at + 1]}:
        return True
    return before[-1:] in _FOR_IT and bool(before[:-1]) and before[0] in _AGREED
