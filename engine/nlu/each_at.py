"""Several bookings in one wish, each at a time of its own.

"Haircut tomorrow 3pm and a facial at 4", "a cut at 3 for me and at 4 for my son", and in the midst
of a booking "and also a facial at 4". What comes first is heard as a wish alone would be; the
others are noted with their times.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from itertools import pairwise

from engine.model.understanding import Hearing, Mention, TimeAction, TimeHeard, Vocabulary
from engine.model.value import ANYONE
from engine.nlu.acts.cues import FILLERS
from engine.nlu.mentions.collect import SERVICE, STAFF, Mentioned, mentions
from engine.nlu.mentions.several import MOST, TYPE
from engine.nlu.tokens import Message
from engine.nlu.when.hear import Heard, hear
from engine.nlu.words.party import COMPANIONS, OWN, SELF
from engine.nlu.words.several import ADDS, JOINS, KEPT_TOGETHER, PARTS, WHOSE

_SURE = 0.95
_MOST_JOINS = 5
_MOST_WORDS = 80
"""Several wishes are told in fewer words; each stretch of a longer text would be read again."""
_DAY = len("2026-06-01")
_CUTS = JOINS | {".", ";"}
_MARKS = ";:@+"
_OF_EACH = frozenset({SERVICE, STAFF, TYPE})


@dataclass(frozen=True, slots=True)
class EachAt:
    """What is booked first, with its time, and the others with theirs.

    Attributes:
        mentions: of services and people, instead of those that were heard of the whole.
        time: of the first; None: the booking in hand keeps its own.
    """

    mentions: tuple[Mention, ...]
    time: TimeHeard | None


@dataclass(frozen=True, slots=True)
class _Wish:
    """A message with the state that hears it; `heard`: its stretches, each heard once."""

    message: Message
    hearing: Hearing
    vocabulary: Vocabulary
    now: datetime
    heard: dict[tuple[tuple[int, int], date | None], "_Part | None"] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of the message, heard alone."""

    named: Mentioned
    time: TimeHeard | None

    @property
    def service(self) -> Mention | None:
        """The service that it names."""
        return next((m for m in self.named.mentions if m.type == SERVICE and not m.excluded), None)


def each_at(
    message: Message,
    state: tuple[Hearing, Vocabulary],
    whole: tuple[Mentioned, Heard],
    now: datetime,
) -> EachAt | None:
    """The bookings that a wish is for, if each of them has a time of its own.

    Args:
        message: what was said, which is a wish to book.
        state: what the state expects, and the catalogue.
        whole: what was named in the message, and its time.
        now: aware, in the tenant's zone.
    """
    named, heard = whole
    if len(message) > _MOST_WORDS or heard.time is None or not named.services or _weighs(message):
        return None
    joins = [at for at in _joins(message, named, heard) if at][:_MOST_JOINS]
    parts = _parts(_Wish(message, *state, now), joins, (0, None))
    days = {_day(one.time) for one in parts or () if one.time} - {None}
    if parts and len(days) == 1 and _day(parts[0].time) is None:  # "at 2, and ... at 4 on Friday"
        on_it = replace(state[0], day=days.pop())
        parts = _parts(_Wish(message, on_it, state[1], now), joins, (0, on_it.day))
    if not parts or not 1 < len(parts) <= MOST or _said_twice(message, parts):
        return None
    return _told(parts, _counts(named))


def _counts(named: Mentioned) -> Counter[str]:
    """How often each service is wanted in all, by its ids: "one haircut and two facials"."""
    listed = (str(one.value) for one in named.mentions if one.type == TYPE)
    return Counter(_ids(entry) for value in listed for entry in value.split(";"))


def _ids(entry: str) -> str:
    return entry.partition(":")[2].partition("+")[0].partition("@")[0]


def _said_twice(message: Message, parts: Sequence[_Part]) -> bool:
    """Whether one wish is told in two sentences: "today's trim is free. A trim today at 2"."""
    return not COMPANIONS & {*message.keys} and any(
        one.service is not None
        and other.service is not None
        and one.service.value == other.service.value
        and _day(one.time) == _day(other.time)
        and not all(part.time and part.time.grain == "minute" for part in (one, other))
        for one, other in pairwise(parts)
    )


def added_at(message: Message, named: Mentioned, heard: Heard) -> EachAt | None:
    """What is wanted beside the booking in hand, with its own time: "and also a facial at 4"."""
    time = heard.time
    more = [one for one in named.mentions if one.type == TYPE]
    if len(more) != 1 or ";" in str(more[0].value) or not named.services or time is None:
        return None
    first = min(named.services)
    adds = (at for at in range(first, -1, -1) if message.keys[at] in JOINS | ADDS)
    if min(heard.covered) < next(adds, 0) or not (at := _at(time, None)):
        return None
    noted = replace(more[0], value=f"{more[0].value}@{at}")
    own = (one for one in named.mentions if one.type == STAFF)
    return EachAt((*own, noted), None)


