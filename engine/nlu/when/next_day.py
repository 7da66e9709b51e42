"""The day beside one that is turned down: "not Friday but the day after", `siku inayofuata`."""

from dataclasses import replace

from engine.nlu.phrases import longest, table
from engine.nlu.tokens import Message
from engine.nlu.when.days import weekday_at
from engine.nlu.when.pieces import Day, Piece
from engine.nlu.words.calendar import DAY_AFTER, DAY_BEFORE, OFFSETS, WEEKDAYS
from engine.nlu.words.turns import NOT_BEFORE

_AFTER, _BEFORE = table(DAY_AFTER), table(DAY_BEFORE)
_NEAR = 2
"""Words between what turns a day down and the day: "not on Friday"."""
_NOT = NOT_BEFORE | {"not", "si", "sio", "siyo"}


def next_day(message: Message, at: int) -> Piece | None:
    """The day after, or before, the one that was turned down earlier in the message."""
    words, plus = longest(message, at, _AFTER), 1
    if words is None:
        words, plus = longest(message, at, _BEFORE), -1
    if words is None:
        return None
    behind = at + len(words)
    named = message.keys[behind] in OFFSETS or message.keys[behind] in WEEKDAYS
    base = None if named else _turned_down(message, at)
    if base is None:
        return None
    if base.offset is not None:  # behind "tomorrow" the day is as sure as tomorrow is
        return Piece(at, behind, Day(offset=base.offset + plus), gone=base.offset + plus < 0)
    return Piece(at, behind, replace(base, plus=plus))


def _turned_down(message: Message, before: int) -> Day | None:
    """The last day named before a token, if it is turned down."""
    for at in range(before - 1, -1, -1):
        key, led = message.keys[at], {*message.keys[max(at - _NEAR, 0) : at]}
        if key in OFFSETS:
            return Day(offset=OFFSETS[key]) if led & _NOT else None
        weekday = weekday_at(message, at)
        if weekday is not None:
            return Day(weekday=weekday[0]) if led & _NOT else None
    return None
