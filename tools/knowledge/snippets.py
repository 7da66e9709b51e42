"""The facts of a business that stand in no catalogue: read once a version, found by their words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile
from typing import LiteralString

import structlog
from rapidfuzz import fuzz

from engine.model.handler import ReadGate
from engine.model.tenant import Tenant
from engine.nlu.mentions.index import fold
from engine.nlu.tokens import read as tokens_of
from engine.nlu.words.common import ENGLISH, SWAHILI
from tools.catalog.kept import Kept
from tools.catalog.read import KEPT
from tools.knowledge.words import CATEGORIES

ACTIVE: LiteralString = """
SELECT category, text_en, text_sw, words FROM {t}.knowledge_snippets
WHERE is_active ORDER BY created_at, id
"""
MOST = 20
MOST_TOKENS = 1_500
"""What a business may tell (seeds/001, `knowledge_overflow`): beyond, answers may get worse."""
_CHARS_A_TOKEN = 4
_ALIKE = 86.0
_LONG = 5
_ROOT = 6
_BEGINNING = 4
_SHORTEST = 3
_ASKED, _ALSO_ASKED = 2, 1
_OF_ANYTHING = frozenset({"where", "wapi"})
"""Ask for a place, and of many another thing as well: where to wait, where to park."""
log = structlog.get_logger("knowledge")


@dataclass(frozen=True, slots=True)
class Snippet:
    """One fact.

    Attributes:
        asked: words that ask for it: its category's, its own.
        told: the telling words of its text.
    """

    category: str
    text_en: str
    text_sw: str
    asked: frozenset[str]
    told: frozenset[str]


@dataclass(frozen=True, slots=True)
class Hit:
    """A fact that fits; `asked`: by words that ask for it, not only by words it contains."""

    snippet: Snippet
    score: float
    asked: bool


_kept: Kept[tuple[Snippet, ...]] = Kept(KEPT)


async def read_snippets(read: ReadGate, tenant: Tenant) -> tuple[Snippet, ...]:
    """Give the active facts at the tenant's version; too many of them are told to the log."""
    kept = _kept.get(tenant)
    if kept is None:
        rows = await read.fetch_all(ACTIVE)
        kept = tuple(snippet(*row) for row in rows)
        _kept.put(tenant, kept)
        _measure(tenant, kept)
    return kept


def keep(tenant: Tenant, snippets: Sequence[Snippet]) -> None:
    """Let facts stand for the tenant's rows: in a rehearsal there are none."""
    _kept.put(tenant, tuple(snippets))


def snippet(category: str, text_en: str, text_sw: str, words: Sequence[str] = ()) -> Snippet:
    """Make a fact ready to be found."""
    asked = {category, *category.split("_"), *CATEGORIES.get(category, ()), *words}
    return Snippet(
        category,
        text_en,
        text_sw,
        frozenset(word for text in asked for word in telling(text)) | frozenset(asked),
        frozenset((*telling(text_en), *telling(text_sw))),
    )


def best(snippets: Iterable[Snippet], question: str) -> Hit | None:
    """The fact that answers a question, if one does; the earlier of two that do alike."""
    words = tuple(dict.fromkeys((*telling(question), *_plain(question))))
    hits = [hit for hit in (_hit(one, words) for one in snippets) if hit.score]
    return max(hits, key=lambda hit: (hit.asked, hit.score), default=None)


def of_category(snippets: Iterable[Snippet], category: str) -> Snippet | None:
    """The first fact of a category."""
    return next((one for one in snippets if one.category == category), None)


@lru_cache(maxsize=4096)
def telling(text: str) -> tuple[str, ...]:
    """The words of a text that tell what it is about, folded; small words are none."""
    return tuple(
        fold(word)
        for word in _plain(text)
        if len(word) >= _SHORTEST and word not in ENGLISH and word not in SWAHILI
    )


def _plain(text: str) -> tuple[str, ...]:
    return tuple(token.key for token in tokens_of(text).tokens if token.word)


def _hit(one: Snippet, words: Sequence[str]) -> Hit:
    asked = sum(
        _ALSO_ASKED if word in _OF_ANYTHING else _ASKED for word in words if _among(word, one.asked)
    )
    told = sum(_among(word, one.told) for word in words if word not in one.asked)
    return Hit(one, asked + told, asked=asked > 0)


def _among(word: str, known: frozenset[str]) -> bool:
    """Whether a word, or one spelled nearly like it, is among those known."""
    if word in known or fold(word) in known:
        return True
    if len(word) < _LONG or word in ENGLISH or word in SWAHILI:
        return False
    others = [other for other in known if len(other) >= _LONG]
    return any(
        (other[0] == word[0] and fuzz.ratio(word, other) >= _ALIKE) or _one_root(word, other)
        for other in others
    )


def _one_root(word: str, other: str) -> bool:
    """Whether two Swahili verbs differ by their beginnings alone: nikichelewa, nimechelewa."""
    pairs = zip(reversed(word), reversed(other), strict=False)
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    return shared >= _ROOT and shared >= len(min(word, other, key=len)) - _BEGINNING


def _measure(tenant: Tenant, snippets: Sequence[Snippet]) -> None:
    tokens = sum(len(one.text_en) + len(one.text_sw) for one in snippets) // _CHARS_A_TOKEN
    if len(snippets) > MOST or tokens > MOST_TOKENS:
        log.warning("knowledge_overflow", tenant=tenant.slug, snippets=len(snippets), tokens=tokens)
