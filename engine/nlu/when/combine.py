"""Pieces put together: which day goes with which hour, what is taken back, what is a choice."""

from dataclasses import replace

from engine.nlu.tokens import Message
from engine.nlu.verbs import stem
from engine.nlu.when.chosen import chosen
from engine.nlu.when.event_hours import without_hours
from engine.nlu.when.fit import readings
from engine.nlu.when.numerals import counts
from engine.nlu.when.pieces import Clock, Day, Piece, Strength, merged
from engine.nlu.when.refuse import refused
from engine.nlu.when.remarks import told as told_by_the_way
from engine.nlu.when.wish import Wish, Wishes
from engine.nlu.words.calendar import OF
from engine.nlu.words.clock import AT, UP_TO
from engine.nlu.words.shifts import MOVED_THING
from engine.nlu.words.turns import (
    AS,
    CHOICE,
    CLAUSE_ENDS,
    EVENTS,
    IS,
    MOVES,
    RATHER,
    SAYING,
    SINCE,
    STOPS,
)

_TWO = 2
_MOVED = frozenset({"sogeza", "hamisha", "ahirisha", "badilisha"})


def combine(message: Message, pieces: list[Piece], *, bare: bool) -> Wishes:
    """The wishes of a message.

    Args:
        message: what was said.
        pieces: what the grammar found in it.
        bare: the state expects a time, so that "3" alone is one.
    """
    told = [_moved(message, p) for p in _wished(message, pieces)]
    told = told[1:] if _greets(message, told) else told
    kept = [p for at, p in enumerate(told) if counts(message, told, at, bare=bare)]
    wishes: list[Wish] = []
    for piece in kept:
        if wishes and (_aside(message, wishes[-1], piece) or _figures(message, wishes[-1], piece)):
            continue
        together = _absorbed(message, wishes[-1], piece) if wishes else None
        if together is None:
            wishes.append(_begun(message, piece))
        else:
            wishes[-1] = together
    wanted = chosen(message, wishes)
    turned_down = any(wish.refused for wish in wishes)
    instead = turned_down and any(wish.day or wish.clock for wish in wanted)
    return Wishes(wanted, refused=bool(wishes) and not wanted, instead=instead)


def _wished(message: Message, pieces: list[Piece]) -> list[Piece]:
    """Without what only tells how long something has been: "it hurts since Sunday night".

    And without what was: "the same as last week, Thursday"; and what is told by the way.
    """
    kept: list[Piece] = []
    remarks = told_by_the_way(message, pieces)
    told = -1
    for piece in without_hours(message, pieces):
        if piece.start in remarks:
            continue
        lasting = SINCE & {*message.keys[max(piece.start - 1, 0) : piece.start + 1]}
        before = piece.gone and message.keys[max(piece.start - 1, 0)] in AS
        if lasting or before or piece.start == told or _of_event(message, piece, pieces):
            told = piece.end
        elif not piece.nothing:
            kept.append(piece)
    return kept


def _of_event(message: Message, piece: Piece, pieces: list[Piece]) -> bool:
    """Whether a week is when something else is: "exam next week, math on Wednesday"."""
    if not (piece.day and piece.day.stretch):
        return False
    apart = any(other.day and other.start > piece.end for other in pieces)
    before = [key for key in message.keys[max(piece.start - 2, 0) : piece.start] if key not in IS]
    return apart and bool(EVENTS & {*before[-1:]})


def _greets(message: Message, pieces: list[Piece]) -> bool:
    """Whether a part of the day at the head only says hello: "Evening! Tomorrow at 11am"."""
    if len(pieces) < _TWO:
        return False
    first, others = pieces[0], pieces[1:]
    alone = first.part and not (first.day or first.clock or first.start)
    apart = others[0].start > first.end + 1 or message.keys[first.end] != ","
    sure = any(p.part or (p.clock and len(p.clock.readings) == 1) for p in others)
    timed = sure or (apart and any(p.day for p in others))
    return bool(alone) and timed and message.keys[first.end] in CLAUSE_ENDS


def _moved(message: Message, piece: Piece) -> Piece:
    """Moving something from 3 to 5 asks for five, not for all between."""
    span, moving = piece.span, MOVES & set(message.keys[: piece.start])
    if moving and piece.vague and piece.day and message.keys[piece.start] in UP_TO:
        return replace(piece, vague=False)
    if span is None or span.before is None:
        return piece
    if span.after is None:
        return _moved_up_to(message, piece, span.before)
    if not moving or message.keys[piece.start] in {"between", "kati"}:
        return piece
    return Piece(piece.start, piece.end, clock=span.before)


