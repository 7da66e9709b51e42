"""Ranges with one end named by a word: after 3, baada ya kazi, before noon, "I finish at 5"."""

from dataclasses import replace

from engine.nlu.tokens import Message
from engine.nlu.when.clocks import clock
from engine.nlu.when.dates import date
from engine.nlu.when.days import day
from engine.nlu.when.face import fixed
from engine.nlu.when.holidays import holiday
from engine.nlu.when.pieces import Piece, Span
from engine.nlu.words.clock import (
    AFTER,
    AFTER_WHAT,
    ALLOWED,
    BEFORE,
    BEFORE_WHAT,
    BOTH_ENDS,
    BY_THEN,
    CALLS,
    EARLIER_THAN,
    HELD_UNTIL,
    HOLDING,
    LATER_THAN,
    LEAVERS,
    LEAVES,
    LEAVING,
    LEFT_BY,
    NO_EARLIER,
    NO_LATER,
)
from engine.nlu.words.turns import MOVES, OURSELVES

_NEAR = 3
"""Words between who leaves and leaving: "I usually get off"."""


def open_ended(message: Message, at: int) -> Piece | None:
    """One end of a range that begins at `at`, or both: "after 4 but before 6"."""
    found = _one_end(message, at) or _left(message, at)
    if found is None or found.span is None:
        return found
    behind = found.end
    while message.keys[behind] in BOTH_ENDS:
        behind += 1
    other = _one_end(message, behind)
    if other is None or other.span is None:
        return found
    first, second = found.span, other.span
    if (first.after is None) is (second.after is None):
        return found
    both = Span(first.after or second.after, first.before or second.before)
    return replace(found, end=other.end, span=both)


def _end_said(message: Message, at: int) -> tuple[bool, bool, int] | None:
    """Before or after, whether "not" turned it round, and the token behind."""
    keys = message.keys
    if keys[at : at + 3] in NO_LATER or keys[at : at + 3] in NO_EARLIER:
        return keys[at : at + 3] in NO_LATER, False, at + 3
    pair = keys[at : at + 2]
    if pair in EARLIER_THAN or pair in LATER_THAN:
        onto = pair == ("up", "to") and not MOVES.isdisjoint(keys[:at])
        return None if onto else (pair in EARLIER_THAN, False, at + 2)
    if keys[at] in HELD_UNTIL and _held(message, at):
        return True, True, at + 1
    negated = keys[at] in {"not", "si", "sio"} and keys[at + 1] in BEFORE
    at += 1 if negated else 0
    calls = keys[at] == "by" and at > 0 and keys[at - 1] in CALLS
    if calls or (keys[at] not in AFTER and keys[at] not in BEFORE):
        return None
    return keys[at] in BEFORE, negated, at + (2 if keys[at + 1] in {"ya", "the"} else 1)


def _held(message: Message, at: int) -> bool:
    """Whether one is busy until then: "I work till 4", `niko kazini hadi saa kumi`."""
    before = message.keys[max(at - _NEAR, 0) : at]
    return not HOLDING.isdisjoint(before) and not (LEAVERS | OURSELVES).isdisjoint(before)


def _one_end(message: Message, at: int) -> Piece | None:
    """After 3, baada ya kazi, from 2pm, before noon, by 5, hadi saa kumi, up to 4."""
    keys, start = message.keys, at
    said = _end_said(message, at)
    if said is None:
        return None
    before, negated, at = said
    onward = negated or not before
    if keys[at] in (AFTER_WHAT if onward else BEFORE_WHAT):
        return Piece(start, at + 1, span=_beside_what(keys[at], onward=onward))
    found = clock(message, at)
    if found is None:
        later = day(message, at) or date(message, at) or holiday(message, at)
        if later is None or keys[start] in {"from", "kutoka", "toka"}:
            return None
        return Piece(start, later.end, day=later.day, vague=True)
    by = keys[start] in BY_THEN
    span = Span(after=found[0]) if onward else Span(before=found[0], by=by)
    return Piece(start, found[1], span=span)


def _beside_what(key: str, *, onward: bool) -> Span:
    """Behind work, or before it."""
    return Span(after=fixed(AFTER_WHAT[key])) if onward else Span(before=fixed(BEFORE_WHAT[key]))


def _left(message: Message, at: int) -> Piece | None:
    """Behind what is left first: `nikitoka kazi`, "I get off work at 5", `natoka job saa kumi`."""
    keys, start = message.keys, at
    if keys[at] not in LEAVING and not (keys[at] in LEAVES and _told_of_self(message, at)):
        return None
    at += 1
    while keys[at] in LEFT_BY:
        at += 1
    what = keys[at] if keys[at] in AFTER_WHAT else None
    at += 1 if what else 0
    found = clock(message, at)
    if found is not None:
        return Piece(start, found[1], span=Span(after=found[0]))
    return Piece(start, at, span=_beside_what(what, onward=True)) if what else None


def _told_of_self(message: Message, at: int) -> bool:
    """Whether the customer tells when they leave: "I'm done", not "can I leave at 3?"."""
    before = message.keys[max(at - _NEAR, 0) : at]
    return not LEAVERS.isdisjoint(before) and ALLOWED.isdisjoint(before)
