"""Something was asked for that the catalogue does not have: say so, guess nothing."""

from engine.model.understanding import Act, Hearing, Mention, Vocabulary
from engine.nlu.mentions.collect import Mentioned
from engine.nlu.tokens import Message
from engine.nlu.verbs import stem
from engine.nlu.words.common import ENGLISH, SHARED, SWAHILI
from engine.nlu.words.wanting import BEFORE_WANTED, BETWEEN_WANTED, NEVER_WANTED

SERVICE = "service"
UNKNOWN = 0.50
"""Heard, but not to be had: above the floor, below every threshold."""
_SHORT = 4
_SHORTEST = 3


def unknown(
    message: Message,
    hearing: Hearing,
    vocabulary: Vocabulary,
    acts: tuple[Act, ...],
    known: tuple[Mentioned, frozenset[int]],
) -> tuple[Mention, ...]:
    """The words for a service that is not in the vocabulary, as the value of a mention.

    Args:
        message: what was said.
        hearing: what the state expects.
        vocabulary: the names of the catalogue.
        acts: what else the message does.
        known: what was named, and the tokens of a time.
    """
    named, covered = known
    if any(m.type == SERVICE for m in named.mentions):
        return ()
    asked = any(e.type.name == SERVICE and e.asked for e in hearing.expected)
    heard = any(e.type.name == SERVICE for e in hearing.expected)
    wanted = heard and any(act.name == "book" for act in acts)
    if not asked and not wanted:
        return ()
    taken = named.hidden | covered
    found = _after_verb(message, taken)
    if found is None and asked and not acts and len(message) <= _SHORT:
        found = _stretch(message, 0, taken)
    if found is None:
        return ()
    text = message.words(*found)
    return (Mention(SERVICE, text.lower(), UNKNOWN, text=text),)


def _after_verb(message: Message, taken: frozenset[int]) -> tuple[int, int] | None:
    """The unknown words after "book a", "I need", "nataka"."""
    for at, token in enumerate(message.tokens):
        if token.key in BEFORE_WANTED or stem(token.key) in {
            "taka",
            "omba",
            "book",
            "panga",
            "weka",
        }:
            found = _stretch(message, at + 1, taken)
            if found:
                return found
    return None


def _stretch(message: Message, at: int, taken: frozenset[int]) -> tuple[int, int] | None:
    """A run of words that no table knows, small words before it passed over."""
    while message.keys[at] in BETWEEN_WANTED:
        at += 1
    end = at
    while end < len(message) and _strange(message, end, taken):
        end += 1
    return (at, end) if end > at else None


def _strange(message: Message, at: int, taken: frozenset[int]) -> bool:
    token = message.tokens[at]
    known = token.key in ENGLISH or token.key in SWAHILI or token.key in SHARED
    plain = token.word and len(token.key) >= _SHORTEST and not known and stem(token.key) is None
    return plain and at not in taken and token.key not in NEVER_WANTED