def _moved_up_to(message: Message, piece: Piece, to: Clock) -> Piece:
    """`Sogeza hadi saa tisa` moves it to three, where `hadi` alone would leave all before open."""
    at = piece.start - 1
    while at > 0 and message.keys[at] in MOVED_THING:
        at -= 1
    moving = at >= 0 and stem(message.keys[at]) in _MOVED
    there = moving and message.keys[piece.start] in {"hadi", "mpaka"}
    return replace(piece, span=None, clock=to) if there else piece


def _aside(message: Message, wish: Wish, piece: Piece) -> bool:
    """A part of the day after a complete time speaks of something else: "a date that night".

    So does one in a sentence of its own that no reading of the hour fits.
    """
    if not piece.part or piece.day or piece.clock or wish.clock is None:
        return False
    between = message.keys[wish.end : piece.start]
    apart = wish.day and between[:1] and between[0] in CLAUSE_ENDS and len(between) > 1
    sure = len(wish.clock.readings) == 1 and readings(wish.clock, piece.part).clash
    return bool(wish.part or (apart and sure))


def _figures(message: Message, wish: Wish, piece: Piece) -> bool:
    """The same hour once more in figures: "saa tano na robo asubuhi (11:15)"."""
    bracketed = message.keys[piece.start - 1] == "(" if piece.start else False
    if not (bracketed and message.keys[piece.end] == ")" and wish.clock and piece.clock):
        return False
    fit = readings(wish.clock, wish.part)
    said = piece.clock.hour * 60 + piece.clock.minute
    return fit.sure and fit.left[0].minute == said


def _begun(message: Message, piece: Piece) -> Wish:
    return Wish(
        piece.start, piece.end, piece.day, piece.clock, piece.part, piece.span, piece.moment,
        piece.vague, piece.open, refused=refused(message, piece), gone=piece.gone,
    )  # fmt: skip


def _absorbed(message: Message, wish: Wish, piece: Piece) -> Wish | None:
    """The wish with one more piece; None if the piece begins another wish."""
    if refused(message, piece) or wish.moment or piece.moment:
        return None
    if wish.refused and not _beside(message, wish, piece):
        return None
    if wish.end < piece.start and RATHER & set(message.keys[wish.end : piece.start]):
        return None
    day = _day(message, wish, piece)
    if _says_which(message, wish, piece):
        wish = replace(wish, span=None)
    clash = (
        (piece.day and day is None)
        or (piece.part and wish.part and piece.part is not wish.part)
        or ((piece.clock or piece.span) and (wish.clock or wish.span))
        or (piece.vague and not piece.day)
        or (wish.vague and not wish.day)
    )
    if clash:
        return None
    return replace(
        wish,
        end=piece.end,
        day=day,
        clock=piece.clock or wish.clock,
        part=piece.part or wish.part,
        span=piece.span or wish.span,
        open=piece.open or wish.open,
        vague=piece.vague or wish.vague,
        gone=piece.gone or wish.gone,
    )


def _says_which(message: Message, wish: Wish, piece: Piece) -> bool:
    """Whether an hour behind a comma tells which of a range: "after work tomorrow, say 5:30"."""
    if piece.clock is None or piece.clock.strength is Strength.BARE or wish.span is None:
        return False
    between = set(message.keys[wish.end : piece.start + 1])
    return bool(between & SAYING) and not between & (CHOICE | (STOPS - {",", "maybe"}))


def _beside(message: Message, wish: Wish, piece: Piece) -> bool:
    """Directly after it: the hour of a day that is turned down goes with the day."""
    return all(key in AT for key in message.keys[wish.end : piece.start])


def _day(message: Message, wish: Wish, piece: Piece) -> Day | None:
    """The day of both; None if they name two."""
    if wish.day is None or piece.day is None:
        return piece.day or wish.day
    if wish.gone is not piece.gone and not (wish.day.stretch or piece.day.stretch):
        return None
    together = merged(wish.day, piece.day)
    between = message.keys[wish.end : piece.start]
    beside = all(key in OF for key in between)
    stretch = wish.day.stretch or piece.day.stretch
    return together if together and (beside or stretch) else None
