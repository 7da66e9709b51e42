"""Times that were named only to be turned down."""

from engine.nlu.phrases import longest, table
from engine.nlu.tokens import Message
from engine.nlu.verbs import invites, negative, stem
from engine.nlu.when.pieces import Piece
from engine.nlu.words.calendar import OFFSETS, WEEKDAYS
from engine.nlu.words.turns import (
    ANY_BUT,
    BUSY,
    BUSY_ON,
    CANNOT,
    INSTEAD_OF,
    MOVES,
    NOT_AFTER,
    NOT_BEFORE,
    OURSELVES,
    STOPS,
    WISHES,
)

_NOT_AFTER = table(NOT_AFTER)
_DAYS = OFFSETS.keys() | WEEKDAYS.keys()
_NOT_BUT = frozenset({"si", "sio", "siyo"})
_ONLY = "ila"
_ENDS = STOPS | WISHES
_THAN = frozenset({"than", "kuliko"})
_SOONER_OR_LATER = frozenset({"later", "earlier", "sooner", "mapema"})
_COMING = "kuja"
_LET_GO = ("never", "mind")
"""Turns down what was, and nothing that follows."""
_NAMED = "\0"
"""A word that names something: "Mary instead of Anna at 4pm" turns Anna down, and no time."""
_ONWARD = 7
"""Words from a day that is left to the "to" of the new one."""


def refused(message: Message, piece: Piece) -> bool:
    """Not tomorrow; kesho siwezi; instead of Friday; from Friday to another day."""
    keys = message.keys
    if _moved_away(message, piece) or _less_liked(message, piece):
        return True
    if keys[max(piece.start - 1, 0) : piece.start + 1] in INSTEAD_OF or _busy(keys, piece.start):
        return True
    before = keys[max(piece.start - 4, 0) : piece.start]
    as_before = before[-3:-2] in {("last",), ("same",), ("previous",)}  # "as last time but Friday"
    if before[-1:] == ("but",) and before[-2:-1] and before[-2] in ANY_BUT and not as_before:
        return True
    if before[-2:] in {("if", "not"), ("kama", "si"), ("kama", "sio")} or _contrasted(before):
        return False  # 3pm; if not, 4pm
    for back in range(1, len(before) + 1):
        if _stops(keys, piece.start - back) or _of_another(keys, piece.start - back):
            break
        if (
            before[-back] in NOT_BEFORE
            or _not_coming(before[-back])
            or (before[-back:][:2] in INSTEAD_OF and _NAMED not in before[-back:])
        ):
            return True
    return longest(message, piece.end, _NOT_AFTER) is not None


def _less_liked(message: Message, piece: Piece) -> bool:
    """Whether another day or part of it is liked better: "jioni kuliko asubuhi"."""
    alone = piece.clock is None and (piece.part is not None or piece.day is not None)
    before = ("", "", *message.keys[: piece.start])
    return alone and before[-1] in _THAN and before[-2] not in _SOONER_OR_LATER


def _contrasted(before: tuple[str, ...]) -> bool:
    """Whether only the day before it is turned down: `sio kesho keshokutwa`."""
    return before[-1:] != () and before[-1] in _DAYS and not _NOT_BUT.isdisjoint(before[-2:-1])


def _busy(keys: tuple[str, ...], at: int) -> bool:
    """Whether the customer is busy then: "I'm busy on Friday", `niko busy kesho`."""
    while at and keys[at - 1] in BUSY_ON:
        at -= 1
    return bool(at) and keys[at - 1] in BUSY and bool(OURSELVES & {*keys[max(at - 5, 0) : at - 1]})


def _of_another(keys: tuple[str, ...], at: int) -> bool:
    """Whether the word at `at` refuses the day before it: "kesho siwezi, Ijumaa"."""
    return keys[at] in CANNOT and at > 0 and keys[at - 1] in _DAYS


def _stops(keys: tuple[str, ...], at: int) -> bool:
    """Whether no refusal reaches over the word at `at`."""
    if keys[at] == _ONLY and at > 1 and keys[at - 1] in _DAYS and keys[at - 2] in _NOT_BUT:
        return True  # `sio kesho ila Ijumaa`
    return keys[at] in _ENDS or keys[at : at + 2] == _LET_GO or invites(keys, at)


def _not_coming(key: str) -> bool:
    """Whether a Swahili verb says by itself that nobody comes: sitakuja, hatutafika."""
    return stem(key) == _COMING and negative(key)


def _moved_away(message: Message, piece: Piece) -> bool:
    """Whether a booking is moved away from this day."""
    start = piece.start
    led = {message.keys[start], message.keys[start - 1] if start else ""}
    leaving = bool(led & {"from", "kutoka", "toka"})
    onward = {"to", "hadi", "mpaka", "kwenda", "iwe"} & set(
        message.keys[piece.end : piece.end + _ONWARD]
    )
    return leaving and bool(onward) and bool(MOVES & set(message.keys[:start]))
