"""Something was asked for that the catalogue does not have: say so, guess nothing."""

from rapidfuzz import fuzz, process

from engine.model.understanding import Act, Hearing, Mention, Vocabulary
from engine.nlu.mentions.collect import Mentioned
from engine.nlu.mentions.index import fold, index
from engine.nlu.mentions.people import refused
from engine.nlu.phrases import longest, table
from engine.nlu.tokens import Message
from engine.nlu.verbs import stem
from engine.nlu.words.common import ENGLISH, SHARED, SWAHILI
from engine.nlu.words.wanting import (
    BEFORE_WANTED,
    BEHIND_WANTED,
    BETWEEN_WANTED,
    LIKE_VERBS,
    NEVER_WANTED,
    WANTED_PLAINLY,
)

SERVICE = "service"
UNKNOWN = 0.50
"""Heard, but not to be had: above the floor, below every threshold."""
PLAIN = 0.88
"""Nothing else can be meant: told that it is not to be had, without a second opinion."""
_DECIDES = 0.85
_ALIKE = 67.0
"""Similarity in percent from which an unknown word may be one of ours after all."""
_BESIDE = frozenset({"book", "greeting"})
_ARTICLES = frozenset({"a", "an"})
_MARKS = frozenset({".", ",", "!", "?", ";"})
_FRAMES = table(WANTED_PLAINLY)
_MOST = 3
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
    listens = {e.type.name: e.asked for e in hearing.expected}
    taken = named.hidden | covered
    plain = _plainly(message, hearing, vocabulary, acts, taken) if SERVICE in listens else None
    if plain is not None:
        return (_mention(message, plain, PLAIN),)
    asked = listens.get(SERVICE, False)
    wanted = SERVICE in listens and any(act.name == "book" for act in acts)
    if not asked and not wanted:
        return ()
    found = _after_verb(message, taken)
    if found is None and asked and not acts and len(message) <= _SHORT:
        found = _stretch(message, 0, taken)
    return (_mention(message, found, UNKNOWN),) if found else ()


def _mention(message: Message, found: tuple[int, int], confidence: float) -> Mention:
    text = message.words(*found)
    return Mention(SERVICE, text.lower(), confidence, text=text)


def _plainly(
    message: Message,
    hearing: Hearing,
    vocabulary: Vocabulary,
    acts: tuple[Act, ...],
    taken: frozenset[int],
) -> tuple[int, int] | None:
    """The words after "I want a", "book a", "nataka" that can only name a service.

    While something else is under way only "book a" begins a new wish; "I need a receipt" does not.
    """
    told = {act.name for act in acts if act.confidence >= _DECIDES}
    asked = any(e.type.name == SERVICE and e.asked for e in hearing.expected)
    if told - _BESIDE or not (asked or hearing.standing.idle or "book" in told):
        return None
    for at in range(len(message)):
        frame = longest(message, at, _FRAMES)
        found = _stretch(message, at + len(frame), taken) if frame else None
        if found and _alone(message, found, taken) and not refused(message, at):
            return None if _resembles(message, found, vocabulary) else found
    return None


def _alone(message: Message, found: tuple[int, int], taken: frozenset[int]) -> bool:
    """Whether the words end where they may, and are no name and no Swahili verb."""
    start, end = found
    keys = message.keys[start:end]
    closed = message.keys[end] in {"", *_MARKS, *BEHIND_WANTED} or end in taken
    if not closed or len(keys) > _MOST:
        return False
    article = message.keys[start - 1] in _ARTICLES
    capital = message.text[message.tokens[start].start].isupper() and not message.text.isupper()
    return article or not (capital or any(key.startswith(LIKE_VERBS) for key in keys))


def _resembles(message: Message, found: tuple[int, int], vocabulary: Vocabulary) -> bool:
    """Whether the words may after all be a misspelt service of ours."""
    kind = index(vocabulary).get(SERVICE)
    words = [fold(key) for key in message.keys[found[0] : found[1]]]
    names = [*kind.spelled, *kind.parts] if kind else []
    return any(
        process.extractOne(word, names, scorer=fuzz.ratio, score_cutoff=_ALIKE)
        for word in (*words, "".join(words))
    )


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
