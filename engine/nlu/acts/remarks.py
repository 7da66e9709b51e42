"""A word of price beside a whole wish that asks nothing: "..., give me a good price"."""

from engine.nlu.acts.clauses import bounds
from engine.nlu.acts.cues import FILLERS, Match
from engine.nlu.acts.told import DOUBTED, Told, Weights
from engine.nlu.tokens import Message
from engine.nlu.words.asking import (
    ASKS,
    ASKS_ALL,
    FAVOURS,
    GIVE,
    OF,
    OF_A_WISH,
    OPENS,
    PRICE,
    REMARKS,
)

_MAY_REMARK = frozenset({"services", "other"})
_BEHIND = 3
"""Words between a price and what it is the price of."""


def remarked(message: Message, cues: dict[str, Match], weights: Weights, told: Told) -> None:
    """What sounds like a question beside a whole wish is one only if it asks.

    Whoever books is shown the price before anything is settled; whoever is shown a price instead
    has lost the time that was said.
    """
    if not (told.whole or told.answers):
        return
    for name in _MAY_REMARK & cues.keys():
        if not _asks(message, cues[name], told):
            weights[name] = DOUBTED


def _asks(message: Message, match: Match, told: Told) -> bool:
    first, last = bounds(message, match.start)
    if message.keys[max(last, match.end)] == "?" or "?" in message.keys[first : match.end]:
        return True
    clause = message.keys[first:last]
    if ASKS & {*clause} or ASKS_ALL in message.keys or _opens(message, first):
        return True
    places = [at for at in range(first, last) if message.keys[at] in PRICE]
    return any(_of_a_thing(message, at, told) or _wanted(message, at, first) for at in places)


def _opens(message: Message, first: int) -> bool:
    """Whether a sentence begins as questions do: "is there", not "can you give me"."""
    while first < len(message) and message.keys[first] in FILLERS:
        first += 1
    key, behind = message.keys[first], message.keys[first + 1]
    if key not in OPENS:
        return False
    if key == "do":
        return behind in OF_A_WISH
    return not (key in FAVOURS and behind in OF_A_WISH)


def _remarks(message: Message, at: int) -> bool:
    """Whether something is said of how the price should be."""
    beside = message.keys[max(at - 1, 0)], *message.keys[at + 1 : at + 3]
    return any(key in REMARKS for key in beside)


def _of_a_thing(message: Message, at: int, told: Told) -> bool:
    """The price of what was named: "price for a haircut", "haircut price", `bei ya kunyoa`."""
    if _remarks(message, at):
        return False
    if at and at - 1 in told.services:
        return True
    for behind in range(at + 1, min(at + 1 + _BEHIND, len(message))):
        if behind in told.services:
            return True
        if message.keys[behind] not in OF:
            return False
    return False


def _wanted(message: Message, at: int, first: int) -> bool:
    """Whether the price itself is wanted: "send me the price", not "give me a good price"."""
    before = message.keys[max(at - _BEHIND, first) : at]
    return bool(GIVE & {*before}) and not _remarks(message, at)
