"""On a fresh thread what is not wanted is booked already: "drop the gel", `usibook gel`."""

from engine.model.understanding import Hearing
from engine.nlu.acts.cues import Cues
from engine.nlu.acts.declined import ASKS
from engine.nlu.acts.told import DOUBTED, ROUTED, Told, Weights
from engine.nlu.said.table import rows
from engine.nlu.tokens import Message
from engine.nlu.verbs import stem
from engine.nlu.words.classes import CLASSES
from engine.nlu.words.judging import ASKING
from engine.nlu.words.several import BEFORE_KEPT, DROPPED, TAKEN_OFF

_DECLINED = Cues(rows("both/declined"), CLASSES)
_UNWANTED = Cues(rows("both/unwanted"), CLASSES)
_SURE = 0.95
_BOOK, _STOP = "book", "stop"
_ELSE = frozenset({_BOOK, "cancel", "reschedule", "change"})


def dropped(message: Message, hearing: Hearing, weights: Weights, told: Told) -> None:
    """On a fresh thread a service that is dropped is booked already: "drop the manicure".

    What is only taken off may be what is wanted, as old nails are: it is asked about.
    """
    if hearing.standing.idle and _unwanted(message, told) and not _ELSE & _sure(weights):
        weights["cancel"] = ROUTED
        for name in (_BOOK, _STOP, "deny"):
            weights.pop(name, None)
        return
    if not (hearing.standing.idle and told.service) or told.timed or "cancel" in weights:
        return
    verbs = {_before(message, at) for at in told.services if at - 1 not in told.services}
    if verbs & DROPPED or any(stem(verb) == "futa" for verb in verbs):
        weights["cancel"] = ROUTED
        weights.pop(_BOOK, None)
    elif verbs & TAKEN_OFF and weights.get(_BOOK, 0.0) < _SURE:
        weights[_BOOK] = DOUBTED


def _unwanted(message: Message, told: Told) -> bool:
    """Whether services that are named are not to be booked or done: `usibook manicure`."""
    asks = ASKS | {"if"} | ASKING
    if not told.services or told.service or asks & {message.keys[0]} or ASKS & {*message.keys}:
        return False
    reached = {at for one in told.services for at in range(_object_of(message, one), one + 1)}
    found = [*_DECLINED.matches(message), *_UNWANTED.matches(message)]
    return "if" not in message.keys and any(match.end in reached for match in found)


def _sure(weights: Weights) -> set[str]:
    return {name for name, weight in weights.items() if weight >= ROUTED}


def _before(message: Message, at: int) -> str:
    """The word that the service at `at` is the object of."""
    at = _object_of(message, at)
    return message.keys[at] if at >= 0 else ""


def _object_of(message: Message, at: int) -> int:
    """Where that word stands; -1: nowhere."""
    at -= 1
    while at > 0 and message.keys[at] in BEFORE_KEPT:
        at -= 1
    return at
