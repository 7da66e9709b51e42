"""The hour of an event is not the visit's: "the party is tomorrow 3pm, a facial please"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from engine.nlu.phrases import longest, table
from engine.nlu.tokens import Message
from engine.nlu.when.pieces import Piece
from engine.nlu.when.remarks import clauses, wishes_in
from engine.nlu.words.events import (
    ACTIVITIES,
    AROUND_IT,
    BEGINS_ENDS,
    BETWEEN,
    EVENTS,
    LEAVING,
    THEN_ON,
)

_LEAVING = table(LEAVING)
_CUES = EVENTS | ACTIVITIES | {words[0] for words in LEAVING}
_NEAR = 3
"""Words before an event that tell how the visit lies to it: "before my sister's wedding"."""


def without_hours(message: Message, pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, less the hours of events; the day of one is kept, and its hour is asked."""
    if _CUES.isdisjoint(message.keys):
        return [*pieces]
    of_events = {
        piece.start
        for clause in clauses(message)
        for piece in _held(message, clause, [one for one in pieces if one.start in clause])
    }
    left = [_dated(piece) if piece.start in of_events else piece for piece in pieces]
    told = of_events | {p.end for p in pieces if p.start in of_events}  # "saa tisa mchana"
    return [p for p in left if p.start not in told or p.day or p.clock or p.span]


def _dated(piece: Piece) -> Piece:
    """Its day alone."""
    return replace(piece, clock=None, span=None, part=None)


def _held(message: Message, clause: range, inside: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces of a clause whose hour is that of an event; a bound tells when one is free."""
    timed = [piece for piece in inside if piece.clock or piece.span]
    if not timed:
        return
    taken = {at for piece in inside for at in range(piece.start, piece.end)}
    apart = not wishes_in(message, clause)
    for at in clause:
        behind = _behind(message, at) if at not in taken else None
        if behind is None:
            continue
        near = {*message.keys[max(at - _NEAR, clause.start) : at]}
        for piece in timed:
            told = _leads(message, behind, piece, taken) if piece.start >= behind else False
            told = told or _then(message, piece, at)
            if told and (apart or near & AROUND_IT) and not (piece.span and piece.span.before):
                yield piece


def _behind(message: Message, at: int) -> int | None:
    """The token behind an event, or behind words of one who leaves, that begins there."""
    key, behind = message.keys[at], message.keys[at + 1]
    if key in EVENTS or (key in ACTIVITIES and behind in BEGINS_ENDS):
        return at + 1
    words = longest(message, at, _LEAVING)
    return at + len(words) if words else None


def _leads(message: Message, behind: int, piece: Piece, taken: set[int]) -> bool:
    """Whether nothing but its day stands between an event and an hour."""
    return all(at in taken or message.keys[at] in BETWEEN for at in range(behind, piece.start))


def _then(message: Message, piece: Piece, at: int) -> bool:
    """Whether an hour leads to an event: "at 3pm I have a meeting"."""
    between = {*message.keys[piece.end : at]}
    return piece.end < at and message.keys[at] in EVENTS and between <= THEN_ON
