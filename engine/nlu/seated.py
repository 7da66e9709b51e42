"""How many come, told by a number alone: "massage for two at 2pm", `masaji ya wawili`.

The same words are an hour elsewhere: "book me for two". What stands beside them decides.
"""

from dataclasses import dataclass
from datetime import datetime, time
from itertools import islice

from engine.model.understanding import Hearing, TimeAction, TimeHeard
from engine.nlu.mentions.party import Counted
from engine.nlu.tokens import Message
from engine.nlu.when.hear import Heard, hear
from engine.nlu.when.numbers import cardinal
from engine.nlu.words.calendar import OFFSETS, WEEKDAYS
from engine.nlu.words.party import BEFORE_SEATS, BEHIND_SEATS, LINKS, LIVING

_FOR = frozenset({"for", "kwa"})
_BEFORE = LINKS | _FOR
_LOOKED_AT = 3
"""Numbers that may be people; nobody means a fourth."""
_MOST = 12
"""Larger numbers behind "for" are hardly ever people."""
_BEHIND = BEHIND_SEATS | frozenset(WEEKDAYS) | frozenset(OFFSETS)
_FEW = 6
"""Of more people nobody tells with "for" alone: "haircut for 10 tomorrow" is at ten."""
_OPENING = "opening"
_NOON = 12


@dataclass(frozen=True, slots=True)
class Seated:
    """The number of people, its tokens, and the time that is heard without them.

    Attributes:
        doubtful: the number may as well be an hour: "haircut for 3 tomorrow".
    """

    found: Counted
    heard: Heard
    doubtful: bool = False

    @property
    def tokens(self) -> frozenset[int]:
        """The tokens that are no time."""
        return frozenset(range(self.found[1], self.found[2]))


def seated(
    message: Message, hearing: Hearing, named: tuple[frozenset[int], frozenset[int]], now: datetime
) -> Seated | None:
    """The number of people that a bare number tells; None where it may be an hour.

    Args:
        message: what was said.
        hearing: what the state expects: where the time is asked, a number alone is one.
        named: the tokens that name anything, and those of services.
        now: aware, in the tenant's zone.
    """
    hidden, services = named
    if _BEFORE.isdisjoint(message.keys):
        return None
    counts = (_counts(message, at) for at in range(1, len(message)) if at not in hidden)
    for found in islice(filter(None, counts), _LOOKED_AT):
        at = found[1]
        tokens = hidden | {*range(found[1], found[2])}
        heard = hear(message.without(tokens), hearing, now)
        living = message.keys[at] in LIVING
        if living or _is_people(message, hearing, (found, services, hidden), heard):
            return Seated(found, heard)
        if _may_be_hour(message, hearing, (found, services), heard):
            return Seated(found, heard, doubtful=True)
    return None


def _counts(message: Message, at: int) -> Counted | None:
    """A number behind "for" or `ya` that counts nothing that is said behind it."""
    keys = message.keys
    number = cardinal(message, at) if keys[at - 1] in _BEFORE else None
    if number is None or not 1 < number[0] <= _MOST:
        return None
    if keys[at] in LIVING:
        return (number[0], at, number[1]) if keys[at - 1] in LINKS else None
    if keys[at - 1] not in _FOR or not (number[1] == len(message) or keys[number[1]] in _BEHIND):
        return None
    return number[0], at, number[1]


def _is_people(
    message: Message,
    hearing: Hearing,
    of: tuple[Counted, frozenset[int], frozenset[int]],
    heard: Heard,
) -> bool:
    """Whether "for two" says who comes: an hour stands beside it, or no hour is looked for."""
    (number, at, end), services, named = of
    before = at - 3 if at > 1 and message.keys[at - 2] == "," else at - 2
    behind_service = before in services
    several = behind_service and message.keys[before].endswith("s")
    if _elsewhere(heard.time, number):
        counted = behind_service or before in heard.covered or message.keys[end] in {"at", "@", ","}
        counted = counted or before in named
        return counted or message.keys[before] in BEFORE_SEATS
    asked = any(one.asked and one.type.name == _OPENING for one in hearing.expected)
    if asked or not hearing.standing.idle:
        return False
    in_words = message.number(at) is None  # "haircut for 2 tomorrow" is at two
    return several or (behind_service and in_words and not _narrowed(heard.time))


def _may_be_hour(
    message: Message, hearing: Hearing, of: tuple[Counted, frozenset[int]], heard: Heard
) -> bool:
    """Whether nothing tells if a figure directly behind a service is how many come, or when."""
    (number, at, _), services = of
    if hearing.standing.sums_up and at == 1:
        return number <= _FEW and len(message) == of[0][2]
    behind_service = at - 2 in services and message.keys[at - 1] in _FOR
    hour = _elsewhere(heard.time, number) or _narrowed(heard.time)
    return behind_service and number <= _FEW and hearing.standing.idle and not hour


def _elsewhere(said: TimeHeard | None, number: int) -> bool:
    """Whether an hour is said without the number, or a part of the day that it is not in."""
    if said is None:
        return False
    if said.grain == "minute" and said.action is not TimeAction.ASK_TIME:
        return True
    return _narrowed(said) and not any(_within(said, hour) for hour in (number, number + _NOON))


def _narrowed(said: TimeHeard | None) -> bool:
    return said is not None and bool(said.after or said.before)


def _within(said: TimeHeard, hour: int) -> bool:
    at = time(hour % 24).isoformat("minutes")
    return (said.after or "00:00") <= at <= (said.before or "24:00")
