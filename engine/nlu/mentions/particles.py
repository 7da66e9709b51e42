"""Words that name nothing: "I'll be back" and "my money back" are no back massage."""

from engine.nlu.acts.cues import Cues
from engine.nlu.said.lists import lists
from engine.nlu.said.table import rows
from engine.nlu.tokens import Message
from engine.nlu.words.calendar import OFFSETS, WEEKDAYS
from engine.nlu.words.classes import CLASSES

_SAID = lists("both/particles")
_PARTICLES = _SAID.words("particles")
_VERBS, _OBJECTS, _ENDS = _SAID.words("verbs"), _SAID.words("objects"), _SAID.words("ends")
_IDIOMS = Cues(rows("both/idioms"), CLASSES)


def particles(message: Message) -> frozenset[int]:
    """The tokens of such words; none where the next word may go on with a name."""
    beside_verbs = frozenset(
        at
        for at, key in enumerate(message.keys)
        if key in _PARTICLES and _of_a_verb(message, at) and _ends(message, at + 1)
    )
    return beside_verbs | _idiomatic(message)


def _idiomatic(message: Message) -> frozenset[int]:
    """The tokens of idioms: "on the other hand" wants nothing done to it."""
    found = _IDIOMS.matches(message)
    return frozenset(at for one in found for at in range(one.start, one.end))


def _of_a_verb(message: Message, at: int) -> bool:
    before = [*message.keys[max(at - 2, 0) : at]]
    if len(before) > 1 and before[-1] in _OBJECTS:
        before.pop()  # "call me back"
    return bool(before) and before[-1] in _VERBS


def _ends(message: Message, at: int) -> bool:
    key = message.keys[at]
    word = at < len(message) and message.tokens[at].word
    return not word or key in _ENDS or key in OFFSETS or key in WEEKDAYS
