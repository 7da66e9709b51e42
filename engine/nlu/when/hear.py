"""The one way into this package: a message in a state, at a time, to a `TimeHeard`."""

from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property

from engine.model.understanding import Hearing, TimeAction, TimeHeard
from engine.nlu.phrases import longest, table
from engine.nlu.tokens import Message
from engine.nlu.when.calendar import days
from engine.nlu.when.combine import combine
from engine.nlu.when.contrast import puts_right
from engine.nlu.when.figures import figures
from engine.nlu.when.fragments import undated
from engine.nlu.when.pieces import Piece
from engine.nlu.when.resolve import resolve
from engine.nlu.when.scan import MOST_PIECES, names_day, scan
from engine.nlu.when.settle import SETTLED, Scene
from engine.nlu.when.shifted import Shift, asking, base, from_booked, from_many, shift
from engine.nlu.when.slipped import unslipped
from engine.nlu.when.wish import Wish
from engine.nlu.words.approving import APPROVE
from engine.nlu.words.same_hour import SAME_HOUR
from engine.nlu.words.turns import CHOICE
from engine.nlu.words.yesno import YES

_SAME_HOUR = table(SAME_HOUR)
_TWO = 2
_CHOOSE = "choose"
_SHORT = 4
"""Words of a message that is an answer rather than a tale."""


@dataclass(frozen=True, slots=True)
class Heard:
    """The time of a message.

    Attributes:
        time: what it comes to; None if no time was asked for.
        covered: the tokens that spoke of time.
        refused: a time was named only to turn it down.
        instead: one was turned down, and another asked for.
        crowded: more times were said than are read: none is told from another.
    """

    time: TimeHeard | None
    covered: frozenset[int] = frozenset()
    refused: bool = False
    instead: bool = False
    crowded: bool = False


def hear(message: Message, hearing: Hearing, now: datetime) -> Heard:
    """The date or time that `message` asks for.

    Args:
        message: what was said, with tokens of other things hidden.
        hearing: what the state expects, and the day or hour already known.
        now: aware, in the tenant's zone.
    """
    return Words(message, now).heard(hearing)


class Words:
    """A message whose times are found once, however many states it is heard in."""

    def __init__(self, message: Message, now: datetime) -> None:
        """Take the words and the moment, aware, at which they were said."""
        (self.message, self.doubt), self.now = unslipped(message), now
        self._names_day = names_day(self.message)
        self._found: dict[bool, list[Piece]] = {}

    def heard(self, hearing: Hearing) -> Heard:
        """What they ask for in a state."""
        counted = _from_in_sight(self, self.shift, hearing) if self.shift else None
        return _at_same_hour(self.message, counted or _heard(self, hearing), hearing)

    @cached_property
    def shift(self) -> Shift | None:
        """The length that is counted from a time in sight."""
        return shift(self.message)

    @cached_property
    def unshifted(self) -> "Words":
        """The words beside that length."""
        hidden = self.shift.tokens if self.shift else ()
        return Words(self.message.without(hidden), self.now)

    def pieces(self, *, dated: bool) -> list[Piece]:
        """Every piece of a time, where the day is known before or not."""
        dated = dated or self._names_day
        if dated not in self._found:
            self._found[dated] = scan(self.message, self.now.replace(tzinfo=None), dated=dated)
        return self._found[dated]


def _at_same_hour(message: Message, heard: Heard, hearing: Hearing) -> Heard:
    """A day, said or in sight, "at the same time" as what is booked already."""
    said = next((at for at in range(len(message)) if longest(message, at, _SAME_HOUR)), None)
    if said is None:
        return heard
    time = heard.time
    if time is None and hearing.day is not None:
        day = hearing.day.isoformat()
        if hearing.clock is not None and hearing.kind != _CHOOSE:
            return heard
        if hearing.clock is not None:  # who comes next is wanted when the first is booked
            at = f"{day}T{hearing.clock.isoformat('minutes')}"
            return Heard(TimeHeard(TimeAction.RESOLVE, at, "minute", confidence=SETTLED))
        time = TimeHeard(TimeAction.RESOLVE, day, "day", confidence=SETTLED)
    if time is None or time.grain != "day" or time.value is None:
        return heard
    words = longest(message, said, _SAME_HOUR) or ()
    covered = heard.covered | {*range(said, said + len(words))}
    return replace(heard, time=replace(time, same_hour=True), covered=covered)


