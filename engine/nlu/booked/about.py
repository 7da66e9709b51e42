"""Of a message about something booked: which of its times tells it apart, and which is the new one.

"Move the Friday one to 4", "nisogezee ya kesho hadi Ijumaa", "cancel my 3pm".
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from engine.model.flow import SlotType
from engine.model.understanding import Act, Expected, Hearing, TimeAction, TimeHeard
from engine.nlu.acts.told import BOOKED
from engine.nlu.tokens import Message
from engine.nlu.verbs import negative
from engine.nlu.when.hear import Heard, Words
from engine.nlu.when.shifted import shift
from engine.nlu.words.booked import BOOKED_WORDS, OF, TOWARDS
from engine.nlu.words.turns import NOT_BEFORE

_SURE = 0.85
_MOVE = "reschedule"
_NEW = Expected("time", SlotType("opening"), asked=True)
_CLOCK = len("2026-06-01T")


@dataclass(frozen=True, slots=True)
class Apart:
    """The times of a message; `about` is of what is booked already."""

    time: TimeHeard | None
    about: TimeHeard | None = None


@dataclass(frozen=True, slots=True)
class _Said:
    message: Message
    hearing: Hearing
    words: Words
    hidden: frozenset[int]
    covered: frozenset[int]

    def heard(self, hidden: Iterable[int], hearing: Hearing) -> TimeHeard | None:
        """The time in what is left when some tokens are hidden."""
        return self.left(hidden).heard(hearing).time

    def left(self, hidden: Iterable[int]) -> Words:
        """What is left when some tokens are hidden."""
        gone = frozenset(hidden)
        return Words(self.words.message.without(gone), self.words.now) if gone else self.words


def told_apart(
    message: Message,
    hearing: Hearing,
    acts: tuple[Act, ...],
    of_time: tuple[Heard, frozenset[int]],
    words: Words,
) -> Apart:
    """Tell the times of a message apart, if it speaks of something booked.

    Args:
        message: what was said.
        hearing: what the state expects.
        acts: what it was found to be.
        of_time: its time, heard as one, and the tokens that name other things.
        words: the message without those tokens, as it was heard.
    """
    heard, hidden = of_time
    said = _Said(message, hearing, words, hidden, heard.covered)
    tasks, sure = hearing.standing.tasks, {act.name for act in acts if act.confidence >= _SURE}
    asked = any(e.asked and e.type.name == BOOKED for e in hearing.expected)
    moves = _MOVE in sure or _MOVE in tasks
    if heard.time is None and "cancel" in sure and not heard.crowded:
        return Apart(None, _missed(said))
    of_it = asked or moves or {"cancel"} & (sure | tasks)
    if heard.crowded or not (heard.covered and of_it):
        return Apart(heard.time)
    if moves and hearing.day is None and (counted := shift(message)) is not None:
        return _counted(said, counted.tokens)
    found = (_towards(said) or _described(said)) if moves or asked else None
    if found is not None:
        return found
    one_in_hand = BOOKED in hearing.standing.answered
    calls_off = one_in_hand and "cancel" in tasks and not {"book", _MOVE} & (tasks | sure)
    if asked or "cancel" in sure or calls_off:  # "no, the Friday one"
        return Apart(None, _loose(said, ()))
    return Apart((_loose(said, ()) if moves and hearing.day is None else None) or heard.time)


def _counted(said: _Said, tokens: frozenset[int]) -> Apart:
    """An hour later than what is booked; other times are of it, but for one to go to."""
    others = said.covered - tokens
    if any(at and said.message.keys[at - 1] in TOWARDS for at in others):
        return Apart(_loose(said, tokens))  # "to Friday, an hour later"
    standing = replace(said.hearing.standing, tasks=frozenset({_MOVE}))
    alone = said.heard(others, replace(said.hearing, standing=standing))
    return Apart(alone if alone and alone.shift else None, _loose(said, tokens) if others else None)


def _missed(said: _Said) -> TimeHeard | None:
    """The time that the customer cannot keep: "I can't come on Friday"."""
    keys = said.message.keys
    return _loose(said, [at for at, key in enumerate(keys) if key in NOT_BEFORE or negative(key)])


def _towards(said: _Said) -> Apart | None:
    """What stands before "to" or "hadi" is the old time, what stands behind it the new one."""
    keys, count = said.message.keys, len(said.message)
    places = [at for at in range(count) if keys[at] in TOWARDS and at + 1 in said.covered]
    places += [at for at in range(count) if keys[at] in TOWARDS and said.message.number(at + 1)]
    if not places:
        return None
    place = max(places)
    old = _loose(said, range(place, count))
    day = _day(old) or said.hearing.day
    before = range(place + 1)
    expecting = replace(said.hearing, expected=(_NEW,), day=day)
    new = said.heard(before, expecting) if day else _loose(said, before)
    return Apart(new, old) if new is not None else None


def _described(said: _Said) -> Apart | None:
    """Times that stand with a word for the booking: "the Friday one", "miadi yangu ya kesho"."""
    mine = {at for at in said.covered if _describes(said, at)}
    if not mine:
        return None
    others = said.covered - mine
    about = _loose(said, others)
    day = _day(about) or said.hearing.day
    rest = replace(said.hearing, day=day)
    new = said.heard(mine, rest) if day else _loose(said, mine)
    return Apart(new if others else None, about)


def _describes(said: _Said, at: int) -> bool:
    """Whether a token of a time belongs to a stretch that a word for a booking is beside."""
    first = last = at
    while first - 1 in said.covered:
        first -= 1
    while last + 1 in said.covered:
        last += 1
    keys = said.message.keys
    behind = last + 1
    if keys[behind] == "s":
        behind += 1
    if keys[behind] in BOOKED_WORDS or behind in said.hidden:
        return True
    if keys[first] in OF or (first and keys[first - 1] in OF):
        return True
    return first > 1 and keys[first - 1] in {"on", "at", "for"} and _named(said, first - 2)


def _named(said: _Said, at: int) -> bool:
    return said.message.keys[at] in BOOKED_WORDS or at in said.hidden


def _day(time: TimeHeard | None) -> date | None:
    if time is None or time.value is None:
        return None
    return datetime.fromisoformat(time.value).date()


def _loose(said: _Said, hidden: Iterable[int]) -> TimeHeard | None:
    """A time in which an hour without a day is the hour of any day.

    Heard as if two different days were spoken of: what follows them has no day of its own.
    """
    words = said.left(hidden)
    days = [(said.words.now + timedelta(days=ahead)).date() for ahead in (2, 3)]
    readings = [
        words.heard(replace(said.hearing, expected=(_NEW,), day=day, clock=None)).time
        for day in days
    ]
    first, second = readings
    if first is None or second is None or first.value == second.value or first.value is None:
        return words.heard(replace(said.hearing, day=None, clock=None)).time or first
    if first.grain != "minute":
        return first
    clock = datetime.fromisoformat(first.value)
    until = (clock + timedelta(minutes=1)).isoformat()[_CLOCK:][:5]
    return TimeHeard(
        TimeAction.RESOLVE,
        None,
        "minute",
        after=first.value[_CLOCK:],
        before=until,
        confidence=first.confidence,
    )
