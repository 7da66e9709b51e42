"""A day that is only told of: "leo niko na stress", "I have an exam tomorrow", "happy Monday"."""

from collections.abc import Iterator, Sequence

from engine.nlu.phrases import longest, table
from engine.nlu.tokens import Message
from engine.nlu.verbs import stem
from engine.nlu.when.pieces import Piece
from engine.nlu.words.remarks import (
    BEHIND_EVENT,
    DUTIES,
    FEASTS,
    HAPPENED,
    HELD_BY,
    OF_OURS,
    OURSELVES,
    PARTINGS,
    PAST,
    SETTLED_ON,
    STANDING,
    STATED,
    STATES,
    TURNING,
    WELL,
    WISH_LEADS,
    WISHED,
)
from engine.nlu.words.turns import CLAUSE_ENDS, IS

_STATED, _PARTINGS = table(STATED), table(PARTINGS)
_EVENTS = DUTIES | FEASTS
_CUES = _EVENTS | STATES | WELL | PAST | {words[0] for words in (*STATED, *PARTINGS)}
_ENDS = CLAUSE_ENDS | TURNING | {"?"}
_NAMED = "\0"
"""A service or a person: a sentence that names one wishes for it."""
_OF_NO_BOOKING = frozenset({None, "kuja"})
"""Stems of what has happened; of `nimeghairi ya kesho` the day tells which."""
_NEAR = 2
"""Words between what holds an event and the event: "have an English exam"."""


def told(message: Message, pieces: Sequence[Piece]) -> frozenset[int]:
    """The tokens of what is told by the way, where no time is wished for."""
    if not pieces or not any(key in _CUES or key.startswith(HAPPENED) for key in message.keys):
        return frozenset()
    days = {p.start for p in pieces if p.day and not p.gone}
    wishes = not {_NAMED, *WISHED}.isdisjoint(message.keys)
    found: set[int] = set()
    for clause in clauses(message):
        inside = [piece for piece in pieces if piece.start in clause]
        feast = _remarks(message, clause, inside)
        other = not days <= {*clause}
        if feast is not None and (not feast or other or not wishes):
            found.update(clause)
    return frozenset(found)


def wishes_in(message: Message, clause: range) -> bool:
    """Whether a service, a person or a word of a wish stands in a clause."""
    return not {_NAMED, *WISHED}.isdisjoint(message.keys[clause.start : clause.stop])


def clauses(message: Message) -> Iterator[range]:
    """The stretches between marks, and words with which something else begins."""
    start = 0
    for at, key in enumerate(message.keys[: len(message)]):
        if key in _ENDS and not _within(message, at):
            yield range(start, at)
            start = at + 1
        elif key in WISH_LEADS and at > start:
            yield range(start, at)
            start = at
    yield range(start, len(message))


def _within(message: Message, at: int) -> bool:
    """Whether a word that ends clauses ends none here: "3.30", "it is so hot"."""
    before = message.keys[at - 1] if at else ""
    if message.keys[at] == "so":
        return before in STANDING
    figures = bool(at) and message.number(at - 1) is not None
    return figures and message.glued(at) and message.number(at + 1) is not None


def _remarks(message: Message, clause: range, inside: Sequence[Piece]) -> bool | None:
    """Whether what is told is a feast; None if nothing is told by the way, or a time is wished."""
    if not inside or wishes_in(message, clause):
        return None
    taken = {at for piece in inside for at in range(piece.start, piece.end)}
    events = {message.keys[at] for at in clause if at not in taken and _on(message, at, taken)}
    if events:
        return events <= FEASTS
    stated = any(_stated(message, at) for at in clause)
    return False if stated or _parting(message, inside) else None


def _on(message: Message, at: int, taken: set[int]) -> bool:
    """Whether something is on that is theirs: "I have a meeting", `mtihani yangu ni kesho`."""
    keys = message.keys
    if keys[at] not in _EVENTS:
        return False
    before = {*keys[max(at - 1 - _NEAR, 0) : at]}
    ours = keys[at + 1] in OF_OURS or (
        keys[at + 1] in IS and not taken.isdisjoint({at + 2, at + 3})
    )
    if keys[at + 1] in {"ya", "wa", "of"} and any(keys[start - 1] in IS for start in taken):
        return True  # `harusi ya dada yangu ni Jumamosi`
    last = at + 1 >= len(message) or at + 1 in taken
    closes = last or keys[at + 1] in BEHIND_EVENT | _ENDS
    return ours or (closes and not before.isdisjoint(HELD_BY))


def _stated(message: Message, at: int) -> bool:
    """Whether how a day is, or where one is, is told there."""
    keys = message.keys
    before = {*keys[max(at - _NEAR, 0) : at]}
    if keys[at].startswith(HAPPENED):
        return keys[at] not in SETTLED_ON and stem(keys[at]) in _OF_NO_BOOKING
    stands = keys[at] in STATES and not before.isdisjoint(STANDING)
    happened = keys[at] in PAST and not before.isdisjoint(OURSELVES)
    return stands or happened or longest(message, at, _STATED) is not None


def _parting(message: Message, inside: Sequence[Piece]) -> bool:
    """Whether one only wishes the other well with a day: no hour is said of it."""
    if any(piece.clock or piece.span or piece.moment for piece in inside):
        return False
    return any(message.keys[piece.end] in WELL or _led(message, piece) for piece in inside)


def _led(message: Message, piece: Piece) -> bool:
    """Whether words that wish well stand directly before a day."""
    starts = range(max(piece.start - 1 - _NEAR, 0), piece.start)
    found = ((at, longest(message, at, _PARTINGS)) for at in starts)
    return any(words and at + len(words) == piece.start for at, words in found)
