"""Ranges of the day: between 2 and 5, from 3pm, before noon, kati ya saa nane na saa kumi."""

from engine.nlu.phrases import longest, table
from engine.nlu.tokens import Message
from engine.nlu.when import clock_en, clock_sw
from engine.nlu.when.dates import date
from engine.nlu.when.days import day
from engine.nlu.when.face import DAY, fixed
from engine.nlu.when.fit import readings
from engine.nlu.when.holidays import holiday
from engine.nlu.when.lengths import how_long
from engine.nlu.when.parts import part
from engine.nlu.when.pieces import Clock, Piece, Span, Strength
from engine.nlu.words.clock import (
    AFTER,
    AFTER_WHAT,
    AND_TO,
    BEFORE,
    BETWEEN,
    BY_THEN,
    NO_EARLIER,
    NO_LATER,
    OR_EARLIER,
    OR_LATER,
    UP_TO,
)

Found = tuple[Clock, int] | None

_LATER, _EARLIER = table(OR_LATER), table(OR_EARLIER)
_MOST_MINUTES = 12 * 60


def clock(message: Message, at: int) -> Found:
    """A time of day in either language; the longer reading."""
    there, here = clock_en.clock(message, at), clock_sw.clock(message, at)
    if there is None or here is None:
        return there or here
    return here if here[1] >= there[1] else there


def counted_clock(message: Message, at: int) -> Piece | None:
    """A time counted from another: an hour after 3pm, two hours before noon."""
    length, keys = how_long(message, at), message.keys
    if length is None or not length.minutes or length.minutes > _MOST_MINUTES:
        return None
    behind = length.behind
    if keys[behind] not in {"after", "past", "before", "baada", "kabla"}:
        return None
    found = clock(message, behind + (2 if keys[behind + 1] == "ya" else 1))
    if found is None:
        return None
    way = -1 if keys[behind] in BEFORE else 1
    shifted = (r._replace(minute=(r.minute + way * length.minutes) % DAY)
               for r in found[0].readings)  # fmt: skip
    return Piece(at, found[1], clock=Clock(tuple(shifted)))


def span(message: Message, at: int) -> Piece | None:
    """A range that begins at `at`."""
    found = _between(message, at) or _open_ended(message, at)
    if found is not None:
        return found
    first = _end(message, at)
    return (_hyphened(message, at, first) or _tailed(message, at, first)) if first else None


def _end(message: Message, at: int) -> Found:
    """One end of a range, with the part of the day and the figures that may stand behind it."""
    found = clock(message, at)
    if found is None:
        return None
    said = part(message, found[1])
    if said is not None and said.day is None:
        fit = readings(found[0], said.part)
        found = found if fit.clash else (Clock(fit.left), said.end)
    figures = clock(message, found[1] + 1) if message.keys[found[1]] == "(" else None
    if figures is not None and message.keys[figures[1]] == ")":
        return found[0], figures[1] + 1
    return found


def _between(message: Message, at: int) -> Piece | None:
    keys, start = message.keys, at
    if keys[at] not in BETWEEN:
        return None
    at += 2 if keys[at + 1] == "ya" else 1
    first = _end(message, at)
    if first is None or keys[first[1]] not in AND_TO:
        return None
    second = _end(message, first[1] + 1)
    if second is None:
        return None
    return Piece(start, second[1], span=Span(_like(first[0], second[0]), second[0]))


def _hyphened(message: Message, at: int, first: tuple[Clock, int]) -> Piece | None:
    """2-5pm, 3pm to 5pm, saa nane hadi saa kumi: one end is surely a time, or stands by a day."""
    if message.keys[first[1]] not in UP_TO:
        return None
    second = _end(message, first[1] + 1)
    if second is None:
        return None
    sure = Strength.SURE in {first[0].strength, second[0].strength}
    beside = day(message, second[1]) or part(message, second[1])
    both = Span(_like(first[0], second[0]), second[0])
    return Piece(at, second[1], span=both, bare=not (sure or beside))


def _tailed(message: Message, at: int, found: tuple[Clock, int]) -> Piece | None:
    """3pm or later, saa tisa alasiri na kuendelea, 5pm at the latest."""
    for phrases, later in ((_LATER, True), (_EARLIER, False)):
        words = longest(message, found[1], phrases)
        if words:
            end = Span(after=found[0]) if later else Span(before=found[0])
            return Piece(at, found[1] + len(words), span=end)
    return None


def _like(first: Clock, second: Clock) -> Clock:
    """2 to 5pm: the first takes the half of the day that the second names, if it comes before."""
    end = second.readings
    if len(end) > 1 or len(first.readings) == 1:
        return first
    near = [r for r in first.readings if r.minute < end[0].minute]
    return Clock((max(near),), first.strength) if near else first


def _end_said(message: Message, at: int) -> tuple[bool, bool, int] | None:
    """Before or after, whether "not" turned it round, and the token behind."""
    keys = message.keys
    if keys[at : at + 3] in NO_LATER or keys[at : at + 3] in NO_EARLIER:
        return keys[at : at + 3] in NO_LATER, False, at + 3
    negated = keys[at] in {"not", "si", "sio"} and keys[at + 1] in BEFORE
    at += 1 if negated else 0
    if keys[at] not in AFTER and keys[at] not in BEFORE:
        return None
    return keys[at] in BEFORE, negated, at + (2 if keys[at + 1] in {"ya", "the"} else 1)


def _open_ended(message: Message, at: int) -> Piece | None:
    """After 3, baada ya kazi, from 2pm, before noon, by 5, hadi saa kumi."""
    keys, start = message.keys, at
    said = _end_said(message, at)
    if said is None:
        return None
    before, negated, at = said
    after = not before
    if keys[at] in AFTER_WHAT and (after or negated):
        return Piece(start, at + 1, span=Span(after=fixed(AFTER_WHAT[keys[at]])))
    found = clock(message, at)
    if found is None:
        later = day(message, at) or date(message, at) or holiday(message, at)
        if later is None or keys[start] in {"from", "kutoka", "toka"}:
            return None
        return Piece(start, later.end, day=later.day, vague=True)
    if before and not negated:
        by = keys[start] in BY_THEN
        return Piece(start, found[1], span=Span(before=found[0], by=by))
    return Piece(start, found[1], span=Span(after=found[0]))