def _from_in_sight(words: Words, found: Shift, hearing: Hearing) -> Heard | None:
    """A length counted from the time that is said beside it, or that is in sight; None: neither."""
    scene = Scene(words.now.replace(tzinfo=None), hearing)
    beside = _heard(words.unshifted, hearing)
    said, seen, time = beside.time, base(scene, beside=found.beside), None
    if said is not None and said.action is TimeAction.RESOLVE and said.grain == "minute":
        time = _beside(words.message, found, datetime.fromisoformat(said.value or ""), scene)
    elif said is not None or beside.refused:
        return None
    else:
        counted = from_booked(found, scene) or from_many(found, scene)
        time = found.applied(seen, scene) if seen else counted
    return Heard(time, beside.covered | found.tokens) if time else None


def _beside(message: Message, found: Shift, said: datetime, scene: Scene) -> TimeHeard:
    """Counted from a time that was said along with it: "3pm, or an hour later" leaves it open."""
    time = found.applied(said, scene)
    if message.keys[max(min(found.tokens) - 1, 0)] not in CHOICE or time.value is None:
        return time
    return asking((said, datetime.fromisoformat(time.value)))


def _heard(words: Words, hearing: Hearing) -> Heard:
    """The date or time of what counts from now or from no time at all."""
    message, scene = words.message, Scene(words.now.replace(tzinfo=None), hearing)
    alone = figures(message) if scene.asks_time else None
    pieces = [alone] if alone else words.pieces(dated=hearing.day is not None)
    if not pieces:
        return Heard(None)
    wishes = combine(message, pieces, bare=_expects_time(message, scene))
    wishes = replace(wishes, wanted=_beside_held(message, wishes.wanted, scene))
    covered = frozenset(at for piece in pieces for at in range(piece.start, piece.end))
    time = resolve(wishes.wanted, scene)
    dated = hearing.day is not None or any(wish.day or wish.moment for wish in wishes.wanted)
    if time is not None and (words.doubt or any(piece.doubt for piece in pieces)):
        time = _asked(time, TimeAction.RESOLVE, TimeAction.ASK_TIME)
    elif time is not None and not dated and _beside_another(message, pieces):
        time = _asked(time, TimeAction.RESOLVE)
    crowded = len(pieces) >= MOST_PIECES
    return Heard(time, covered, wishes.refused, wishes.instead, crowded)


def _beside_held(message: Message, wanted: tuple[Wish, ...], scene: Scene) -> tuple[Wish, ...]:
    """At a summary of tomorrow, of "tomorrow I have guests, Monday" it is Monday that is wished."""
    day, said = scene.hearing.day, {*message.keys}
    if len(wanted) != _TWO or day is None or not scene.hearing.standing.sums_up:
        return wanted
    held, other = wanted
    reason = [key for key in message.keys[held.end : other.start] if key.isalpha()]
    same = held.day is not None and days(held.day, scene.today).dates == (day,)
    left = said & (CHOICE | APPROVE | YES) or len(message) - other.end > 1
    beside = (same and other.day) or _hour_in_sight(held, other, scene)
    return (other,) if beside and len(reason) > 1 and not left else wanted


def _hour_in_sight(held: Wish, other: Wish, scene: Scene) -> bool:
    """Whether only hours are said, the first of them the one that is shown."""
    shown, clock = scene.hearing.clock, held.clock
    if shown is None or clock is None or other.clock is None or held.day or other.day:
        return False
    return shown.hour * 60 + shown.minute in {one.minute for one in clock.readings}


def _beside_another(message: Message, pieces: list[Piece]) -> bool:
    """Whether a day that is over, or that nobody can read, stands beside an hour."""
    return any(piece.gone for piece in pieces) or undated(message, pieces)


def _asked(time: TimeHeard, *held: TimeAction) -> TimeHeard:
    """An hour beside a day that is over or that nobody can read: never taken for today."""
    if time.action not in held:
        return time
    candidates = () if time.value is None else (time.value,)
    return replace(time, action=TimeAction.ASK, value=None, candidates=candidates)


def _expects_time(message: Message, scene: Scene) -> bool:
    """Whether a number alone would be an hour here."""
    known = scene.hearing.day is not None or scene.hearing.clock is not None
    short = known and 1 < len(message) <= _SHORT
    return scene.asks_time or short or puts_right(message, scene.hearing.clock)
