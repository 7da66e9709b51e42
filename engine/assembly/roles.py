"""How customers put things, as words of a phrase book: what people are called, slang, set phrases.

None of these phrases is ever said: `role.heard`, and all of `lexicon.yaml`.
"""

from collections.abc import Iterator

from engine.model.understanding import ROLE, Heard, Term, Vocabulary
from engine.render.book import PhraseBook
from engine.render.entries import LEXICON, listed

STAFF, HEARD = "staff", "heard"
"""`role.staff` is shown; `role.heard` holds other words for the same, with commas between."""
_KINDS = {
    "word": Heard.WORD,
    "act": Heard.ACT,
    "anyone": Heard.ANYONE,
    "things": Heard.THING,
    "trade": Heard.TRADE,
}
"""By the first word of a phrase of the lexicon, what is in it."""


def heard_terms(book: PhraseBook) -> Vocabulary:
    """All that a phrase book says of how customers put things, in every language at once."""
    return (*role_terms(book), *lexicon_terms(book))


def role_terms(book: PhraseBook) -> Vocabulary:
    """What those who serve are called: who writes English says `msusi` all the same.

    What is heard adds to what layers beneath hear: a spa's "any stylist" is anyone as well.
    """
    shown = (book.family(ROLE, locale).get(STAFF, "") for locale in book.locales)
    words = (word for one in shown for word in listed(one))
    found = tuple(dict.fromkeys((*words, *book.heard(f"{ROLE}.{HEARD}"))))
    return (Term(ROLE, STAFF, found),) if found else ()


def lexicon_terms(book: PhraseBook) -> Vocabulary:
    """The words of `lexicon.yaml`: every layer adds to those beneath it."""
    return tuple(_lexicon(book))


def _lexicon(book: PhraseBook) -> Iterator[Term]:
    for phrase in sorted(one for one in book.phrases if one.startswith(LEXICON)):
        head, _, value = phrase.removeprefix(LEXICON).partition(".")
        words = tuple(dict.fromkeys(book.heard(phrase)))
        if words and head in _KINDS:
            yield Term(_KINDS[head], value, words)
