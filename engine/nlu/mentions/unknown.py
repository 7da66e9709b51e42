"""What was asked for and is not to be had here: a service, a person. Heard, and never guessed."""

from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from engine.model.understanding import Act, Hearing, Mention, Vocabulary
from engine.nlu.acts.strange import strange
from engine.nlu.mentions.collect import NAME, STAFF, Mentioned
from engine.nlu.mentions.index import fold, index
from engine.nlu.mentions.lexicon import lexicon
from engine.nlu.mentions.turned_down import refused
from engine.nlu.phrases import longest, table
from engine.nlu.tokens import Message
from engine.nlu.verbs import stem
from engine.nlu.words.people import ALSO_WORDS
from engine.nlu.words.strangers import (
    MAKES_THINGS,
    NO_PERSON_AFTER,
    OFTEN_THINGS,
    WITH_SOMEONE,
)
from engine.nlu.words.wanting import (
    BEFORE_WANTED,
    BEHIND_WANTED,
    BETWEEN_WANTED,
    LIKE_VERBS,
    NEVER_WANTED,
    WANTED_PLAINLY,
    WANTING,
)

SERVICE = "service"
DOUBTED = 0.50
"""Heard, but not to be had: above the floor, below every threshold."""
PLAIN = 0.88
"""Nothing else can be meant: told that it is not to be had, without a second opinion."""
CALLED = 0.90
"""A name behind "with" that is no one's here."""
_DECIDES = 0.85
_ALIKE = 67.0
"""Similarity in percent from which an unknown word may be one of ours after all."""
_BESIDE = frozenset({"book", "greeting"})
_ARTICLES = frozenset({"a", "an"})
_MARKS = frozenset({".", ",", "!", "?", ";"})
_FRAMES = table(WANTED_PLAINLY)
_NO_NAMES = frozenset(fold(word) for word in NEVER_WANTED | ALSO_WORDS)
_MOST = 3
_SHORT = 4
_REACH = 3
Stretch = tuple[int, int]


def unknown(
    message: Message,
    hearing: Hearing,
    vocabulary: Vocabulary,
    acts: tuple[Act, ...],
    known: tuple[Mentioned, frozenset[int]],
) -> tuple[Mention, ...]:
    """The service and the person that are not in the vocabulary, as values of mentions.

    Args:
        message: what was said.
        hearing: what the state expects.
        vocabulary: the names of the catalogue.
        acts: what else the message does.
        known: what was named, and the tokens of a time.
    """
    named, covered = known
    asked = {e.type.name: e.asked for e in hearing.expected}
    told = {m.type for m in named.mentions if not m.excluded or m.type == SERVICE}
    moved = bool(covered) and not hearing.standing.idle
    said = _Said(message, hearing, vocabulary, acts, asked, named.hidden | covered, moved)
    service = _service(said) if SERVICE in asked.keys() - told else None
    person = _person(said) if STAFF in asked.keys() - told and not asked.get(NAME) else None
    return tuple(mention for mention in (service, person) if mention)


@dataclass(frozen=True, slots=True)
class _Said:
    """A message, and what of it is known.

    Attributes:
        asked: what can be heard, and if it is asked for.
        moved: a time is told for what is under way: what else is strange is no other service.
    """

    message: Message
    hearing: Hearing
    vocabulary: Vocabulary
    acts: tuple[Act, ...]
    asked: dict[str, bool]
    taken: frozenset[int]
    moved: bool

    @property
    def sure(self) -> set[str]:
        """The acts that decide."""
        return {act.name for act in self.acts if act.confidence >= _DECIDES}

    def strange(self, at: int) -> bool:
        """Whether a word is in no table and part of nothing that was named."""
        token = self.message.tokens[at]
        ours = at in self.taken or token.key in lexicon(self.vocabulary).trade
        return token.word and not ours and strange(token.key)

    def capital(self, at: int) -> bool:
        """Whether a word begins with a capital, in a message that is not all capitals."""
        text = self.message.text
        return text[self.message.tokens[at].start].isupper() and not text.isupper()

    def stretch(self, at: int) -> Stretch | None:
        """A run of strange words, small words before it passed over; "in Rongai" is a place."""
        keys = self.message.keys
        while keys[at] in BETWEEN_WANTED:
            at += 1
        if keys[at - 1] == "in" and at < len(self.message) and self.capital(at):
            return None
        end = at
        while end < len(self.message) and self.strange(end) and keys[end] not in NEVER_WANTED:
            end += 1
        return (at, end) if end > at else None

    def mention(self, kind: str, found: Stretch, confidence: float) -> Mention:
        """What was asked for, in the customer's words."""
        text = self.message.words(*found)
        return Mention(kind, text.lower(), confidence, text=text)


