"""When somebody is free: pure arithmetic on one day, a bit for each start of its grid.

A start is free for a person if the whole service lies in the hours in which both the person works
and the branch is open, and nothing already taken touches the service with its buffers. Ranges are
half-open. Each kind of resource that the service needs must have a free lane in the same branch.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import TypeAlias

from tools.catalog.model import Catalogue, Person, Service, Span
from tools.scheduling.day import MINUTES, Day

Busy: TypeAlias = Mapping[str, Sequence[Span]]
"""What is taken, by person or lane: half-open spans of epoch minutes, in any order."""

Bits: TypeAlias = int
"""Bit i stands for the i-th start of the day's grid."""

Lanes: TypeAlias = tuple[tuple[str, Bits], ...]
"""The lanes of a kind, each with the starts at which it is free."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of one day.

    Attributes:
        busy: at least everything that is taken on this day.
        earliest: the first epoch minute at which a start may lie.
    """

    catalogue: Catalogue
    service: Service
    day: Day
    busy: Busy
    earliest: int

    @property
    def later(self) -> Bits:
        """The starts that are not too early."""
        starts = self.day.starts
        return range_bits(bisect_left(starts, self.earliest - self.day.midnight), len(starts))


@dataclass(frozen=True, slots=True)
class FreeDay:
    """The free starts of one day.

    Attributes:
        people: who is free when, least loaded first, then in the catalogue's order.
        lanes: what is free when, by branch and kind, first lane first.
        all: the starts at which somebody is free.
    """

    day: Day
    people: tuple[tuple[Person, Bits], ...]
    lanes: Mapping[tuple[str, str], Lanes]
    all: Bits

    @property
    def labels(self) -> tuple[int, ...]:
        """What the wall clock shows at the free starts, ascending."""
        return tuple(at for i, at in enumerate(self.day.labels) if self.all >> i & 1)

    def at(self, index: int) -> tuple[Person, ...]:
        """Who is free at the start with this index."""
        return tuple(person for person, bits in self.people if bits >> index & 1)

    def lanes_at(self, index: int, branch: str, kind: str) -> tuple[str, ...]:
        """Which lanes of a kind are free at the start with this index."""
        return tuple(lane for lane, bits in self.lanes[branch, kind] if bits >> index & 1)


def free_day(question: Question, people: Sequence[Person]) -> FreeDay:
    """Find the free starts of a day among people who all offer the service."""
    branches = dict.fromkeys(person.branch for person in people)
    needs = question.service.needs
    lanes = {
        (branch, kind): _lanes(question, branch, kind) for branch in branches for kind in needs
    }
    open_to = {branch: question.later & _roomy(question, branch, lanes) for branch in branches}
    loads = {person.id: _load(question, person) for person in people}
    found = tuple(
        (person, open_to[person.branch] and _free(question, person) & open_to[person.branch])
        for person in sorted(people, key=lambda one: loads[one.id])
    )
    return FreeDay(question.day, found, lanes, _either(bits for _, bits in found))


def lanes_of(catalogue: Catalogue, service: Service, people: Sequence[Person]) -> tuple[str, ...]:
    """Name the people and lanes whose being taken matters for a service."""
    branches = {person.branch for person in people}
    rooms = (
        lane
        for resource in catalogue.resources
        if resource.kind in service.needs and resource.branch in branches
        for lane in resource.lanes
    )
    return (*(person.id for person in people), *rooms)


def working_hours(catalogue: Catalogue, person: Person, day: Day) -> tuple[Span, ...]:
    """Give the spans of a day in which a person works and the branch is open, in real minutes."""
    works = person.week.get(day.date.isoweekday(), ())
    return day.spans(shared(works, open_hours(catalogue, person.branch, day)))


def open_hours(catalogue: Catalogue, branch: str, day: Day) -> tuple[Span, ...]:
    """Give the spans in which a branch is open on a day, in minutes of the wall clock."""
    week = catalogue.branches.get(branch)
    hours = ((0, MINUTES),) if week is None else week.get(day.date.isoweekday(), ())
    for closure in catalogue.closures:
        if closure.branch in (None, branch) and closure.first <= day.date <= closure.last:
            hours = without(hours, closure.span or (0, MINUTES))
    return hours


def fits(hours: Sequence[Span], service: Service, day: Day) -> Bits:
    """Mark the starts from which the service ends within the hours."""
    bits = 0
    for first, last in hours:
        low = bisect_left(day.starts, first)
        bits |= range_bits(low, bisect_right(day.starts, last - service.minutes))
    return bits


def clashes(taken: Sequence[Span], service: Service, day: Day) -> Bits:
    """Mark the starts at which the service and its buffers would touch what is taken."""
    reach = service.minutes + service.buffer_after + day.midnight
    ahead = service.buffer_before - day.midnight
    starts, bits = day.starts, 0
    for first, last in taken:
        low, high = bisect_right(starts, first - reach), bisect_left(starts, last + ahead)
        if low < high:
            bits |= (1 << high) - (1 << low)
    return bits


def range_bits(low: int, high: int) -> Bits:
    """Set the bits from `low` up to, not including, `high`."""
    return (1 << high) - (1 << low) if low < high else 0


def shared(some: Sequence[Span], others: Sequence[Span]) -> tuple[Span, ...]:
    """Give what lies in both."""
    both = ((max(a, c), min(b, d)) for a, b in some for c, d in others)
    return tuple((first, last) for first, last in both if first < last)


def without(spans: Sequence[Span], hole: Span) -> tuple[Span, ...]:
    """Give what lies outside the hole."""
    return shared(spans, ((0, hole[0]), (hole[1], MINUTES)))


def _free(question: Question, person: Person) -> Bits:
    service, day = question.service, question.day
    bits = fits(working_hours(question.catalogue, person, day), service, day)
    return bits and bits & ~clashes(question.busy.get(person.id, ()), service, day)


def _lanes(question: Question, branch: str, kind: str) -> Lanes:
    service, day = question.service, question.day
    every = range_bits(0, len(day.starts))
    return tuple(
        (lane, every & ~clashes(question.busy.get(lane, ()), service, day))
        for resource in question.catalogue.resources
        if resource.kind == kind and resource.branch == branch
        for lane in resource.lanes
    )


def _roomy(question: Question, branch: str, lanes: Mapping[tuple[str, str], Lanes]) -> Bits:
    """Mark the starts at which every kind of resource has a free lane."""
    bits = range_bits(0, len(question.day.starts))
    for kind in question.service.needs:
        bits &= _either(free for _, free in lanes[branch, kind])
    return bits


def _either(masks: Iterable[Bits]) -> Bits:
    return reduce(or_, masks, 0)


def _load(question: Question, person: Person) -> int:
    """Minutes of the day that are taken already."""
    first = question.day.midnight
    last = first + MINUTES
    taken = question.busy.get(person.id, ())
    return sum(max(0, min(b, last) - max(a, first)) for a, b in taken)
