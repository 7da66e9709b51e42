"""One pass over a message: every piece of a time, longest first, left to right."""

from datetime import datetime

from engine.nlu.tokens import Message
from engine.nlu.when.dates import date
from engine.nlu.when.days import day
from engine.nlu.when.offsets import offset
from engine.nlu.when.parts import part
from engine.nlu.when.pieces import Piece, Strength
from engine.nlu.when.spans import clock, span
from engine.nlu.words import calendar, numbers
from engine.nlu.words import clock as hours
from engine.nlu.words.filler import MONEY
from engine.nlu.words.phrases import ANY_TIME, NO_TIME, NOW

_THOUSAND, _CENTS = 3, 2
"""Digits of a group behind a comma or point in an amount."""

_STARTS = frozenset(
    {
        *numbers.UNITS_EN, *numbers.TENS_EN, *numbers.UNITS_SW, *numbers.TENS_SW,
        *numbers.ORDINALS_EN, *calendar.WEEKDAYS, *calendar.MONTHS, *calendar.OFFSETS,
        *calendar.NEXT_EN, *calendar.THIS_EN, *calendar.COMING, *calendar.WEEK, *calendar.WEEKEND,
        *calendar.MONTH, *calendar.UNITS, *hours.PARTS, *hours.TONIGHT, *hours.MIDDAY,
        *hours.MIDNIGHT, *hours.AT, *hours.AFTER, *hours.BEFORE, *hours.BETWEEN,
        *(words.split()[0] for words in (*calendar.HOLIDAYS, *calendar.EASTER)),
        *(words[0] for words in (*ANY_TIME, *NOW, *NO_TIME)),
        "a", "an", "the", "half", "quarter", "couple", "last", "later", "late", "early", "not",
        "in", "on", "within", "for", "kwa", "ndani", "tarehe", "trh", "date", "juma", "j", "siku",
        "nusu", "lunch", "during", "mapema", "ya", "wakati",
    }
)  # fmt: skip


def scan(message: Message, now: datetime) -> list[Piece]:
    """The pieces of a time in `message`, in order; they do not overlap."""
    pieces: list[Piece] = []
    at, size = 0, len(message)
    while at < size:
        piece = _piece(message, at, now) if _may_start(message, at) else None
        if piece is None:
            at += 1
            continue
        pieces.append(piece)
        at = piece.end
    return pieces


def _may_start(message: Message, at: int) -> bool:
    return message.keys[at] in _STARTS or message.number(at) is not None


def _piece(message: Message, at: int, now: datetime) -> Piece | None:
    """The longest piece that begins at `at`; among equals the first named below."""
    found = [
        _set_phrase(message, at, now),
        _price(message, at),
        offset(message, at, now),
        span(message, at),
        date(message, at),
        day(message, at),
        part(message, at),
        _clock(message, at),
    ]
    return max((p for p in found if p), key=lambda p: p.end, default=None)


def _clock(message: Message, at: int) -> Piece | None:
    found = clock(message, at)
    if found is None:
        return None
    if found[0].strength is Strength.BARE and at and message.keys[at - 1] in MONEY:
        return Piece(at, found[1], nothing=True)
    return Piece(at, found[1], clock=found[0])


def _set_phrase(message: Message, at: int, now: datetime) -> Piece | None:
    """Any time, now; "saa ngapi" and the like, which name no time."""
    for phrases in (NO_TIME, ANY_TIME, NOW):
        for words in phrases:
            if message.keys[at : at + len(words)] == words:
                end = at + len(words)
                if phrases is NOW:
                    return Piece(at, end, moment=now.replace(second=0, microsecond=0))
                return Piece(at, end, open=phrases is ANY_TIME, nothing=phrases is NO_TIME)
    return None


def _price(message: Message, at: int) -> Piece | None:
    """1,500 and 2500.00: amounts, and other long numbers."""
    digits = message.keys[at]
    if message.number(at) is None:
        return None
    end = at + 1
    while message.keys[end] in {",", "."} and message.glued(end) and message.glued(end + 1):
        group = message.keys[end + 1]
        if not (
            group.isdigit()
            and (len(group) == _THOUSAND or (len(group) == _CENTS and len(digits) > _CENTS))
        ):
            break
        end += 2
    return Piece(at, end, nothing=True) if end > at + 1 else None
