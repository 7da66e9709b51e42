"""What the classifier is told: the catalogue in bounds, what is asked, the words as data."""

from collections.abc import Iterable, Iterator, Mapping

from engine.llm.ports import Question
from engine.model.understanding import Hearing, Term

MOST_CHARS = 24_000
"""Of the whole catalogue; what lies behind it is left to the rules."""
MOST_WORDS = 6
"""Of one term: its names and the commonest of what customers call it."""


def told(question: Question) -> Mapping[str, object]:
    """The values of the prompt."""
    hearing = question.hearing
    return {
        "catalogue": list(_bounded(question.catalogue)),
        "today": question.today,
        "locale": hearing.locale,
        "asked": _asked(hearing),
        "choices": [words[0] if words else "" for words in hearing.called],
        "text": question.text,
    }


def _bounded(catalogue: Iterable[Term]) -> Iterator[Mapping[str, object]]:
    left = MOST_CHARS
    for term in catalogue:
        left -= len(term.type) + len(term.value) + sum(map(len, term.words[:MOST_WORDS]))
        if left < 0:
            return
        yield _term(term)


def _term(term: Term) -> Mapping[str, object]:
    return {"type": term.type, "id": term.value, "words": list(term.words[:MOST_WORDS])}


def _asked(hearing: Hearing) -> str:
    """The kind of the open question, and of what it asks: `ask service`; "" where none is open."""
    wanted = (one.type.name for one in hearing.expected if one.asked)
    return " ".join((hearing.kind, *wanted)).strip()
