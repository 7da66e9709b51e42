"""Openings near a wish: the wished day if anything is free on it, else the days that follow."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from engine.model.handler import ReadGate
from engine.model.value import Value
from tools.catalog.model import Catalogue, Person, Service
from tools.scheduling.any_day import Shown, at_hours, mildest
from tools.scheduling.choose import MOST, by_distance, near, spread
from tools.scheduling.day import ceil_minute, epoch_minute, local_date, local_day
from tools.scheduling.openings import FreeDay, Question, free_day, lanes_of
from tools.scheduling.option import opening_value, shown_value
from tools.scheduling.reason import Why, why_not_day, why_not_minute
from tools.scheduling.taken import read_taken
from tools.scheduling.wish import Wish

CHUNKS = (4, 14, 1000)
"""Days read at once, while all that were read before are full."""
DAYS_SHOWN = (4, 3, 3)
"""How many openings of the first, second and third free day are offered."""
FORTNIGHTS = (14, 1000)
"""Days read at once for an hour that was said without a day, while it is free on none of them."""


@dataclass(frozen=True, slots=True)
class Request:
    """Who looks for what.

    Attributes:
        people: those asked for, each of whom offers the service.
        now: UTC. zone: the business's.
        thread: the conversation, whose own holds do not stand in its way.
        moving: a booking that is to be moved, whose own time does not either.
    """

    service: Service
    people: tuple[Person, ...]
    wish: Wish
    now: datetime
    zone: str
    thread: str
    moving: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """What is to be had: `options` best first, `exact` if the wish is among them, else `why`.

    Only `exact`, and an option that stands alone, carry the facts that a hold needs: a choice
    among several is checked again, and ten of them would weigh down the session.
    """

    options: tuple[Value, ...]
    exact: Value | None = None
    why: Why | None = None


class Search:
    """One search: a read of the wished day, and if nothing is free on it one of the next days."""

    def __init__(self, read: ReadGate, catalogue: Catalogue, request: Request) -> None:
        self._read = read
        self._catalogue = catalogue
        self._asked = request
        self._today = local_date(request.now, request.zone)
        self._last = self._today + timedelta(days=catalogue.terms.horizon)
        notice = timedelta(minutes=catalogue.terms.notice)
        self._earliest = ceil_minute(request.now + notice)

    async def run(self) -> Found:
        """Find what is free."""
        wished = self._asked.wish.day
        if self._asked.wish.past or (wished and wished < self._today):
            return Found(await self._following(self._today), why=Why.PAST)
        if wished is None:
            return await self._any_day()
        if wished > self._last:
            return Found(await self._following(self._today), why=Why.TOO_FAR)
        (question,) = await self._questions(wished, wished)
        found = self._on(question)
        if found.options:
            return found
        return Found(await self._following(wished + timedelta(days=1)), why=found.why)

    async def _any_day(self) -> Found:
        """No day was said: the days on which the wished hour is free, else what comes next."""
        hours = self._asked.wish.hours
        if not hours:
            return Found(await self._following(self._today))
        never: list[Why] = []
        begin = max(self._today, self._asked.wish.near or self._today)
        for first, last in self._stretches(begin, FORTNIGHTS):
            questions = await self._questions(first, last)
            days = [free_day(question, self._asked.people) for question in questions]
            if shown := at_hours(days, hours):
                alone = len(shown) == 1
                return Found(self._options(*shown[0]) if alone else self._each(shown))
            never += [self._why_at(question, hour) for question in questions for hour in hours]
        return Found(await self._following(self._today), why=mildest(never))

    def _each(self, shown: Sequence[Shown]) -> tuple[Value, ...]:
        return tuple(shown_value(day, label) for day, labels in shown for label in labels)

    def _on(self, question: Question) -> Found:
        """Look at the wished day alone."""
        wish = self._asked.wish
        free = free_day(question, self._asked.people)
        labels = free.labels
        options = self._options(free, _pick(labels, wish, MOST))
        if wish.minute is not None and wish.minute in labels:
            return Found(options, exact=self._whole(free, wish.minute))
        if wish.minute is None and any(map(wish.within, labels)):
            return Found(options)
        return Found(options, why=self._why(question, labels))

    def _why(self, question: Question, labels: Sequence[int]) -> Why:
        if self._asked.wish.minute is not None:
            return self._why_at(question, self._asked.wish.minute)
        now = epoch_minute(self._asked.now)
        return Why.FULL if labels else why_not_day(question, self._asked.people, now)

    def _why_at(self, question: Question, minute: int) -> Why:
        return why_not_minute(question, self._asked.people, minute, epoch_minute(self._asked.now))

    async def _following(self, first: date) -> tuple[Value, ...]:
        """Offer some openings of each of the next days that have any."""
        shown: list[Value] = []
        for count, free in zip(DAYS_SHOWN, await self._free_days(first), strict=False):
            shown += self._options(free, sorted(_pick(free.labels, self._asked.wish, count)))
        return tuple(shown)

    async def _free_days(self, first: date) -> list[FreeDay]:
        """Look for the next days with openings, as many as are shown."""
        found: list[FreeDay] = []
        for since, last in self._stretches(first, CHUNKS):
            for question in await self._questions(since, last):
                free = free_day(question, self._asked.people)
                found += [free] if free.all else []
            if found:
                break
        return found[: len(DAYS_SHOWN)]

    def _stretches(self, first: date, sizes: Sequence[int]) -> Iterator[tuple[date, date]]:
        """The days from one on, in stretches that are read at once, as far as is booked ahead."""
        for days in sizes:
            last = min(first + timedelta(days=days - 1), self._last)
            yield first, last
            first = last + timedelta(days=1)

    async def _questions(self, first: date, last: date) -> list[Question]:
        """Read what is taken from one day to another, both included."""
        interval, zone = self._catalogue.terms.interval, self._asked.zone
        count = (last - first).days + 1
        days = [local_day(first + timedelta(days=n), zone, interval) for n in range(count)]
        if not days:
            return []
        service = self._asked.service
        lanes = lanes_of(self._catalogue, service, self._asked.people)
        taken = await read_taken(
            self._read,
            lanes,
            days,
            margin=service.minutes + service.buffer_before + service.buffer_after,
            now=self._asked.now,
            thread=self._asked.thread,
            moving=self._asked.moving,
        )
        return [
            Question(self._catalogue, service, day, busy, self._earliest)
            for day, busy in zip(days, taken, strict=True)
        ]

    def _options(self, free: FreeDay, labels: Sequence[int]) -> tuple[Value, ...]:
        """Make the values to show: an opening that stands alone may be taken as it is."""
        if len(labels) == 1:
            return (self._whole(free, labels[0]),)
        return tuple(shown_value(free, label) for label in labels)

    def _whole(self, free: FreeDay, label: int) -> Value:
        return opening_value(free, label, self._asked.service.needs)


def _pick(labels: Sequence[int], wish: Wish, count: int) -> tuple[int, ...]:
    """Choose which starts of a day to show for a wish."""
    if wish.minute is not None:
        return near(labels, wish.minute, count)
    inside = tuple(filter(wish.within, labels))
    if inside or wish.about is None:
        return spread(inside, count)
    return by_distance(labels, wish.about)[:count]
