"""Numbers that are a price on the screen, and no hour: "I'll take that at 1000"."""

from engine.model.understanding import Hearing
from engine.nlu.tokens import Message
from engine.nlu.words.clock import OCLOCK
from engine.nlu.words.turns import MOVES

_BEHIND = OCLOCK | {"am", "pm", "hr", ":"}
"""Behind a number these make it an hour."""


def shown_prices(message: Message, hearing: Hearing) -> frozenset[int]:
    """The tokens of a price that is shown; where something is moved a number is a time."""
    prices = hearing.standing.prices
    if not prices or any(key in MOVES for key in message.keys):
        return frozenset()
    places = range(len(message))
    said = (at for at in places if message.number(at) in prices)
    return frozenset(at for at in said if message.keys[at + 1] not in _BEHIND)
