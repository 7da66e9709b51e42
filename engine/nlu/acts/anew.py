"""What is wished for while something booked is on its way out: another time for it, or one more."""

from engine.model.understanding import Hearing
from engine.nlu.acts.told import CERTAIN, ROUTED, TASKS, Told, Weights
from engine.nlu.said.lists import lists
from engine.nlu.tokens import Message
from engine.nlu.words.turns import INSTEAD

_WISHES = lists("both/anew")
_WANTED, _POINTING = _WISHES.words("wishing"), _WISHES.words("pointing")
_LEAVING = _WISHES.words("leaving")
_NEAR = 2
"""Words between "the" and the service that it points at: "the long massage"."""
_LEAVES, _MOVES = "cancel", "reschedule"


def anew(message: Message, hearing: Hearing, weights: Weights, told: Told) -> None:
    """Let "can I book Monday instead" move what is being cancelled, and a new wish begin anew.

    "I want a haircut on Friday" is one; "I want the haircut on Friday" tells which one is meant.
    Where it is moved anyway, what is said is its new time.
    """
    here, booked = hearing.standing.tasks, weights.get("book", 0.0) >= ROUTED
    if booked and told.timed and INSTEAD & {*message.keys}:
        if _MOVES in here:
            weights.pop("book")
        elif _LEAVES in here:
            weights["book"], weights[_MOVES] = ROUTED, CERTAIN
    elif _LEAVES in here and not _decided(weights) and told.timed and _one_more(message, told):
        weights["book"] = ROUTED


def _decided(weights: Weights) -> bool:
    return any(weights.get(name, 0) >= ROUTED for name in (*TASKS, "affirm", "deny"))


def _one_more(message: Message, told: Told) -> bool:
    """Whether a service is wished for that nothing points at."""
    keys = message.keys
    if not told.service or not _WANTED & {*keys} or _LEAVING & {*keys}:
        return False
    first, last = min(told.services, default=0), max(told.services, default=0)
    beside = (*keys[max(first - _NEAR, 0) : first], *keys[last + 1 : last + 2])
    return not _POINTING & {*beside}
