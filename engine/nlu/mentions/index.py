"""A vocabulary made ready for matching, once for each catalogue version."""

import re
from collections import OrderedDict
from dataclasses import dataclass, field
from functools import lru_cache

from rapidfuzz import fuzz, process

from engine.model.understanding import ROLE, Heard, Term, Vocabulary
from engine.nlu.acts.strange import strange
from engine.nlu.tokens import read
from engine.nlu.verbs import root
from engine.nlu.words.common import ENGLISH, SWAHILI
from engine.nlu.words.lists import word_set
from engine.nlu.words.people import OF_A_FIRM, SMALL, TITLES

NEAR = 80.0
"""Similarity in percent from which a misspelt name is taken for one of ours."""
NEAR_SHORT = 85.0
CLOSE = 90.0
_RIVAL = 6.0
"""A second name so little less alike is meant just as well."""
_SHORTEST = 4
_SHORT_NAME = 3
"""Letters of names such as Tom and Ali."""
_KEPT = 64

_TO_DO = "ku"
_EMPTY_WORDS = word_set(
    """
    session service services treatment set full and the of with for ya wa na za cha la for
    """
)
"""Words in many names: alone they name nothing."""

Key = tuple[str, ...]
STAFF = "staff"
_TRADE = ("service", ROLE)


@lru_cache(maxsize=8192)
def fold(word: str) -> str:
    """A word without its plural s: acrylics, brows."""
    return (
        word[:-1]
        if len(word) >= _SHORTEST and word.endswith("s") and not word.endswith("ss")
        else word
    )


@lru_cache(maxsize=8192)
def keys_of(text: str) -> Key:
    """The folded words of a name."""
    return tuple(fold(t.key) for t in read(text).tokens if t.word or t.number is not None)


_FORM = re.compile(r"(\w{3,}?)(?:ations?|ions?|ing|ed|es|er|e|)")
_TWICE = re.compile(r"([b-df-hj-np-tv-z])\1$")


@lru_cache(maxsize=8192)
def form_of(word: str) -> str:
    """What the forms of an English verb have in common: cleaning, cleaned, clean."""
    found = _FORM.fullmatch(word)
    return _TWICE.sub(r"\1", found[1]) if found else word


@dataclass(slots=True)
class Kind:
    """The names of one type: `service`, `staff`.

    Attributes:
        names: values by the folded words of a name or synonym, and by those words run together.
        parts: values by one telling word of their names.
        longest: words in the longest name; `firsts` the words with which one begins.
        wholes: the names of each value.
        ordinary: words of the trade, which name no one of those who serve.
        verbs: Swahili infinitives of names, by what they are built on.
        words: every longer word of a name; `forms`: by what their English forms have in common.
    """

    names: dict[Key, list[str]] = field(default_factory=dict)
    parts: dict[str, set[str]] = field(default_factory=dict)
    longest: int = 1
    firsts: set[str] = field(default_factory=set)
    spelled: dict[str, list[str]] = field(default_factory=dict)
    wholes: dict[str, list[Key]] = field(default_factory=dict)
    ordinary: frozenset[str] = frozenset()
    verbs: dict[str, str] = field(default_factory=dict)
    words: set[str] = field(default_factory=set)
    forms: dict[str, str] = field(default_factory=dict)

    def add(self, term: Term) -> None:
        """File one term under each of its names."""
        for text in term.words:
            key = keys_of(text)
            if not key:
                continue
            for name in {key, ("".join(key),)}:
                _into(self.names.setdefault(name, []), term.value)
                self.firsts.add(name[0])
            _into(self.spelled.setdefault("".join(key), []), term.value)
            self.wholes.setdefault(term.value, []).append(key)
            self.longest = max(self.longest, len(key))
            built = ((root(word), word) for word in key if word.startswith(_TO_DO))
            self.verbs |= {on: word for on, word in built if on}
            told = {word for word in key if len(word) >= _SHORTEST and word not in _EMPTY_WORDS}
            self.words |= told
            self.forms |= {form_of(word): word for word in told}
            self._split(key, term.value)

    def _split(self, key: Key, value: str) -> None:
        for word in key if len(key) > 1 else ():
            if len(word) >= _SHORTEST and word not in _EMPTY_WORDS:
                self.parts.setdefault(word, set()).add(value)

    def sift(self, ordinary: frozenset[str]) -> None:
        """Let words that are ordinary here point at nobody by themselves; short names do."""
        self.ordinary = ordinary
        for value, names in self.wholes.items():
            for word in {word for key in names if len(key) > 1 for word in key}:
                if len(word) == _SHORT_NAME and strange(word) and word not in TITLES | SMALL:
                    self.parts.setdefault(word, set()).add(value)
        for word in ordinary & self.parts.keys():
            del self.parts[word]

    def near(self, word: str) -> tuple[tuple[str, ...], float]:
        """Values whose names are spelled nearly like `word`, with the best likeness in percent."""
        if len(word) < _SHORTEST - 1 or word in ENGLISH or word in SWAHILI:
            return (), 0.0
        least = NEAR if len(word) >= _SHORTEST else NEAR_SHORT
        hits = process.extract(word, self.spelled.keys(), scorer=fuzz.ratio, score_cutoff=least)
        if not hits:
            return (), 0.0
        best = hits[0][1]
        alike = [spelled for spelled, score, _ in hits if score > best - _RIVAL]
        return tuple(dict.fromkeys(v for s in alike for v in self.spelled[s])), best


def _into(values: list[str], value: str) -> None:
    if value not in values:
        values.append(value)


_ready: OrderedDict[int, tuple[Vocabulary, dict[str, Kind]]] = OrderedDict()


def index(vocabulary: Vocabulary) -> dict[str, Kind]:
    """The index of a vocabulary by type; the same tuple is indexed once."""
    known = _ready.get(id(vocabulary))
    if known is not None and known[0] is vocabulary:
        _ready.move_to_end(id(vocabulary))
        return known[1]
    kinds: dict[str, Kind] = {}
    for term in vocabulary:
        if isinstance(term.type, Heard):
            continue
        kinds.setdefault(term.type, Kind()).add(term)
    if STAFF in kinds:
        kinds[STAFF].sift(_of_the_trade(kinds, vocabulary))
    _ready[id(vocabulary)] = (vocabulary, kinds)
    while len(_ready) > _KEPT:
        _ready.popitem(last=False)
    return kinds


def _of_the_trade(kinds: dict[str, Kind], vocabulary: Vocabulary) -> frozenset[str]:
    """Words for what is done here, for those who do it and for what they do it with."""
    names = (name for kind in _TRADE if kind in kinds for name in kinds[kind].names)
    things = (
        keys_of(word) for term in vocabulary if term.type == Heard.THING for word in term.words
    )
    return OF_A_FIRM | {word for key in (*names, *things) for word in key}
