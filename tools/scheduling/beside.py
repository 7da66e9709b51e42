"""An opening directly after or before another one: pure choices on one day.

After comes first, then before; on each side the person who serves already, if she can, else
whoever is least busy. The customer waits between the two no longer than `WAIT`.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tools.catalog.model import Catalogue, Person, Service, Span
from tools.scheduling.day import Day
from tools.scheduling.openings import Busy, FreeDay, Question, free_day

WAIT = 15
"""Minutes at most between the two: a room is made ready, the grid is met."""


@dataclass(frozen=True, slots=True)
class First:
    """What is booked already.

    Attributes:
        start, end: epoch minutes in which the customer is served.
        blocks: the same with its buffers, as the person is taken.
        person: who serves.
    """

    start: int
    end: int
    blocks: Span
    person: Person


@dataclass(frozen=True, slots=True)
class Beside:
    """What can be had beside it; `label` is the start on the wall clock, in minutes."""

    service: Service
    person: Person
    free: FreeDay
    label: int


def beside(question: Question, first: First, engaged: Sequence[Span]) -> Beside | None:
    """Find the best opening of the question's service directly after or before.

    Args:
        question: the service to offer, and what is taken of its people and rooms.
        first: what it is to stand beside.
        engaged: epoch minutes in which the customer is elsewhere.
    """
    catalogue, service, day = question.catalogue, question.service, question.day
    people = _people(catalogue, service, first.person)
    busy = _with(question.busy, first.person.id, first.blocks)
    free = free_day(replace(question, busy=busy), people)
    for indexes in (_after(day, first), _before(day, first, service)):
        fitting = [at for at in indexes if not _engaged(day, at, service, engaged)]
        for who in ((first.person.id,), [person.id for person, _ in free.people]):
            for at in fitting:
                found = next((person for person in free.at(at) if person.id in who), None)
                if found:
                    return Beside(service, found, free, day.labels[at])
    return None


def offered(catalogue: Catalogue, service: Service) -> Iterator[Service]:
    """Yield what may be offered beside a service, best first: nothing without a price."""
    for name in service.goes_with if service.price_kes else ():
        other = catalogue.services.get(name)
        if other is not None and other.price_kes and other.id != service.id:
            yield other


def _people(catalogue: Catalogue, service: Service, first: Person) -> tuple[Person, ...]:
    """Who offers it in the same place."""
    return tuple(one for one in catalogue.eligible(service.id) if one.branch == first.branch)


def _with(busy: Busy, who: str, span: Span) -> Busy:
    more: Mapping[str, Sequence[Span]] = {who: (*busy.get(who, ()), span)}
    return {**busy, **more}


def _after(day: Day, first: First) -> range:
    """The starts of the day from the end of the first on, as long as one waits."""
    end = first.end - day.midnight
    return range(bisect_left(day.starts, end), bisect_right(day.starts, end + WAIT))


def _before(day: Day, first: First, service: Service) -> Sequence[int]:
    """The starts from which it ends before the first begins, the latest first."""
    last = first.start - day.midnight - service.minutes
    return range(bisect_left(day.starts, last - WAIT), bisect_right(day.starts, last))[::-1]


def _engaged(day: Day, at: int, service: Service, engaged: Sequence[Span]) -> bool:
    start = day.midnight + day.starts[at]
    return any(start < last and first < start + service.minutes for first, last in engaged)
