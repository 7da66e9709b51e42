"""Why a wished day or minute is not to be had."""

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum

from tools.catalog.model import Person, Span
from tools.scheduling.openings import Question, free_day, open_hours, shared, working_hours


class Why(StrEnum):
    """The reasons, as phrases know them."""

    PAST = "past"
    TOO_SOON = "too_soon"
    TOO_FAR = "too_far"
    CLOSED = "closed"
    OFF = "off"
    """The person, or everybody who offers the service, does not work then."""
    TOO_LATE_IN_DAY = "too_late_in_day"
    """It would begin within the hours of the day, but not end within them."""
    FULL = "full"


def why_not_minute(question: Question, people: Sequence[Person], minute: int, now: int) -> Why:
    """Say why the service cannot start at a minute of the wall clock.

    Args:
        question: the day and what was asked.
        people: who was asked for.
        minute: the wished start.
        now: this moment as an epoch minute.
    """
    day = question.day
    start = day.real(minute)
    if day.midnight + start < now:
        return Why.PAST
    if day.midnight + start < question.earliest:
        return Why.TOO_SOON
    wished = (start, start + question.service.minutes)
    opens = [_open(question, person) for person in people]
    works = [working_hours(question.catalogue, person, day) for person in people]
    return _why_not_hours(opens, works, wished)


def _why_not_hours(
    opens: Sequence[Sequence[Span]], works: Sequence[Sequence[Span]], wished: Span
) -> Why:
    if any(_holds(hours, wished) for hours in works):
        return Why.FULL
    if any(_runs_over(hours, wished) for hours in works):
        return Why.TOO_LATE_IN_DAY
    return Why.OFF if any(_holds(hours, wished) for hours in opens) else Why.CLOSED


def why_not_day(question: Question, people: Sequence[Person], now: int) -> Why:
    """Say why the service cannot start at all on a day that is not past."""
    day, earliest = question.day, max(now, question.day.midnight)
    if not any(_later(_open(question, person), now - day.midnight) for person in people):
        return Why.CLOSED
    works = [working_hours(question.catalogue, person, day) for person in people]
    if not any(_later(hours, now - day.midnight) for hours in works):
        return Why.OFF
    rest = (now - day.midnight, now - day.midnight + question.service.minutes)
    if rest[0] > 0 and all(_ended(hours, rest) for hours in works):
        return Why.TOO_LATE_IN_DAY
    soon = free_day(replace(question, earliest=earliest), people).all
    return Why.TOO_SOON if soon else Why.FULL


def _open(question: Question, person: Person) -> tuple[Span, ...]:
    return question.day.spans(open_hours(question.catalogue, person.branch, question.day))


def _holds(hours: Sequence[Span], wished: Span) -> bool:
    return wished in shared(hours, (wished,))


def _runs_over(hours: Sequence[Span], wished: Span) -> bool:
    """Whether it begins in the last hours of the day and ends after them."""
    return any(
        first <= wished[0] < last < wished[1] and not _later(hours, last) for first, last in hours
    )


def _ended(hours: Sequence[Span], wished: Span) -> bool:
    """Whether no hours end as late as it does."""
    return not _later(hours, wished[1] - 1)


def _later(hours: Sequence[Span], now: int) -> bool:
    return any(last > now for _, last in hours)
