"""A message as words, numbers and marks: what every rule of this room reads."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from engine.nlu.typos import mended
from engine.nlu.words.marks import COMMA, PERIOD, SPOKEN, TELLING

MAX_CHARS = 1_000
"""A longer message is read up to here: nobody books in the second page of an essay."""

MAX_TOKENS = 300
"""A thousand characters of sentences hold about 250 words and marks. Rows of single marks hold
more, say nothing, and would cost every rule that looks along the message."""

AHEAD = 8
"""Empty keys after the last word, so that rules may look ahead without asking for the length."""

_LONGEST_NUMBER = 15
_LEAST = 2
_UNLIKE = {"we'd": "we", "she'd": "she"}
"""Words that are others without their apostrophe: "we'd" is no Wednesday."""

_SCAN = re.compile(r"[^\W\d_]+(?:['\"][^\W\d_]+)*'?|[0-9]+|\S")
_APOSTROPHES = str.maketrans(dict.fromkeys("\u2018\u2019\u02bc\u00b4`", "'"))
_FRACTIONS = str.maketrans({"\u00bd": " 1/2", "\u00bc": " 1/4", "\u00be": " 3/4"})
"""Else 1\u00bd would be read as 11/2."""
_MORE_THAN_TWICE = re.compile(r"([^\W\d_])\1{2,}")


class Token(NamedTuple):
    """One word, number or mark.

    Attributes:
        key: the form that tables are keyed by: lower case, no accents, no apostrophes, letters
            typed more than twice written once, slips in words of time mended.
        start, end: where it stands in the message's text.
        number: its value if it is written in digits.
        glued: no space before it: "3" and "pm" of "3pm".
        word: made of letters.
    """

    key: str
    start: int
    end: int
    number: int | None
    glued: bool
    word: bool


@dataclass(frozen=True, slots=True)
class Message:
    """What the customer wrote: its text, tokens, and the tokens' keys with empty ones after."""

    text: str
    tokens: tuple[Token, ...]
    keys: tuple[str, ...]
    serving: frozenset[int] = frozenset()
    """The tokens of words for those who serve: "stylist", `kinyozi`."""
    foreign: frozenset[int] = frozenset()
    """The tokens of words of other trades, which this business has not in its own words."""

    def __len__(self) -> int:
        return len(self.tokens)

    def words(self, start: int, end: int) -> str:
        """The customer's own words for tokens `start` to `end` (exclusive)."""
        if start >= end:
            return ""
        return self.text[self.tokens[start].start : self.tokens[end - 1].end]

    def number(self, at: int) -> int | None:
        """The number written in digits at `at`; None past the end."""
        return self.tokens[at].number if at < len(self.tokens) else None

    def glued(self, at: int) -> bool:
        """Whether the token at `at` has no space before it."""
        return at < len(self.tokens) and self.tokens[at].glued

    def without(self, hidden: Iterable[int]) -> "Message":
        """The same message with some tokens unreadable: they are something else already."""
        keys, tokens, gone = list(self.keys), list(self.tokens), frozenset(hidden)
        for at in gone:
            keys[at] = "\0"
            tokens[at] = tokens[at]._replace(key="\0", number=None, word=False)
        return Message(
            self.text, tuple(tokens), tuple(keys), self.serving - gone, self.foreign - gone
        )

    def until(self, end: int) -> "Message":
        """The same message, ending before a token: what is heard of it costs no more than that."""
        if end >= len(self.tokens):
            return self
        keys = (*self.keys[:end], *[""] * AHEAD)
        behind = range(end, len(self.tokens))
        serving, foreign = self.serving.difference(behind), self.foreign.difference(behind)
        return Message(self.text, self.tokens[:end], keys, serving, foreign)

    def meaning(self, words: Mapping[str, str]) -> "Message":
        """The same message with words that mean others as those others."""
        tokens = tuple(t._replace(key=words.get(t.key, t.key)) for t in self.tokens)
        return Message(self.text, tokens, (*(t.key for t in tokens), *[""] * AHEAD))

    def only(self, tokens: Iterable[Token]) -> "Message":
        """The same message with these tokens alone."""
        kept = tuple(tokens)
        return Message(self.text, kept, (*(t.key for t in kept), *[""] * AHEAD))


def read(text: str) -> Message:
    """Take a message apart. Any text is fine; what lies behind `MAX_CHARS` is not read."""
    written = text[:MAX_CHARS].translate(_FRACTIONS)
    clean = unicodedata.normalize("NFKC", written)[:MAX_CHARS].translate(_APOSTROPHES)
    clean = "".join(c if c.isprintable() else " " for c in clean)
    tokens, last = [], 0
    for match in islice(_SCAN.finditer(clean), MAX_TOKENS):
        start, end = match.span()
        tokens.append(_token(match.group(), start, end, glued=start == last and start > 0))
        last = end
    tokens = spoken(tokens)
    keys = (*(token.key for token in tokens), *[""] * AHEAD)
    return Message(clean, tuple(tokens), keys)


def spoken(tokens: list[Token]) -> list[Token]:
    """The same tokens, with marks that a transcript spells out as marks: "yes full stop"."""
    if len(tokens) < _LEAST or not TELLING & {token.key for token in tokens}:
        return tokens
    found: list[Token] = []
    for token in tokens:
        found.append(token)
        size, mark = _spelled(found, last=token is tokens[-1])
        if size and size < len(found):
            first = found[-size]
            found[-size:] = [Token(mark, first.start, token.end, None, glued=False, word=False)]
    return found


def _spelled(found: list[Token], *, last: bool) -> tuple[int, str]:
    """How many of the last words spell a mark, and the mark."""
    if found[-1].key == COMMA:
        return 1, ","
    if found[-1].key == PERIOD and last:
        return 1, "."
    for words, mark in SPOKEN.items():
        if tuple(token.key for token in found[-len(words) :]) == words:
            return len(words), mark
    return 0, ""


def _token(raw: str, start: int, end: int, *, glued: bool) -> Token:
    if raw.isascii() and raw.isdigit():
        number = int(raw) if len(raw) <= _LONGEST_NUMBER else None
        return Token(raw, start, end, number, glued, word=False)
    return Token(key(raw), start, end, None, glued, word=raw[0].isalpha())


@lru_cache(maxsize=8192)
def key(raw: str) -> str:
    """The form under which a word is looked up."""
    word = _UNLIKE.get(raw.lower()) or raw.lower().replace("'", "").replace('"', "")
    if not word.isascii():
        parts = unicodedata.normalize("NFKD", word)
        word = "".join(c for c in parts if not unicodedata.combining(c)) or word
    return mended(_MORE_THAN_TWICE.sub(r"\1", word))
