"""Ranges of the day: between 2 and 5, 3pm to 5pm, kati ya saa nane na saa kumi."""

from engine.nlu.phrases import longest, table
from engine.nlu.tokens import Message
from engine.nlu.when import clock_sw
from engine.nlu.when.clock_en import meridiem
from engine.nlu.when.clocks import Found, clock
from engine.nlu.when.days import day
from engine.nlu.when.ends import open_ended
from engine.nlu.when.fit import readings
from engine.nlu.when.parts import part
from engine.nlu.when.pieces import Clock, Piece, Span, Strength
from engine.nlu.words.clock import AND_TO, B_W, BETWEEN, OR_EARLIER, OR_LATER, UP_TO

_LATER, _EARLIER = table(OR_LATER), table(OR_EARLIER)


def span(message: Message, at: int) -> Piece | None:
    """A range that begins at `at`."""
    found = _between(message, at) or open_ended(message, at)
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
    short = keys[at : at + 3] == B_W
    if keys[at] not in BETWEEN and not short:
        return None
    at += 3 if short else 2 if keys[at + 1] == "ya" else 1
    ends = (_end(message, at), clock_sw.hour(message, at) if keys[at - 1] == "ya" else None)
    for first in ends:
        if first is None or keys[first[1]] not in AND_TO:
            continue
        second = _second(message, at, first)
        if second is not None:
            return Piece(start, second[1], span=Span(_like(first[0], second[0]), second[0]))
    return None


def _second(message: Message, at: int, first: tuple[Clock, int]) -> Found:
    """The other end; behind an hour with `saa` its own needs none: `saa nane hadi kumi`."""
    behind = first[1] + 1
    found = _end(message, behind)
    said = message.keys[at : first[1]]
    swahili = "saa" in said or message.keys[at - 1] == "ya"
    if not swahili or message.keys[behind] == "saa" or (found and meridiem(message, found[1])):
        return found
    hour = clock_sw.hour(message, behind)
    longer = hour is not None and (found is None or hour[1] >= found[1])
    return hour if longer else found


def _hyphened(message: Message, at: int, first: tuple[Clock, int]) -> Piece | None:
    """2-5pm, 3pm to 5pm, saa nane hadi saa kumi: one end is surely a time, or stands by a day."""
    if message.keys[first[1]] not in UP_TO:
        return None
    second = _second(message, at, first)
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
