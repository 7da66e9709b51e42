"""A number alone behind talk of how many come: "3", "actually 3", `watatu`."""

from dataclasses import dataclass

from engine.model.understanding import Hearing, Mention
from engine.nlu.acts.cues import FILLERS
from engine.nlu.mentions.party import TYPE
from engine.nlu.mentions.uncounted import UNCOUNTED
from engine.nlu.tokens import Message
from engine.nlu.when.numbers import cardinal
from engine.nlu.words.party import LIVING, RECOUNTING

_SURE = 0.95
_MOST = 50
_LONGEST = 6
"""Words of a message that holds a number and nothing else."""


@dataclass(frozen=True, slots=True)
class Recounted:
    """A number alone where people were counted.

    Attributes:
        tokens: of the number: whatever it says, it is not heard as an hour.
        mentions: how many come, where nothing else can be meant.
    """

    tokens: frozenset[int] = frozenset()
    mentions: tuple[Mention, ...] = ()


def recounted(message: Message, hearing: Hearing) -> Recounted:
    """What a number alone says at a summary; one that may be people or an hour says nothing.

    Behind "write how many you are" it is the answer; behind "we are 2", "make it 3" is asked.
    """
    if len(message) > _LONGEST or not (hearing.standing.sums_up or hearing.kind == "confirm"):
        return Recounted()
    places = [at for at in range(len(message)) if cardinal(message, at)]
    found = cardinal(message, places[0]) if places else None
    if found is None or not 0 < found[0] <= _MOST or "book" not in hearing.standing.tasks:
        return Recounted()
    number, end = found
    others = {*message.keys[: places[0]], *message.keys[end : len(message)]} - FILLERS
    words = {key for key in others if key.isalnum()}
    alone, living = not words, message.keys[places[0]] in LIVING
    told = hearing.told & {TYPE, UNCOUNTED}
    if not words <= RECOUNTING or not (told or living):
        return Recounted()
    sure = living or (alone and TYPE not in told)
    mention = Mention(TYPE, number, _SURE, text=message.words(places[0], end))
    return Recounted(frozenset(range(places[0], end)), (mention,) if sure else ())
