"""A length counted from a time in sight: "an hour later", `nusu saa mapema`, "push it back 30 min".

Without such a time the words are left to those that count from now.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Literal

from engine.model.understanding import TimeAction, TimeHeard
from engine.nlu.phrases import longest, table
from engine.nlu.tokens import Message
from engine.nlu.when.hours import offered
from engine.nlu.when.lengths import Length, how_long
from engine.nlu.when.next_day import next_day
from engine.nlu.when.settle import ASKED, SURE, Scene, answer, day_of, minute_of
from engine.nlu.words.calendar import OFFSETS, UNITS, WEEKDAYS
from engine.nlu.words.shifts import (
    ANY_NEXT,
    BOTH,
    BY,
    DAY_BEFORE,
    DELAYS,
    EARLIER,
    EARLIER_VERBS,
    EITHER_BY,
    FROM_NOW,
    LATER,
    LATER_VERBS,
    MOST_SAA,
    NEXT_DAY,
    OF_A_BOOKING,
)
from engine.nlu.words.turns import MOVES, NOT_BEFORE

_LATER, _EARLIER, _BOTH = table(LATER), table(EARLIER), table(BOTH)
_NEXT, _BEFORE = table(NEXT_DAY), table(DAY_BEFORE)
_MOVING = MOVES | DELAYS | OF_A_BOOKING
_NO_BASE = ANY_NEXT | OFFSETS.keys() | WEEKDAYS.keys()
_HOUR = 60
_DAY = 24 * _HOUR
_MOST_DAYS = 366
_NEAR = 3
"""Words between a direction and the length behind it: "forward by half an hour"."""


Direction = tuple[tuple[int, ...], int, int]
"""Which ways, and the tokens that say so, behind the last exclusive."""


@dataclass(frozen=True, slots=True)
class Shift:
    """How far, in minutes, from a time in sight; two ways where the words leave it open."""

    tokens: frozenset[int]
    ways: tuple[int, ...]
    beside: bool = False
    """From a day, not from a time: "the day after"."""
    moves: bool = False
    """Whether it must be of something booked: "move it", "earlier", not a bare "an hour later"."""

    def applied(self, base: datetime, scene: Scene) -> TimeHeard:
        """The time that this comes to from `base`."""
        times = tuple(base + timedelta(minutes=way) for way in self.ways)
        if len(times) == 1:
            return answer(times, scene, sure=True)
        return asking(times)


def shift(message: Message) -> Shift | None:
    """The first length of a message that has a direction."""
    if UNITS.keys().isdisjoint(message.keys):
        return None
    for at in range(len(message)):
        found = _at(message, at)
        if found is not None:
            cues = not _MOVING.isdisjoint(message.keys)
            return replace(found, moves=cues or min(found.ways) < 0)
    return None


def base(scene: Scene, *, beside: bool = False) -> datetime | None:
    """The one time in sight: known already, or the only one on the screen.

    Args:
        scene: what is known already.
        beside: whether it is counted from a day: one that was not to be had will do as well.
    """
    day, clock = _day(scene, beside=beside), scene.hearing.clock
    if day is not None and clock is not None:
        return datetime.combine(day, clock)
    shown = offered(scene.hearing)
    return datetime.fromisoformat(*shown) if len(shown) == 1 else None


def from_booked(found: Shift, scene: Scene) -> TimeHeard | None:
    """With nothing in sight it is counted from what is booked, once that is known.

    So it is while a booking is moved, whatever other times are shown, and where nothing is
    under way.
    """
    here = scene.hearing
    moving = "reschedule" in here.standing.tasks and here.near is None and here.clock is None
    fresh = found.moves and here.standing.idle and here.day is None and not offered(here)
    if not (moving or fresh):
        return None
    grain: Literal["day", "minute"] = "day" if found.beside else "minute"
    sure = ASKED if len(found.ways) > 1 else SURE
    return TimeHeard(TimeAction.ASK_TIME, None, grain, confidence=sure, shift=found.ways)


def from_many(found: Shift, scene: Scene) -> TimeHeard | None:
    """With several times in sight it is asked: from the last of them on, or before the first."""
    day, way = _day(scene, beside=found.beside), found.ways[0]
    if found.beside and day is None:
        return None
    if day is not None and way % _DAY == 0 and len(found.ways) == 1:
        moved = day + timedelta(minutes=way)
        return TimeHeard(TimeAction.ASK_TIME, day_of(moved), "day", confidence=ASKED)
    shown = sorted(offered(scene.hearing))
    if shown:
        edge = datetime.fromisoformat(shown[-1] if found.ways[0] > 0 else shown[0])
        return asking(tuple(edge + timedelta(minutes=way) for way in found.ways))
    if day is None:
        return None
    return TimeHeard(TimeAction.ASK_TIME, day_of(day), "day", confidence=ASKED)


def _day(scene: Scene, *, beside: bool) -> date | None:
    """The day in sight; "the day after" counts from one that was closed or full as well."""
    return scene.hearing.day or (scene.hearing.near if beside else None)


def asking(times: tuple[datetime, ...]) -> TimeHeard:
    """Readings of which none is taken for granted."""
    values = tuple(minute_of(at) for at in times)
    return TimeHeard(TimeAction.ASK, None, "minute", values, confidence=ASKED)


def _at(message: Message, at: int) -> Shift | None:
    before = message.keys[at - 1] if at else ""
    beside = _beside_a_day(message, at)
    if beside is not None:
        return beside
    found = how_long(message, at)
    minutes = _minutes(message, at, found)
    now = before in FROM_NOW and found and not longest(message, found.behind, _EARLIER)
    if found is None or now or not minutes or _turned_down(message, at):
        return None
    behind = (
        _behind(message, found.behind)
        or _ahead(message, at)
        or _by_verb_alone(message, at, found.behind)
    )
    if behind is None:
        return None
    ways, first, last = behind
    led = at - 1 if before in BY else at
    tokens = range(min(first, led), max(last, found.behind))
    return Shift(frozenset(tokens), tuple(way * minutes for way in ways))


def _beside_a_day(message: Message, at: int) -> Shift | None:
    """The day after or before the one in sight; one that is turned down beside it is nearer."""
    if next_day(message, at) is not None:
        return None
    for phrases, way in ((_NEXT, _DAY), (_BEFORE, -_DAY)):
        words = longest(message, at, phrases)
        behind = at + len(words or ())
        if words and message.keys[behind] not in _NO_BASE:
            again = any(key in WEEKDAYS for key in message.keys[behind:])
            ways = (way, 0) if again else (way,)  # "the day before. Oh, Wednesday is right"
            return Shift(frozenset(range(at, behind)), ways, beside=True)
    return None


def _minutes(message: Message, at: int, found: Length | None) -> int:
    """How long in minutes; 0 for what is no length here."""
    if found is None or found.months or found.days > _MOST_DAYS or not found.counted:
        return 0
    minutes = found.minutes + found.days * 24 * _HOUR
    clock = message.keys[at] == "saa"
    return 0 if clock and minutes > MOST_SAA * _HOUR else minutes


def _turned_down(message: Message, at: int) -> bool:
    return bool(NOT_BEFORE & {*message.keys[max(at - 2, 0) : at]})


def _behind(message: Message, at: int) -> Direction | None:
    """The direction that stands behind the length, and its tokens."""
    for phrases, ways in ((_LATER, (1,)), (_EARLIER, (-1,))):
        words = longest(message, at, phrases)
        if words:
            return ways, at, at + len(words)
    words = longest(message, at, _BOTH)
    if words:
        return _by_verb(message, at), at, at + len(words)
    return None


def _by_verb_alone(message: Message, at: int, behind: int) -> Direction | None:
    """A length that only its verb gives a direction: delay it 10 minutes, push it by an hour."""
    before = {*message.keys[:at]}
    if before & DELAYS:
        return (1,), behind, behind
    by = at > 0 and message.keys[at - 1] in EITHER_BY
    return ((-1, 1), behind, behind) if by and before & MOVES else None


def _ahead(message: Message, at: int) -> Direction | None:
    """The direction that stands before the length: "push it back by an hour"."""
    start = at - 1 if at and message.keys[at - 1] in BY else at
    for size in range(1, _NEAR + 1):
        first = start - size
        if first < 0:
            break
        for phrases, ways in ((_LATER, (1,)), (_EARLIER, (-1,)), (_BOTH, None)):
            words = longest(message, first, phrases)
            if words and len(words) == size:
                return ways or _by_verb(message, first), first, at
    return None


def _by_verb(message: Message, at: int) -> tuple[int, ...]:
    """Which way "back", "forward" and "up" go."""
    verbs, key = {*message.keys[:at]}, message.keys[at]
    back = key in {"back", "backwards"}
    if back and verbs & LATER_VERBS:
        return (1,)
    if not back and verbs & EARLIER_VERBS:
        return (-1,)
    return (-1, 1)
