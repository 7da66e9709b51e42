"""People by whom something booked is told from the rest: "move the one with Mary to Saturday"."""

from dataclasses import replace

from engine.model.understanding import Act, Mention
from engine.nlu.tokens import Message
from engine.nlu.words.booked import BESIDE_PERSON, BOOKED_WORDS, OF

STAFF = "staff"
_MOVING = frozenset({"reschedule", "change"})
_SURE = 0.8
_NEAR = 2
"""How many words before the name the word for the booking stands."""


def described(
    message: Message, mentions: tuple[Mention, ...], acts: tuple[Act, ...]
) -> tuple[Mention, ...]:
    """The mentions; the person with whom the thing to be moved is booked is marked so."""
    if not any(act.name in _MOVING and act.confidence >= _SURE for act in acts):
        return mentions
    return tuple(
        replace(one, booked=True) if one.type == STAFF and _of_booking(message, one) else one
        for one in mentions
    )


def _of_booking(message: Message, mention: Mention) -> bool:
    first = mention.text.lower().split()[:1]
    places = [at for at, token in enumerate(message.tokens) if [token.key] == first]
    return any(_beside(message.keys, at) for at in places)


def _beside(keys: tuple[str, ...], at: int) -> bool:
    if at < _NEAR or keys[at - 1] not in BESIDE_PERSON:
        return False
    return keys[at - _NEAR] in BOOKED_WORDS or keys[at - _NEAR] in OF
