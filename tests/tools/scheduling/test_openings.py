"""Openings against a slow count that tries every start, minute by minute."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from tools.catalog.model import Catalogue, Closure, Person, Resource, Service, Span, Terms
from tools.scheduling.day import Day, local_day
from tools.scheduling.openings import Question, free_day

ZONES = ("Africa/Nairobi", "America/New_York", "Europe/Berlin")
DAYS = (
    date(2026, 6, 1),
    date(2026, 3, 8),
    date(2026, 11, 1),
    date(2026, 3, 29),
    date(2026, 10, 25),
)
BRANCHES = ("main", "west")


def spans(most: int = 3) -> st.SearchStrategy[tuple[Span, ...]]:
    """Spans of a local day, in order and apart."""
    cuts = st.lists(st.integers(0, 1440), max_size=2 * most, unique=True).map(sorted)
    return cuts.map(lambda at: tuple(zip(at[::2], at[1::2], strict=False)))


@st.composite
def questions(draw: st.DrawFn) -> tuple[Question, tuple[Person, ...]]:
    day = local_day(
        draw(st.sampled_from(DAYS)),
        draw(st.sampled_from(ZONES)),
        draw(st.sampled_from((5, 15, 60))),
    )
    needs = draw(st.sampled_from(((), ("room",), ("room", "bay"))))
    service = Service(
        "cut", "Cut", "Kata", (), "hair", 100, draw(st.integers(5, 300)),
        draw(st.integers(0, 60)), draw(st.integers(0, 60)), needs,
    )  # fmt: skip
    weekday = day.date.isoweekday()
    people = tuple(
        Person(
            name,
            name,
            (),
            draw(st.sampled_from(BRANCHES)),
            frozenset({"cut"}),
            {weekday: draw(spans())},
        )
        for name in ("anna", "joy", "mo")[: draw(st.integers(1, 3))]
    )
    resources = tuple(
        Resource(f"{kind}:{n}", kind, draw(st.sampled_from(BRANCHES)), draw(st.integers(1, 2)))
        for n, kind in enumerate(draw(st.lists(st.sampled_from(("room", "bay")), max_size=3)))
    )
    closure = Closure(
        draw(st.sampled_from((None, *BRANCHES))), day.date, day.date,
        draw(st.one_of(st.none(), spans(1).filter(bool).map(lambda one: one[0]))),
    )  # fmt: skip
    catalogue = Catalogue(
        {"cut": service}, people, resources,
        {name: draw(st.one_of(st.none(), spans().map(lambda s: {weekday: s})))
         for name in BRANCHES},
        draw(st.sampled_from(((), (closure,)))), Terms(),
    )  # fmt: skip
    taken = st.tuples(st.integers(-200, 1700), st.integers(1, 300)).map(
        lambda pair: (day.midnight + pair[0], day.midnight + pair[0] + pair[1])
    )
    lanes = [*(p.id for p in people), *(lane for r in resources for lane in r.lanes)]
    busy = {lane: draw(st.lists(taken, max_size=3)) for lane in lanes}
    earliest = day.midnight + draw(st.sampled_from((-5000, 0, 300, 700, 5000)))
    return Question(catalogue, service, day, busy, earliest), people


def slow(question: Question, person: Person) -> set[int]:
    """Labels at which a person can start, by trying each minute of the service."""
    service, day = question.service, question.day
    return {
        label
        for label, start in zip(day.labels, day.starts, strict=True)
        if day.midnight + start >= question.earliest
        and all(
            attends(question, person, minute) for minute in range(start, start + service.minutes)
        )
        and idle(question, person.id, start)
        and all(
            any(
                idle(question, lane, start)
                for resource in question.catalogue.resources
                if resource.kind == kind and resource.branch == person.branch
                for lane in resource.lanes
            )
            for kind in service.needs
        )
    }


def attends(question: Question, person: Person, minute: int) -> bool:
    """Whether somebody works, in an open branch, in the real minute that begins here."""
    day, weekday = question.day, question.day.date.isoweekday()
    week = question.catalogue.branches[person.branch]
    hours = ((0, 1440),) if week is None else week.get(weekday, ())
    shut = [
        c.span or (0, 1440)
        for c in question.catalogue.closures
        if c.branch in (None, person.branch)
    ]
    return (
        covers(day, person.week[weekday], minute)
        and covers(day, hours, minute)
        and not covers(day, tuple(shut), minute)
    )


def covers(day: Day, local: tuple[Span, ...], minute: int) -> bool:
    return any(day.real(first) <= minute < day.real(last) for first, last in local)


def idle(question: Question, lane: str, start: int) -> bool:
    service = question.service
    first = question.day.midnight + start - service.buffer_before
    last = question.day.midnight + start + service.minutes + service.buffer_after
    return not any(a < last and first < b for a, b in question.busy[lane])


@settings(max_examples=120, deadline=None)
@given(questions())
def test_free_starts_are_those_that_trying_each_minute_finds(
    drawn: tuple[Question, tuple[Person, ...]],
) -> None:
    question, people = drawn
    free = free_day(question, people)
    found = {
        person.id: {label for i, label in enumerate(question.day.labels) if bits >> i & 1}
        for person, bits in free.people
    }
    assert found == {person.id: slow(question, person) for person in people}
    assert set(free.labels) == set().union(*found.values())


def test_the_least_loaded_person_comes_first() -> None:
    day = local_day(date(2026, 6, 1), "Africa/Nairobi", 15)
    people = tuple(
        Person(name, name, (), "main", frozenset({"cut"}), {1: ((540, 1080),)})
        for name in ("anna", "joy")
    )
    service = Service("cut", "Cut", "Kata", (), "hair", 100, 45)
    at = day.midnight
    busy = {"anna": [(at + 540, at + 600)], "joy": [(at + 1000, at + 1030)]}
    question = Question(Catalogue({"cut": service}, people), service, day, busy, 0)
    free = free_day(question, people)
    assert [person.id for person in free.at(day.labels.index(720))] == ["joy", "anna"]


def test_an_hour_that_the_clocks_leave_out_has_no_start() -> None:
    day = local_day(date(2026, 3, 8), "America/New_York", 30)
    assert 150 not in day.labels
    assert day.end - day.midnight == 23 * 60
    assert list(day.starts) == sorted(day.starts)
