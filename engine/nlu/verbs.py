"""A Swahili verb found under what is built onto it: `unibookie`, `ningependa`, `kubadilisha`."""

from functools import lru_cache

from engine.nlu.words.verbs import OBJECTS, STEMS, SUBJECTS, TENSES

_PREFIXES = frozenset(s + t + o for s in SUBJECTS for t in TENSES for o in OBJECTS)
_FORMS = tuple(
    sorted(
        ((form, stem) for stem, forms in STEMS.items() for form in forms), key=lambda f: -len(f[0])
    )
)
_ENDINGS = ("ni", "nga")
"""Said to several (`futeni`), or of what is usual in Nairobi (`mnafunguanga`)."""
_NEGATIVE = ("si", "hatu", "ham", "hawa", "ha")


@lru_cache(maxsize=8192)
def stem(word: str) -> str | None:
    """The stem of the table that `word` is built on; None if it is built on none."""
    for bare in (word, *(word.removesuffix(end) for end in _ENDINGS if word.endswith(end))):
        for form, found in _FORMS:
            if bare.endswith(form) and bare[: len(bare) - len(form)] in _PREFIXES:
                return found
    return None


@lru_cache(maxsize=8192)
def negative(word: str) -> bool:
    """Whether a verb of the table refuses: sitaki, siwezi, hatutaki."""
    return any(
        word.endswith(form)
        and word[: len(word) - len(form)].startswith(_NEGATIVE)
        and word[: len(word) - len(form)] in _PREFIXES
        for form, _ in _FORMS
    ) and not any(word == form for form, _ in _FORMS)
