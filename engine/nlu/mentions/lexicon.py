"""Words and phrases that come as data: Sheng, slang, a business's own ways of saying things."""

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from engine.model.understanding import ROLE, Heard, Vocabulary
from engine.nlu.acts.cues import Cues
from engine.nlu.mentions.index import Kind, fold, index
from engine.nlu.phrases import Table, table
from engine.nlu.tokens import Message, key, read
from engine.nlu.words.classes import CLASSES
from engine.nlu.words.trades import FOREIGN

_KEPT = 64
_SURE = 0.95
BOOK = "book"
GAP = ".."
"""In a phrase: up to three words of any kind."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What the words of one vocabulary add to those that this room knows.

    Attributes:
        words: a word that customers write, by it the known one that it means.
        cues: phrases that are cues of an act.
        anyone: phrases that leave it to us who serves.
        things: what is named behind "with" and is nobody.
        trade: words for whom customers look who want to book: no service that is missing here.
        roles: what the people who serve are called; `leading`: the first words of it.
        foreign: words of other trades, in the form of names.
    """

    words: Mapping[str, str] = field(default_factory=dict)
    cues: Cues | None = None
    anyone: Table = field(default_factory=dict)
    things: frozenset[str] = frozenset()
    trade: frozenset[str] = frozenset()
    roles: Kind | None = None
    leading: frozenset[str] = frozenset()
    foreign: frozenset[str] = frozenset()

    def read(self, text: str) -> Message:
        """A message, with the words that mean others as those others."""
        message = read(text)
        if self.words and any(one in self.words for one in message.keys):
            message = message.meaning(self.words)
        there = frozenset(
            at for at, one in enumerate(message.keys) if one and fold(one) in self.foreign
        )
        served = self._served(message) if self.roles else frozenset[int]()
        return replace(message, serving=served, foreign=there) if served or there else message

    def _served(self, message: Message) -> frozenset[int]:
        """The tokens of words for those who serve."""
        names, longest = (self.roles.names, self.roles.longest) if self.roles else ({}, 0)
        keys = tuple(fold(one) for one in message.keys[: len(message)])
        return frozenset(
            place
            for at in range(len(keys))
            if keys[at] in self.leading
            for end in range(at + 1, min(at + longest, len(keys)) + 1)
            if keys[at:end] in names
            for place in range(at, end)
        )


_ready: OrderedDict[int, tuple[Vocabulary, Lexicon]] = OrderedDict()


def lexicon(vocabulary: Vocabulary) -> Lexicon:
    """The lexicon of a vocabulary; that of the same tuple is made once."""
    known = _ready.get(id(vocabulary))
    if known is None or known[0] is not vocabulary:
        known = _ready[id(vocabulary)] = (vocabulary, _made(vocabulary))
        while len(_ready) > _KEPT:
            _ready.popitem(last=False)
    _ready.move_to_end(id(vocabulary))
    return known[1]


def _made(vocabulary: Vocabulary) -> Lexicon:
    kinds = index(vocabulary)
    roles = kinds.get(ROLE)
    named = {word for kind in kinds.values() for name in kind.names for word in name}
    meant = [
        (key(word), key(term.value))
        for term in vocabulary
        if term.type == Heard.WORD
        for word in term.words
    ]
    acts = [(t.value, _SURE, _patterns(t.words)) for t in vocabulary if t.type == Heard.ACT]
    trade = tuple(_of(vocabulary, Heard.TRADE))
    acts += [(BOOK, _SURE, _sought(trade))] if trade else []
    return Lexicon(
        {word: known for word, known in meant if fold(word) not in named},
        Cues(acts, CLASSES) if acts else None,
        table(_words(phrase) for phrase in _of(vocabulary, Heard.ANYONE)),
        frozenset(fold(key(word)) for word in _of(vocabulary, Heard.THING)),
        frozenset(word for one in trade for word in _words(one)),
        roles,
        frozenset(name[0] for name in roles.names) if roles else frozenset(),
        frozenset(fold(word) for word in FOREIGN) - named,
    )


def _sought(trade: Iterable[str]) -> str:
    """Wishes for each of them: "I am after a skin doctor", "a check from a skin doctor"."""
    return _patterns(
        pattern
        for one in trade
        for pattern in (f"@seek {GAP} {one}", f"@seek {GAP} from|with|by a|an|the|my? {one}")
    )


def _patterns(phrases: Iterable[str]) -> str:
    """Plain phrases as patterns of cues, one a line."""
    return "\n".join(
        " ".join(word if word == GAP else key(word) for word in phrase.split())
        for phrase in phrases
    )


def _words(phrase: str) -> tuple[str, ...]:
    return tuple(key(word) for word in phrase.split())


def _of(vocabulary: Vocabulary, kind: Heard) -> Iterable[str]:
    return (word for term in vocabulary if term.type == kind for word in term.words)
