"""What is wrong with phrases that are never said, and only tell what customers say."""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Protocol

from engine.model.understanding import ACTS, INTENTS
from engine.render.entries import LEXICON, Entry, listed
from engine.render.errors import Fault

WORD, ACT, WHOLE = "word", "act", ("anyone", "things", "trade")
"""How the names of a lexicon begin; the last ones stand alone."""
_PLAIN = re.compile(r"[^{}|?^$@~*#/\\<>]*")
_ONE_WORD = (WORD, "things")


class Book(Protocol):
    """What these checks need of a phrase book."""

    @property
    def locales(self) -> tuple[str, ...]:
        """Languages that the book speaks."""
        ...

    @property
    def phrases(self) -> frozenset[str]:
        """Every phrase id of any language."""
        ...

    def entry(self, locale: str, phrase: str) -> Entry | None:
        """The topmost text of a phrase in one language."""
        ...

    def heard(self, phrase: str) -> tuple[str, ...]:
        """The words that a list holds, in any language and every layer."""
        ...


def heard_faults(book: Book, phrase: str) -> Iterator[Fault]:
    """The faults of one list of words; one language alone may have it."""
    for locale in book.locales:
        entry = book.entry(locale, phrase)
        told = (*_name(phrase), *_form(phrase, entry.text), *_twice(book, phrase)) if entry else ()
        yield from (Fault(locale, phrase, fault, remedy) for fault, remedy in told)


def _name(phrase: str) -> Iterator[tuple[str, str]]:
    """A list under a name that nothing reads."""
    if not phrase.startswith(LEXICON):
        return
    head, _, rest = phrase.removeprefix(LEXICON).partition(".")
    known = (*ACTS, *INTENTS)
    if head == ACT and rest not in known:
        yield f"no act is called '{rest}'", _meant(rest, known)
    elif head == WORD and not rest.isalnum():
        yield "stands for no word", f"Write {WORD}.<a word that is understood>: ..."
    elif head not in {ACT, WORD} and (rest or head not in WHOLE):
        yield "is no part of a lexicon", _meant(head, (ACT, WORD, *WHOLE))


def _meant(name: str, known: tuple[str, ...]) -> str:
    near = get_close_matches(name, known, 1)
    return f"Write '{near[0]}'." if near else f"Write one of {', '.join(known)}."


def _form(phrase: str, text: str) -> Iterator[tuple[str, str]]:
    words = listed(text)
    if not words:
        yield "holds no words", "Write words with commas between, or delete it."
    if not _PLAIN.fullmatch(text):
        yield "holds signs that nobody writes", "Write plain words with commas between."
    head = phrase.removeprefix(LEXICON).partition(".")[0]
    long = [word for word in words if " " in word]
    if phrase.startswith(LEXICON) and head in _ONE_WORD and long:
        yield f"'{long[0]}' is more than a word", f"Write it under {ACT}.<act>."


def _twice(book: Book, phrase: str) -> Iterator[tuple[str, str]]:
    """A word that is to mean two: nobody could tell which."""
    start = f"{LEXICON}{WORD}."
    if not phrase.startswith(start):
        return
    mine = {*book.heard(phrase)}
    for other in sorted(one for one in book.phrases if one.startswith(start) and one < phrase):
        both = mine & {*book.heard(other)}
        if both:
            known = other.removeprefix(start)
            yield f"'{min(both)}' means '{known}' already", "Write it in one place only."
