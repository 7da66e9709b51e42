"""Whether a bare number is a time: by its company, or where the state expects one."""

from engine.nlu.tokens import Message
from engine.nlu.when.pieces import Piece, Strength
from engine.nlu.words.calendar import OF
from engine.nlu.words.clock import AT
from engine.nlu.words.turns import CHOICE, INSTEAD, MOVES, RATHER, STOPS

_NAMED = "\0"
"""A word that names a service or a person."""


def counts(message: Message, pieces: list[Piece], at: int, *, bare: bool) -> bool:
    """Whether a piece is a time here: a bare number needs company, or a state that expects it."""
    piece = pieces[at]
    number = piece.clock is not None and piece.clock.strength is Strength.BARE
    if not (number or piece.bare):
        return True
    if number and _counts_services(message, piece):
        return False
    neighbours = tuple(
        other
        for other in (*pieces[max(at - 1, 0) : at], *pieces[at + 1 : at + 2])
        if other.day or other.part or _chosen_between(message, piece, other)
    )
    if message.keys[piece.start] == "one" and len(message) > 1:
        neighbours = tuple(other for other in neighbours if other.part)
    elif bare:
        return True
    if any(_touches(message, piece, other) for other in neighbours):
        return True
    return _proposed(message, piece)


def _counts_services(message: Message, piece: Piece) -> bool:
    """Whether what is counted stands behind it: "2 massages tomorrow" is no two o'clock."""
    hidden = message.keys[piece.end] == _NAMED
    return hidden and message.words(piece.end, piece.end + 1).lower().endswith("s")


def _proposed(message: Message, piece: Piece) -> bool:
    """Move it to 3; 3 instead; can we do 3?"""
    before = message.keys[max(piece.start - 4, 0) : piece.start]
    if MOVES & set(before) and before[-1:] in {("to",), ("it",), ("hadi",), ("iwe",)}:
        return True
    behind = message.keys[piece.end]
    closes = piece.end >= len(message) or behind in STOPS
    return behind in INSTEAD or (before[-1:] in {("do",), ("try",)} and closes)


def _chosen_between(message: Message, piece: Piece, other: Piece) -> bool:
    """3 or 4pm; 3, no 4: a number beside another hour."""
    first, second = sorted((piece, other), key=lambda p: p.start)
    between = set(message.keys[first.end : second.start])
    return bool(between & CHOICE or between & RATHER)


def _touches(message: Message, piece: Piece, other: Piece) -> bool:
    """Beside each other, with nothing between but a comma or a choice."""
    first, second = sorted((piece, other), key=lambda p: p.start)
    between = message.keys[first.end : second.start]
    return all(key in OF or key in CHOICE or key in RATHER or key in AT for key in between)