def _weighs(message: Message) -> bool:
    """Whether one of them is to be chosen, or the second takes the place of the first."""
    return any(key in KEPT_TOGETHER for key in message.keys[: len(message)])


def _joins(message: Message, named: Mentioned, heard: Heard) -> list[int]:
    """Where one wish may end and another begin."""
    within = heard.covered | named.hidden
    return [at for at in range(len(message)) if message.keys[at] in _CUTS and at not in within]


def _parts(wish: _Wish, joins: Sequence[int], of: tuple[int, date | None]) -> list[_Part] | None:
    """The stretches from `of` on, each with its time; the day of the first counts for all."""
    start, day = of
    later = start > 0
    for place, join in enumerate(joins):
        head = _part(wish, (start, join), day)
        if head is None:
            continue
        rest = _parts(wish, joins[place + 1 :], (join, day or _day(head.time)))
        if rest is not None:
            return [head, *rest]
    last = _part(wish, (start, len(wish.message)), day) if later else None
    return [last] if last else None


def _part(wish: _Wish, span: tuple[int, int], day: date | None) -> _Part | None:
    """What one stretch says; None if it is no booking of its own."""
    if (span, day) not in wish.heard:
        wish.heard[span, day] = _alone(wish, span, day)
    return wish.heard[span, day]


def _alone(wish: _Wish, span: tuple[int, int], day: date | None) -> _Part | None:
    later = span[0] > 0
    within = range(*span)
    message = wish.message.until(span[1]).without(range(span[0]))
    hearing = replace(wish.hearing, day=day, clock=None) if later and day else wish.hearing
    named = mentions(message, hearing, wish.vocabulary)
    heard = hear(message.without(named.hidden), hearing, wish.now)
    if heard.time is None and not (later and named.services and not _asks(message, within)):
        return None
    if not (named.services or (later and _whose(message, heard, within))):
        return None
    if any(one.several for one in named.mentions):
        return None
    return _Part(named, heard.time)


def _asks(message: Message, within: range) -> bool:
    """Whether a service without a time is asked about, or chosen, rather than wanted as well."""
    return any(message.keys[at] in PARTS for at in within)


def _whose(message: Message, heard: Heard, within: range) -> bool:
    """Whether it says for whom and when, and nothing else: "and at 4 for my son"."""
    said = {message.keys[at] for at in within if at not in heard.covered}
    return (
        bool(said & (COMPANIONS | SELF))
        and said <= COMPANIONS | SELF | OWN | WHOSE | FILLERS | JOINS
    )


def _told(parts: Sequence[_Part], often: Counter[str]) -> EachAt | None:
    """The first as if it were alone, and all of them as a list, each as often as it is wanted."""
    first = parts[0]
    if first.service is None:
        return None
    day = _day(first.time)
    entries = [_entry(part.service or first.service, part, day) for part in parts]
    entries[0] = entries[0].partition("@")[0].partition("+")[0]
    own = Counter(map(_ids, entries))
    every = [
        one
        for one in entries
        for _ in range(max(often[_ids(one)], 1) if own[_ids(one)] == 1 else 1)
    ]
    listed = Mention(TYPE, ";".join(every), _SURE, text=first.service.text)
    told = (m for m in first.named.mentions if m.type in _OF_EACH and m.type != TYPE)
    return EachAt((*told, listed), first.time)


def _entry(service: Mention, part: _Part, day: date | None) -> str:
    """`facial:facial@16:00+jane`; who comes along has the same service."""
    ids = service.candidates if service.value is None else (str(service.value),)
    called = "".join(" " if mark in _MARKS else mark for mark in service.text)
    at, who = _at(part.time, day), _who(part)
    return f"{called}:{'/'.join(ids)}" + (f"@{at}" if at else "") + (f"+{who}" if who else "")


def _who(part: _Part) -> str:
    """Who is to serve, if one of the team is named."""
    people = [m for m in part.named.mentions if m.type == STAFF and not m.excluded]
    one = people[0].value if len(people) == 1 else None
    return str(one) if one and one != ANYONE else ""


def _at(time: TimeHeard | None, day: date | None) -> str:
    """The time as it is noted: an hour of the day of the first, a day, both; "" if it is open."""
    if time is None or time.value is None or time.action is TimeAction.REJECT_PAST:
        return ""
    said, _, hour = time.value.partition("T")
    if hour and (time.dayless or (day and said == day.isoformat())):
        return hour
    return "" if day and said == day.isoformat() else time.value


def _day(time: TimeHeard | None) -> date | None:
    if time is None or time.value is None or time.dayless:
        return None
    return date.fromisoformat(time.value[:_DAY])