def _service(said: _Said) -> Mention | None:
    """The words for a service that nobody has here."""
    plain = _plainly(said)
    if plain is not None:
        return said.mention(SERVICE, plain, PLAIN)
    asked = said.asked[SERVICE]
    if not asked and (said.moved or not any(act.name == "book" for act in said.acts)):
        return None
    found = _after_verb(said)
    if found is None and asked and not said.acts and len(said.message) <= _SHORT:
        found = said.stretch(0)
    return said.mention(SERVICE, found, DOUBTED) if found else None


def _plainly(said: _Said) -> Stretch | None:
    """The words after "I want a", "book a", "nataka" that can only name a service.

    While something else is under way only "book a" begins a new wish; "I need a receipt" does not.
    """
    idle, sure = said.hearing.standing.idle, said.sure
    if sure - _BESIDE or not (said.asked[SERVICE] or idle or "book" in sure):
        return None
    message = said.message
    for at in range(len(message)):
        frame = longest(message, at, _FRAMES)
        found = said.stretch(at + len(frame)) if frame else None
        if found and _alone(said, found) and not refused(message, at):
            return None if _resembles(said, found) else found
    return None


def _alone(said: _Said, found: Stretch) -> bool:
    """Whether the words end where they may, and are no name and no Swahili verb."""
    start, end = found
    keys = said.message.keys
    closed = keys[end] in {"", *_MARKS, *BEHIND_WANTED} or end in said.taken
    if not closed or end - start > _MOST:
        return False
    verb = any(key.startswith(LIKE_VERBS) for key in keys[start:end])
    return keys[start - 1] in _ARTICLES or not (said.capital(start) or verb)


def _resembles(said: _Said, found: Stretch) -> bool:
    """Whether the words may after all be a misspelt service of ours."""
    kind = index(said.vocabulary).get(SERVICE)
    words = [fold(key) for key in said.message.keys[slice(*found)]]
    names = [*kind.spelled, *kind.parts] if kind else []
    return any(
        process.extractOne(word, names, scorer=fuzz.ratio, score_cutoff=_ALIKE)
        for word in (*words, "".join(words))
    )


def _after_verb(said: _Said) -> Stretch | None:
    """The strange words after "book a", "I need", "nataka"."""
    keys = said.message.keys[: len(said.message)]
    wanting = (at for at, key in enumerate(keys) if key in BEFORE_WANTED or stem(key) in WANTING)
    return next(filter(None, (said.stretch(at + 1) for at in wanting)), None)


def _person(said: _Said) -> Mention | None:
    """The name behind "with" that is no one's here; on a fresh thread only of a booking."""
    if said.hearing.standing.idle and "book" not in said.sure:
        return None
    found = next((at for at in _behind_with(said) if _a_name(said, at)), None)
    return said.mention(STAFF, (found, found + 1), CALLED) if found else None


def _behind_with(said: _Said) -> Iterator[int]:
    keys = said.message.keys
    for at in range(1, len(said.message)):
        if NO_PERSON_AFTER & {*keys[max(at - 1 - _REACH, 0) : at - 1]}:
            continue
        alone = said.asked[STAFF] and at == 1
        often = keys[at - 1] in OFTEN_THINGS and (alone or said.capital(at))
        if often or keys[at - 1] in WITH_SOMEONE:
            yield at


def _a_name(said: _Said, at: int) -> bool:
    """Whether a word can only be a name: of no thing, of no service, with nothing behind it."""
    key = said.message.keys[at]
    things = _NO_NAMES | lexicon(said.vocabulary).things
    thing = fold(key) in things or key.endswith(MAKES_THINGS)
    if thing or at in said.message.serving or not said.strange(at) or refused(said.message, at):
        return False
    if any(key in kind.parts for kind in index(said.vocabulary).values()):
        return False
    behind = at + 1
    if behind >= len(said.message) or not said.message.tokens[behind].word:
        return True
    return said.capital(behind) or behind in said.taken or not strange(said.message.keys[behind])
