"""A Swahili verb found under what is built onto it: `unibookie`, `ningependa`, `kubadilisha`."""

import re
from collections.abc import Sequence
from functools import lru_cache

from engine.nlu.words.verbs import ENDINGS, OBJECTS, ROOTS, STEMS, SUBJECTS, TENSES

_WHOLE = 6
"""A shorter root is no word by itself."""
_PREFIXES = frozenset(s + t + o for s in SUBJECTS for t in TENSES for o in OBJECTS)
_FORMS = {form: stem for stem, forms in STEMS.items() for form in forms} | {
    root + ending: stem
    for stem, roots in ROOTS.items()
    for root in roots.split()
    for ending in ENDINGS
    if ending or len(root) >= _WHOLE
}
_ENDINGS = ("ni", "nga")
"""Said to several (`futeni`), or of what is usual in Nairobi (`mnafunguanga`)."""
_NEGATIVE = ("si", "hatu", "ham", "hawa", "ha", "usi", "msi", "nisi", "tusi")
_FOR_ME = ("uni", "mni", "utu", "mtu")
"""Verbs of what the other does for us: behind `si` they ask, as "won't you" does."""
_YOU = ("you", "u")
"""The same in mixed talk: `si you book me`."""
_NOUNS = frozenset({"haja"})
"""Built like refusing verbs, and none: `nina haja ya` is a need."""


_BENT = re.compile(
    r"(?:ni|nina|nata|nika|niku|naku|uni|mni|tu|tuni|wani|ku|u|a|wa|i|li|ya|zi|ki|vi)"
    r"(\w{3,}?)(?:l[ei]w|[ei]w|w|l[ei])?(?:a|e|eni|eeni)"
)
"""Any verb: who does it to whom, its root, whether it is done to somebody, and its end."""


@lru_cache(maxsize=8192)
def root(word: str) -> str | None:
    """What a verb that stands in no table is built on: `kunyoa`, `ninyolewe`, `uninyoe` are one."""
    found = _BENT.fullmatch(word)
    return found[1] if found else None


@lru_cache(maxsize=8192)
def stem(word: str) -> str | None:
    """The stem of the table that `word` is built on; None if it is built on none."""
    for bare in (word, *(word.removesuffix(end) for end in _ENDINGS if word.endswith(end))):
        found = _built(bare)
        if found is not None:
            return found[1]
    return None


@lru_cache(maxsize=8192)
def negative(word: str) -> bool:
    """Whether a verb of the table refuses: sitaki, siwezi, hatutaki, usiweke."""
    if word in _FORMS or word in _NOUNS:
        return False
    for bare in (word, *(word.removesuffix(end) for end in _ENDINGS if word.endswith(end))):
        found = _built(bare)
        if found is not None:
            return found[0].startswith(_NEGATIVE)
    return False


def invites(keys: Sequence[str], at: int) -> bool:
    """Whether the word at `at` asks for something and refuses nothing: `si unibookie`."""
    if keys[at] != "si" or at + 1 >= len(keys):
        return False
    return keys[at + 1].startswith(_FOR_ME) or keys[at + 1] in _YOU


def _built(word: str) -> tuple[str, str] | None:
    """What stands before the longest form of the table that ends a word, and that form's stem."""
    for at in range(len(word)):
        form = _FORMS.get(word[at:])
        if form is not None and word[:at] in _PREFIXES:
            return word[:at], form
    return None
