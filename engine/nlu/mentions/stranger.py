"""A person who does not work here: "with Peter". Heard, so that nobody else is booked for them."""

from engine.model.understanding import Act, Hearing, Mention, Vocabulary
from engine.nlu.acts.strange import strange
from engine.nlu.mentions.collect import NAME, STAFF, Mentioned
from engine.nlu.mentions.index import fold, index
from engine.nlu.mentions.people import refused
from engine.nlu.tokens import Message
from engine.nlu.words.people import ALSO_WORDS
from engine.nlu.words.strangers import (
    MAKES_THINGS,
    NO_PERSON_AFTER,
    OFTEN_THINGS,
    THINGS,
    WITH_SOMEONE,
)
from engine.nlu.words.wanting import NEVER_WANTED

CALLED = 0.90
_DECIDES = 0.85
_REACH = 3


def stranger(
    message: Message,
    hearing: Hearing,
    vocabulary: Vocabulary,
    acts: tuple[Act, ...],
    known: tuple[Mentioned, frozenset[int]],
) -> tuple[Mention, ...]:
    """The name behind "with" that is no one's here.

    Args:
        message: what was said.
        hearing: what the state expects.
        vocabulary: the names of the catalogue.
        acts: on a fresh thread only a booking is with someone.
        known: what was named, and the tokens of a time.
    """
    named, covered = known
    listens = {e.type.name: e.asked for e in hearing.expected}
    told = any(m.type == STAFF and not m.excluded for m in named.mentions)
    books = any(act.name == "book" and act.confidence >= _DECIDES for act in acts)
    if STAFF not in listens or listens.get(NAME) or told or (hearing.standing.idle and not books):
        return ()
    taken = named.hidden | covered
    for at in range(1, len(message)):
        if _behind_with(message, at, asked=listens[STAFF]) and _called(
            message, at, taken, vocabulary
        ):
            text = message.words(at, at + 1)
            return (Mention(STAFF, text.lower(), CALLED, text=text),)
    return ()


def _behind_with(message: Message, at: int, *, asked: bool) -> bool:
    before = message.keys[at - 1]
    if NO_PERSON_AFTER & set(message.keys[max(at - 1 - _REACH, 0) : at - 1]):
        return False
    capital = message.text[message.tokens[at].start].isupper() and not message.text.isupper()
    return before in WITH_SOMEONE or (before in OFTEN_THINGS and (capital or (asked and at == 1)))


def _called(message: Message, at: int, taken: frozenset[int], vocabulary: Vocabulary) -> bool:
    """Whether a word can only be a name: in no table, of no service, with nothing behind it."""
    token = message.tokens[at]
    if not token.word or at in taken or refused(message, at) or not strange(token.key):
        return False
    if fold(token.key) in _THINGS or token.key.endswith(MAKES_THINGS):
        return False
    if any(token.key in kind.parts for kind in index(vocabulary).values()):
        return False
    behind = message.tokens[at + 1] if at + 1 < len(message) else None
    surname = behind is not None and message.text[behind.start].isupper()
    return (
        behind is None or not behind.word or surname or at + 1 in taken or not strange(behind.key)
    )


_THINGS = frozenset(fold(word) for word in THINGS | NEVER_WANTED | ALSO_WORDS)
