"""Names of the catalogue in a message: exact, by a telling word, or misspelt."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from engine.nlu.acts.strange import strange
from engine.nlu.mentions.index import CLOSE, Key, Kind, fold
from engine.nlu.tokens import Message
from engine.nlu.verbs import root, stem
from engine.nlu.words.calendar import (
    EITHER_WEEKDAY,
    MONTHS,
    OFFSETS,
    UNITS,
    WALL_WEEKDAYS,
    WEEKDAYS,
)
from engine.nlu.words.clock import PARTS
from engine.nlu.words.common import ENGLISH, SWAHILI
from engine.nlu.words.people import ALSO_WORDS, BEFORE_NAME, SMALL, TITLES, WITH
from engine.nlu.words.slips import NO_NAMES, OFTEN_SENT, SENT

EXACT = 0.97
SPELLED = 0.90
PART = 0.80
LIKE = 0.75
_CALENDAR = frozenset((*MONTHS, *WEEKDAYS, *WALL_WEEKDAYS, *EITHER_WEEKDAY, *OFFSETS, *PARTS))
"""Never a slip of a name: "1st Jan" calls for no Jane, "with Jan" does."""
_OF = frozenset({"ya", "za", "la", "cha", "wa"})
_THE, _ONE = frozenset({"the", "that"}), frozenset({"one", "ones"})
_SHORT = 2
_NONE: Mapping[int, str] = {}
SHARED = 0.60
"""Several fit: asked with choices, never assumed."""


@dataclass(frozen=True, slots=True)
class Named:
    """Values named by tokens `start` to `end` (exclusive)."""

    start: int
    end: int
    values: tuple[str, ...]
    confidence: float
    exact: bool = False


def covered(found: Sequence[Named]) -> frozenset[int]:
    """The tokens of names."""
    return frozenset(at for named in found for at in range(named.start, named.end))


def exact(
    message: Message,
    kind: Kind,
    *,
    across: bool = False,
    bent: bool = False,
    meant: Mapping[int, str] = _NONE,
) -> list[Named]:
    """Full names and synonyms, longest first, left to right.

    Args:
        message: what was said.
        kind: the names.
        across: a mark parts no name: "Greenview Clinic, Asha Noor".
        bent: a verb is its infinitive: `ninyolewe` is kunyoa.
        meant: words that tokens stand for.
    """
    runs = [run for run in _words(message) if run[0] or not across]
    if meant:
        runs = [(meant.get(at, word), at) for word, at in runs]
    if bent:
        runs = [(kind.verbs.get(root(word) or "", word), at) for word, at in runs]
    found, at = [], 0
    while at < len(runs):
        named = _longest(message, runs, at, kind)
        if named is None:
            at += 1
            continue
        found.append(named)
        while at < len(runs) and runs[at][1] < named.end:
            at += 1
    return found


def _words(message: Message) -> list[tuple[str, int]]:
    """Folded words with their token; hyphens are passed over, other marks part names."""
    return [
        (fold(token.key) if token.word or token.number is not None else "", at)
        for at, token in enumerate(message.tokens)
        if token.key not in {"-", "'", "&"} and not _shortens(message, at)
    ]


def _shortens(message: Message, at: int) -> bool:
    """Whether a full stop only shortens the word before it: "Dr.", "M."."""
    if message.keys[at] != "." or at == 0:
        return False
    before = message.keys[at - 1]
    return before in TITLES or before in SMALL


def _longest(message: Message, runs: list[tuple[str, int]], at: int, kind: Kind) -> Named | None:
    if runs[at][0] not in kind.firsts:
        return None
    for size in range(min(kind.longest, len(runs) - at), 0, -1):
        key: Key = tuple(word for word, _ in runs[at : at + size])
        values = kind.names.get(key)
        if values:
            start, end = runs[at][1], runs[at + size - 1][1] + 1
            return Named(start, end, tuple(values), EXACT if len(values) == 1 else SHARED, True)
    return None


def parts(
    message: Message, kind: Kind, taken: frozenset[int], *, meant: Mapping[int, str] = _NONE
) -> list[Named]:
    """The value that most telling words point at; several if they point at several.

    What stands between two such words is none of the name: a day may. `meant`: words that tokens
    stand for.
    """
    votes: dict[str, int] = {}
    places = []
    for at, token in enumerate(message.tokens):
        free = token.word and at not in taken and not _within(message, at)
        values = kind.parts.get((meant and meant.get(at)) or fold(token.key)) if free else None
        if values:
            places.append(at)
            for value in sorted(values):
                votes[value] = votes.get(value, 0) + 1
    most = max(votes.values(), default=0)
    best = tuple(value for value, count in votes.items() if count == most)
    likely = _likely(message, places) if len(best) == 1 else SHARED
    return [Named(start, end, best, likely) for start, end in _together(places)]


def _likely(message: Message, places: list[int]) -> float:
    """How surely telling words call one value: `ile ya mafuta` can be no other."""
    keys = message.keys
    if places and keys[places[0] - 1] in _THE and keys[places[-1] + 1] in _ONE:
        return SPELLED  # "the child one"
    led = places and places[0] and keys[places[0] - 1] in _OF
    return SPELLED if led and not strange(keys[max(places[0] - 2, 0)]) else PART


def _together(places: list[int]) -> Iterator[tuple[int, int]]:
    """Start and end of tokens that follow each other."""
    for _, run in groupby(enumerate(places), key=lambda one: one[1] - one[0]):
        tokens = [at for _, at in run]
        yield tokens[0], tokens[-1] + 1


def _within(message: Message, at: int) -> bool:
    """Whether a word leads a length of time: `ndani ya siku mbili` is no massage of the inside."""
    return message.keys[at + 1] == "ya" and message.keys[at + 2] in UNITS


def misspelt(message: Message, kind: Kind, taken: frozenset[int]) -> Iterator[Named]:
    """Words, and pairs of words, spelled nearly like a name."""
    for at, token in enumerate(message.tokens):
        if not token.word or at in taken:
            continue
        for end in (at + 2, at + 1):
            free = end <= len(message) and all(
                open_to_slips(message, i, taken) for i in range(at, end)
            )
            values, score = kind.near(_joined(message, at, end)) if free else ((), 0.0)
            if values:
                likely = SPELLED if score >= CLOSE else LIKE
                yield Named(at, end, values, likely if len(values) == 1 else SHARED)
                break


def open_to_slips(message: Message, at: int, taken: frozenset[int]) -> bool:
    """Whether a word may be a misspelt name: it is no common word and nothing else yet."""
    key = message.keys[at]
    if key in NO_NAMES or at in message.foreign or (key in OFTEN_SENT and SENT & {*message.keys}):
        return False
    if stem(key) is not None:
        return False  # `kuahirisha` is no slip of `kung'arisha`
    dated = key in _CALENDAR and not (at and message.keys[at - 1] in WITH)
    return at not in taken and key not in ENGLISH and key not in SWAHILI and not dated


def _joined(message: Message, start: int, end: int) -> str:
    return "".join(fold(t.key) for t in message.tokens[start:end] if t.word)


def ordinary(message: Message, named: Named) -> bool:
    """Whether a name that is also a word is used as the word: "will you", "may I"."""
    if named.end - named.start > 1 or message.keys[named.start] not in ALSO_WORDS:
        return False
    before = message.keys[named.start - 1] if named.start else ""
    capital = message.text[message.tokens[named.start].start].isupper() and named.start > 0
    return len(message) > _SHORT and before not in BEFORE_NAME and not capital


def calendar_word(message: Message, named: Named) -> bool:
    """Whether a name that is also a date is the date here: "May 5", but not "with May"."""
    word = message.keys[named.start]
    if named.end - named.start > 1 or not any(
        word in t for t in (MONTHS, WEEKDAYS, OFFSETS, PARTS)
    ):
        return False
    if word in MONTHS:
        return message.number(named.end) is not None or _dated(message, named.start)
    return not (named.start and message.keys[named.start - 1] in WITH)


def _dated(message: Message, at: int) -> bool:
    """Whether a day stands before the month: 5 May, the 5th of May, fifth of May."""
    before = message.keys[max(at - 3, 0) : at]
    return bool(before) and (
        (message.number(at - 1) is not None)
        or before[-1] in {"of", "th", "st", "nd", "rd", "tarehe", "in"}
    )
