"""One pass over a message: every piece of a time, longest first, left to right."""

from dataclasses import replace
from datetime import datetime

from engine.nlu.tokens import Message
from engine.nlu.when.clock_en import torn
from engine.nlu.when.clock_sw import unread_minutes
from engine.nlu.when.clocks import clock, counted_clock
from engine.nlu.when.dates import date
from engine.nlu.when.days import day
from engine.nlu.when.holidays import FIRST_WORDS, holiday
from engine.nlu.when.months import month
from engine.nlu.when.next_day import next_day
from engine.nlu.when.offsets import offset
from engine.nlu.when.parts import part
from engine.nlu.when.pieces import Piece, Strength
from engine.nlu.when.ranges import date_range
from engine.nlu.when.spans import span
from engine.nlu.words import calendar, numbers
from engine.nlu.words import clock as hours
from engine.nlu.words.filler import AGED, BEING, MONEY, PERSONS, PRICES, SET_TO
from engine.nlu.words.phrases import ANY_TIME, EVE, GREETINGS, NO_TIME, NOW, VAGUE
from engine.nlu.words.turns import AS

MOST_PIECES, MOST_TRIES = 12, 64
"""Times of one message that are read, and words at which one is looked for. A wish for six days
at six hours has as many; what says more is a row of words, and what was read of it is asked."""
_SHORT = 3
_LINKED = 4
"""Words between a price and what it is to be."""
_THOUSAND, _CENTS = 3, 2
"""Digits of a group behind a comma or point in an amount."""

_STARTS = frozenset(
    {
        *numbers.UNITS_EN, *numbers.TENS_EN, *numbers.UNITS_SW, *numbers.TENS_SW,
        *numbers.ORDINALS_EN, *calendar.WEEKDAYS, *calendar.MONTHS, *calendar.OFFSETS,
        *calendar.NEXT_EN, *calendar.THIS_EN, *calendar.COMING, *calendar.WEEK, *calendar.WEEKEND,
        *calendar.MONTH, *calendar.UNITS, *hours.PARTS, *hours.TONIGHT, *hours.MIDDAY,
        *hours.MIDNIGHT, *hours.AT, *hours.AFTER, *hours.BEFORE, *hours.BETWEEN,
        *FIRST_WORDS, *calendar.YEAR,
        *(words[0] for words in (*ANY_TIME, *NOW, *NO_TIME, *VAGUE, *GREETINGS, *EVE)),
        "now", "no", "si", "three",
        "a", "an", "the", "half", "quarter", "couple", "later", "late", "early", "not",
        *hours.MID, *calendar.STRETCH_LEADS, *calendar.EVERY, *calendar.LAST_EN,
        *calendar.WALL_WEEKDAYS, *calendar.EITHER_WEEKDAY, *calendar.DATE,
        *calendar.GLUED_WEEKS,
        "in", "on", "day", "within", "for", "one", "kwa", "ndani", "juma", "j",
        "siku", "nusu", "lunch", "during", "mapema", "ya", "wakati",
        *hours.LEAVING, *hours.LEAVES, hours.B_W[0],
        *(words[0] for words in hours.EARLIER_THAN | hours.LATER_THAN),
    }
)  # fmt: skip


def _by_first_word(
    *tables: tuple[tuple[tuple[str, ...], ...], str],
) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Set phrases with their meaning by their first word, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrases, meaning in tables:
        for words in phrases:
            found.setdefault(words[0], []).append((words, meaning))
    for phrases_of in found.values():
        phrases_of.sort(key=lambda pair: -len(pair[0]))
    return found


_SET = _by_first_word(
    (ANY_TIME, "open"),
    (NOW, "now"),
    (((("now"),),), "alone"),
    (NO_TIME, "nothing"),
    (VAGUE, "vague"),
    (EVE, "eve"),
    (GREETINGS, "greeting"),
)


