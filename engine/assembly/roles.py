"""What the people of a business are called, as words that customers say for any of them."""

from engine.model.understanding import ROLE, Term, Vocabulary
from engine.render.book import PhraseBook

STAFF, HEARD = "staff", "heard"
"""`role.staff` is shown; `role.heard` holds other words for the same, with commas between."""


def role_terms(book: PhraseBook) -> Vocabulary:
    """The words of every language: who writes English says `msusi` all the same."""
    families = [book.family(ROLE, locale) for locale in book.locales]
    lists = [f"{one.get(STAFF, '')},{one.get(HEARD, '')}" for one in families]
    words = [word.strip().lower() for listed in lists for word in listed.split(",")]
    found = tuple(dict.fromkeys(word for word in words if word))
    return (Term(ROLE, STAFF, found),) if found else ()
