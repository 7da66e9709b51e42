"""In which order a text says what it is bound by: numbers, times, names, directions, every no."""

import re
import unicodedata
from collections.abc import Iterator, Sequence, Set
from itertools import chain
from typing import TypeAlias

from engine.nlu.tokens import key
from engine.nlu.words.binding import NEGATIONS, TIMES
from engine.nlu.words.courteous import ALWAYS_DIRECTED, APOLOGIES, DIRECTED, DOING, UNITS

NO = "no"
Number: TypeAlias = tuple[str, frozenset[str]]
"""As it is written, and what it counts."""
_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:'[^\W\d_]+)*|[^\w\s-]")
_SENTENCE = re.compile(r"(?<=[.!?\u2026;])\s+|\n+")
_NO_FORM = re.compile(r"(?:si|ha)\w{2,}i|(?:si|ha(?:tu|m|wa|i|u|zi))(?:ku|ja|ta)\w{2,}")
"""A Swahili verb that says no: `siioni`, `hatujapata`."""
_NO_VERB = frozenset({"habari", "hadi", "hali", "haki", "halisi", "sisi"})
_FEW = 2
"""So many things of a sentence may change places: "Anna does the facial"."""


def normal(text: str) -> str:
    """The text in one form: no look-alikes of letters, digits and apostrophes."""
    return unicodedata.normalize("NFKC", text).replace("\u2019", "'")


def sentences(text: str) -> list[list[str]]:
    """The words, numbers and marks of each sentence, words as rules know them."""
    parts = _SENTENCE.split(normal(text))
    found = [[key(one) if one[0].isalpha() else one for one in _TOKEN.findall(p)] for p in parts]
    return [one for one in found if one]


def numbers(text: str) -> list[Number]:
    """The numbers in their order, each with the units beside it: of money, of time."""
    return [one for words in sentences(text) for one in _numbers(words)]


def refuses(word: str) -> bool:
    """Whether a word says no."""
    return word in NEGATIONS - APOLOGIES or bool(_NO_FORM.fullmatch(word) and word not in _NO_VERB)


def same_order(said: str, plain: str, names: Set[str]) -> bool:
    """Whether what binds stands in the same order, or in the same sentence where that is short.

    Args:
        said: the text in question.
        plain: what it stands for.
        names: words of either that name somebody or something.
    """
    theirs, ours = _bound(said, names), _bound(plain, names)
    if list(filter(_turns, chain(*theirs))) != list(filter(_turns, chain(*ours))):
        return False
    told = {*chain(*ours)}
    theirs = [[one for one in part if one in told] for part in theirs]
    return list(chain(*theirs)) == list(chain(*ours)) or all(
        any(_fits(part, whole) for whole in ours) for part in theirs if part
    )


def _bound(text: str, names: Set[str]) -> list[list[str]]:
    return [list(_binding(words, names)) for words in sentences(text)]


def _binding(words: Sequence[str], names: Set[str]) -> Iterator[str]:
    for at, word in enumerate(words):
        following = words[at + 1] if at + 1 < len(words) else ""
        if refuses(word):
            yield NO
        elif word in DIRECTED:
            if _is_thing(following, frozenset() if word in DOING else names):
                yield word
        elif word in ALWAYS_DIRECTED or (_is_thing(word, names) and word not in UNITS):
            yield word


def _is_thing(word: str, names: Set[str]) -> bool:
    return word[:1].isdigit() or word in TIMES or word in names


def _turns(word: str) -> bool:
    return word == NO or word in ALWAYS_DIRECTED or word in DIRECTED


def _fits(part: Sequence[str], whole: Sequence[str]) -> bool:
    """Whether a sentence says things of one of ours, in its order or so few that none matters."""
    if part.count(NO) != whole.count(NO):
        return False
    left = iter(whole)
    return all(one in left for one in part) or (len(part) <= _FEW and set(part) <= set(whole))


def _numbers(words: Sequence[str]) -> Iterator[Number]:
    for at, word in enumerate(words):
        if word[0].isdigit():
            beside = (*words[max(at - 1, 0) : at], *words[at + 1 : at + 2])
            yield word, frozenset(one.removesuffix("s") for one in beside if _unit(one))


def _unit(word: str) -> bool:
    return word in UNITS or word == "%" or unicodedata.category(word[0]) == "Sc"