def scan(message: Message, now: datetime, *, dated: bool) -> list[Piece]:
    """The pieces of a time in `message`, in order; they do not overlap.

    At most `MOST_PIECES` of them: the last is in doubt where more was said.

    Args:
        message: what was said.
        now: local, without its zone.
        dated: the day is known, or said.
    """
    pieces: list[Piece] = []
    behind, tries = 0, 0
    for at in (at for at in range(len(message)) if _may_start(message, at)):
        if at < behind:
            continue
        if len(pieces) == MOST_PIECES or tries == MOST_TRIES:
            return [*pieces[:-1], *(replace(piece, doubt=True) for piece in pieces[-1:])]
        tries += 1
        piece = _piece(message, at, now, dated=dated)
        if piece is not None:
            pieces.append(piece)
            behind = piece.end
    return pieces


def names_day(message: Message) -> bool:
    """Whether a day is said by its name."""
    return any(key in calendar.OFFSETS or key in calendar.WEEKDAYS for key in message.keys)


def _may_start(message: Message, at: int) -> bool:
    if message.keys[at] in hours.BEFORE and at and message.keys[at - 1] in AS:
        return False  # "same as before on Friday"
    return message.keys[at] in _STARTS or message.number(at) is not None


def _piece(message: Message, at: int, now: datetime, *, dated: bool) -> Piece | None:
    """The longest piece that begins at `at`; among equals the first named below."""
    beside = next_day(message, at)
    if beside is not None:
        return beside
    found = [
        _set_phrase(message, at, now),
        offset(message, at, now, dated=dated),
        date(message, at),
        span(message, at),
        _price(message, at),
        month(message, at),
        date_range(message, at),
        counted_clock(message, at),
        holiday(message, at),
        day(message, at),
        part(message, at),
        _clock(message, at),
    ]
    return max((p for p in found if p), key=lambda p: p.end, default=None)


def _clock(message: Message, at: int) -> Piece | None:
    found = clock(message, at)
    if found is None:
        return None
    if message.keys[found[1]] in hours.ZONES:
        return Piece(at, found[1] + 1, vague=True, doubt=True)
    if found[0].strength is Strength.BARE and (_of_money(message, at) or _of_age(message, at)):
        return Piece(at, found[1], nothing=True)
    number = found[0].strength is Strength.BARE
    unread = unread_minutes(message, found[1]) or _less_before(message, at)
    doubt = not number and (unread or torn(message, at))
    return Piece(at, found[1], clock=found[0], doubt=doubt)


def _less_before(message: Message, at: int) -> bool:
    """Whether what is missing to the hour is told before it: "kasoro robo saa tano"."""
    before = message.keys[max(at - 2, 0) : at]
    return not hours.LESS_SW.isdisjoint(before)


def _of_money(message: Message, at: int) -> bool:
    """Whether a bare number is an amount: ksh 3, `bei iwe 1`, "set the price to 0"."""
    before = at
    while before > at - _LINKED and before and message.keys[before - 1] in SET_TO:
        before -= 1
    said = message.keys[before - 1] if before else ""
    return said in MONEY or (before < at and said in PRICES)


def _of_age(message: Message, at: int) -> bool:
    """Whether a bare number says how old somebody is: "my sister is 17", "aged 6 and 9"."""
    keys = message.keys
    if at > 1 and keys[at - 1] in {"and", "na", "&"} and message.number(at - 2) is not None:
        return _of_age(message, at - 2)
    before = at
    while before and before > at - _LINKED and keys[before - 1] in BEING:
        before -= 1
    said = keys[before - 1] if before else ""
    return said in AGED or (before < at and said in PERSONS)


def _set_phrase(message: Message, at: int, now: datetime) -> Piece | None:
    """Any time, now, the end of the month; "saa ngapi" and the like, which name no time."""
    for words, meaning in _SET.get(message.keys[at], ()):
        if message.keys[at : at + len(words)] == words:
            return _meant(message, Piece(at, at + len(words)), meaning, now)
    return None


def _meant(message: Message, piece: Piece, meaning: str, now: datetime) -> Piece | None:
    if meaning == "now":
        return replace(piece, moment=now.replace(second=0, microsecond=0), open=True)
    if meaning == "alone":
        alone = len(message) <= _SHORT
        return replace(piece, moment=now.replace(second=0, microsecond=0)) if alone else None
    if meaning == "greeting":
        return replace(piece, nothing=True) if piece.start <= 1 else None
    return replace(
        piece,
        open=meaning == "open",
        nothing=meaning == "nothing",
        vague=meaning in {"vague", "eve"},
        doubt=meaning == "eve",
    )


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
