"""What stays of several things booked: "cancel the sauna but keep the facial", `facial iache`."""

from collections.abc import Sequence

from engine.model.understanding import Hearing
from engine.nlu.mentions.named import Named
from engine.nlu.tokens import Message
from engine.nlu.verbs import stem
from engine.nlu.words.several import BEFORE_KEPT, CALLED_OFF, KEEPS, KEPT

_CANCEL = "cancel"
_CALLING_OFF = frozenset({"futa", "ondoa"})
_NEAR = 4
"""Words between a thing and the word that keeps it."""


def kept(message: Message, hearing: Hearing, named: Sequence[Named]) -> list[Named]:
    """The things that stay, where others are called off; none of them, where all would stay.

    In the midst of a booking to keep a thing is to want it.
    """
    here = hearing.standing
    if len(named) <= 1 or not (here.idle or _CANCEL in here.tasks) or not _calls_off(message):
        return []
    stay = [one for one in named if _stays(message, one, named)]
    return stay if len(stay) < len(named) else []


def _calls_off(message: Message) -> bool:
    keys = message.keys[: len(message)]
    return any(key in CALLED_OFF or stem(key) in _CALLING_OFF for key in keys)


def _stays(message: Message, one: Named, named: Sequence[Named]) -> bool:
    """Whether a word that keeps it stands before or behind it, with no other thing between."""
    keys = message.keys
    for at in range(one.start - 1, max(one.start - 1 - _NEAR, -1), -1):
        if keys[at] in KEEPS:
            return True
        if keys[at] not in BEFORE_KEPT:
            break
    others = {other.start for other in named}
    for at in range(one.end, min(one.end + _NEAR, len(message))):
        if at in others or keys[at] in CALLED_OFF or stem(keys[at]) in _CALLING_OFF:
            return False
        if keys[at] in KEPT:
            return True
    return False
