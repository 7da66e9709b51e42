"""What is wished for while something booked is on its way out: another time for it, or one more."""

from engine.model.understanding import Hearing
from engine.nlu.acts.told import BOOKED, CERTAIN, ROUTED, TASKS, Told, Weights
from engine.nlu.said.lists import lists
from engine.nlu.tokens import Message
from engine.nlu.words.booked import BOOKED_WORDS, OF
from engine.nlu.words.turns import INSTEAD

_WISHES = lists("both/anew")
_WANTED, _POINTING = _WISHES.words("wishing"), _WISHES.words("pointing")
_LEAVING, _KEEPING = _WISHES.words("leaving"), _WISHES.words("keeping")
_PROPOSING, _RATHER = _WISHES.words("proposing"), _WISHES.words("rather")
_NEAR = 2
"""Words between "the" and the service that it points at: "the long massage"."""
_LEAVES, _MOVES = "cancel", "reschedule"
_ANSWERS = ("affirm", "deny", "change")
"""What else is said to the question whether to cancel: a wish that comes with it outdoes it."""


def anew(message: Message, hearing: Hearing, weights: Weights, told: Told) -> None:
    """Let "can I book Monday instead" move what is being cancelled, and a new wish begin anew.

    "I want a haircut on Friday" is one; "I want the haircut on Friday" tells which one is meant.
    Where it is moved anyway, what is said is its new time.
    """
    here, booked = hearing.standing.tasks, weights.get("book", 0.0) >= ROUTED
    instead = told.timed and bool(INSTEAD & {*message.keys})
    if booked and instead and _MOVES in here:
        weights.pop("book")
    elif booked and instead and _LEAVES in here:
        weights["book"], weights[_MOVES] = ROUTED, CERTAIN
    elif _another_time(message, hearing, weights, told):
        for name in (_LEAVES, "book", *_ANSWERS):
            weights.pop(name, None)
        weights[_MOVES] = CERTAIN
    elif _LEAVES in here and not _decided(weights) and told.timed and _one_more(message, told):
        for name in _ANSWERS:
            weights.pop(name, None)
        weights["book"] = ROUTED


def _decided(weights: Weights) -> bool:
    return any(weights.get(name, 0) >= ROUTED for name in TASKS)


def _another_time(message: Message, hearing: Hearing, weights: Weights, told: Told) -> bool:
    """Whether a time is put in the place of the one that is given up: "I'd like Thursday at 3"."""
    keys, standing = message.keys, hearing.standing
    given_up = _LEAVES in standing.tasks and BOOKED in standing.answered
    idle = standing.idle and weights.get(_LEAVES, 0.0) >= ROUTED
    if not told.timed or not (given_up or idle) or _KEEPING & {*keys} or _described(keys, told):
        return False
    behind = max((at for at, key in enumerate(keys) if key in _LEAVING), default=-1) + 1
    rest = {*keys[behind:]}
    if _RATHER & rest:
        return bool(given_up and not behind) or bool((_WANTED | _PROPOSING) & rest)
    comes = told.hour or bool(_PROPOSING & rest)
    return given_up and comes and not told.service and bool(_WANTED & rest)


def _described(keys: tuple[str, ...], told: Told) -> bool:
    """Whether the time tells a booking apart: "the Friday one", `ile ya Ijumaa`."""
    timed = told.tokens - told.services
    begins = [at for at in timed if at and not {at - 1, at - 2} & timed]
    return bool(BOOKED_WORDS & {*keys}) or any(keys[at - 1] in OF for at in begins)


def _one_more(message: Message, told: Told) -> bool:
    """Whether a service is wished for that nothing points at."""
    keys = message.keys
    if not told.service or not _WANTED & {*keys} or _LEAVING & {*keys}:
        return False
    first, last = min(told.services, default=0), max(told.services, default=0)
    beside = (*keys[max(first - _NEAR, 0) : first], *keys[last + 1 : last + 2])
    return not _POINTING & {*beside}
