"""Which language a message is in, by its words; on little evidence it stays what it was."""

import re
from dataclasses import replace
from functools import lru_cache

from engine.model.understanding import Hearing, Language
from engine.nlu.tokens import Message
from engine.nlu.verbs import stem
from engine.nlu.words.common import ANSWERING, ENGLISH, SHARED, SWAHILI

_ONE_WORD = 0.72
_EACH_MORE = 0.09
_MOST = 0.99
_MIXED_FROM = 0.2
"""Share of the rarer language from which a message is mixed."""

_CONJUGATED = re.compile(r"(?:mna|mme|mta|nina|nime|nita|tuna|tume|tuta|wana|wame|wata)\w{4,}a")
"""Who does it and when, before any root: `mnatoboa`; no English word is built so."""
_SLANG = ("bookie", "book", "cancel", "change", "chat", "talk")


def tell(message: Message, hearing: Hearing, names: frozenset[int] = frozenset()) -> Language:
    """The language of a message; `names` are tokens that belong to no language."""
    label = _told(message, hearing, names)
    only = all(
        t.key in ANSWERING for at, t in enumerate(message.tokens) if t.word and at not in names
    )
    return replace(label, locale=hearing.locale) if only else label


def _told(message: Message, hearing: Hearing, names: frozenset[int]) -> Language:
    """What the words alone tell."""
    marks = [_of(t.key) for at, t in enumerate(message.tokens) if t.word and at not in names]
    english, swahili = marks.count("en"), marks.count("sw")
    total = english + swahili
    if total == 0:
        return Language("sw" if hearing.locale == "sw" else "en", 0.0, hearing.locale)
    share = min(english, swahili) / total
    confidence = min(_MOST, _ONE_WORD + _EACH_MORE * (total - 1))
    main = "en" if english > swahili else "sw"
    if share >= _MIXED_FROM:
        sure = confidence >= hearing.thresholds.language and english != swahili
        return Language("mixed", confidence, main if sure else hearing.locale)
    confidence *= 1 - share
    sure = confidence >= hearing.thresholds.language
    return Language("en" if main == "en" else "sw", confidence, main if sure else hearing.locale)


@lru_cache(maxsize=8192)
def _of(word: str) -> str | None:
    """The language of a word; None for what both use, names and the unknown."""
    if word in SHARED:
        return None
    if word in SWAHILI or _swahili_verb(word):
        return "sw"
    if word in ENGLISH:
        return "en"
    return None


def _swahili_verb(word: str) -> bool:
    """Built like a Swahili verb; borrowed ones count only with something before them."""
    if word in ENGLISH or word.startswith(_SLANG):
        return False
    return stem(word) is not None or _CONJUGATED.fullmatch(word) is not None
