"""Anyone, and whom the customer does not want."""

from engine.nlu.phrases import longest, table
from engine.nlu.tokens import Message
from engine.nlu.verbs import negative
from engine.nlu.words.people import ANYONE, BUT, OF_OTHER_THINGS, ONLY_IF_ASKED
from engine.nlu.words.turns import INSTEAD_OF, NOT_BEFORE, STOPS

_ANYONE = table(ANYONE)
_ANYONE_ASKED = table(ANYONE, ONLY_IF_ASKED)

_REACH = 4


def anyone(message: Message, taken: frozenset[int], *, asked: bool) -> tuple[int, int] | None:
    """The tokens that say that it does not matter who."""
    phrases = _ANYONE_ASKED if asked else _ANYONE
    for at in range(len(message)):
        found = longest(message, at, phrases) if at not in taken else None
        if found:
            other = at > 0 and message.keys[at - 1] in OF_OTHER_THINGS
            return None if other else (at, at + len(found))
    return None


def refused(message: Message, at: int) -> bool:
    """Whether the name at `at` is one that is not wanted: not Faith, anyone but Anna, sio Zuri."""
    keys = message.keys
    if at and keys[at - 1] in BUT:
        return True
    before = keys[max(at - _REACH, 0) : at]
    for back in range(1, len(before) + 1):
        if before[-back] in STOPS:
            return False
        if before[-back] in NOT_BEFORE or negative(before[-back]):
            return True
        if tuple(before[len(before) - back :][:2]) in INSTEAD_OF:
            return True
    return False


def left(message: Message, at: int, others: list[int]) -> bool:
    """Whether the name at `at` is where a change starts from: from Faith to Mercy."""
    later = any(message.keys[other - 1] in {"to", "kwa", "hadi"} for other in others if other > at)
    return later and at > 0 and message.keys[at - 1] in {"from", "kutoka", "toka"}
