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
    if not any(_holds(_open(question, person), wished) for person in people):
        return Why.CLOSED
    if not any(_holds(working_hours(question.catalogue, person, day), wished) for person in people):
        return Why.OFF
    return Why.FULL


def why_not_day(question: Question, people: Sequence[Person], now: int) -> Why:
    """Say why the service cannot start at all on a day that is not past."""
    day, earliest = question.day, max(now, question.day.midnight)
    if not any(_later(_open(question, person), now - day.midnight) for person in people):
        return Why.CLOSED
    works = (working_hours(question.catalogue, person, day) for person in people)
    if not any(_later(hours, now - day.midnight) for hours in works):
        return Why.OFF
    soon = free_day(replace(question, earliest=earliest), people).all
    return Why.TOO_SOON if soon else Why.FULL


def _open(question: Question, person: Person) -> tuple[Span, ...]:
    return question.day.spans(open_hours(question.catalogue, person.branch, question.day))


def _holds(hours: Sequence[Span], wished: Span) -> bool:
    return wished in shared(hours, (wished,))


def _later(hours: Sequence[Span], now: int) -> bool:
    return any(last > now for _, last in hours)
