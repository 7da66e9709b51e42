"""The hour in sight, put right by another: "no no, 2 not 10", "2 is better than 10"."""

from datetime import time

from engine.nlu.tokens import Message
from engine.nlu.words.clock import AT
from engine.nlu.words.filler import MONEY, PRICES
from engine.nlu.words.turns import CONTRASTS, INSTEAD_OF, JUDGES, LIKE, STOPS

_FACE = 12
"""Hours of a clock's face: 10 is said of 10:00 and of 22:00."""


def puts_right(message: Message, clock: time | None) -> bool:
    """Whether a number that is the hour in sight is turned down: others beside it are hours."""
    if clock is None:
        return False
    if any(_put_forward(message, at) for at in range(len(message))):
        return True
    hours = ((at, message.number(at)) for at in range(len(message)))
    return any(
        hour is not None
        and hour % _FACE == clock.hour % _FACE
        and _turned_down(message, at)
        and not (message.glued(at + 1) and message.glued(at + 2))  # 10,000
        for at, hour in hours
    )


def _put_forward(message: Message, at: int) -> bool:
    """Whether a number closes what it is led to by: "can it be earlier, like 11?"."""
    hour, keys = message.number(at), message.keys
    if hour is None or not 0 < hour <= _FACE or (PRICES | MONEY) & {*keys}:
        return False
    closes = at + 1 >= len(message) or keys[at + 1] in STOPS
    return at > 0 and closes and keys[at - 1] in LIKE


def _turned_down(message: Message, at: int) -> bool:
    keys = message.keys
    if keys[at + 1] in JUDGES:
        return True
    led = at - 1 if keys[at - 1] in AT and at > 1 else at
    return keys[led - 1] in CONTRASTS or keys[max(led - 2, 0) : led] in INSTEAD_OF
