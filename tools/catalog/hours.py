"""When the business is open, as the understanding of times needs it."""

from typing import TypeAlias

from engine.model.handler import ReadGate
from engine.model.tenant import Tenant
from tools.catalog.model import Catalogue, Span, Week
from tools.catalog.read import merged, read_catalogue

Hours: TypeAlias = tuple[tuple[int, tuple[tuple[str, str], ...]], ...]
"""By ISO weekday, 1 to 7: spans as ("09:00", "18:00"); none: closed that day."""


async def hours(read: ReadGate, tenant: Tenant) -> Hours:
    """Give the opening hours for `Hearing.hours`; an empty tuple: not known."""
    return hours_of(await read_catalogue(read, tenant))


def hours_of(catalogue: Catalogue) -> Hours:
    """Join the hours of all branches; where none are stated those of the people decide."""
    stated = [week for week in catalogue.branches.values() if week is not None]
    weeks: list[Week] = stated or [person.week for person in catalogue.people]
    if not any(weeks):
        return ()
    return tuple((day, tuple(map(_words, _joined(weeks, day)))) for day in range(1, 8))


def _joined(weeks: list[Week], day: int) -> tuple[Span, ...]:
    return merged([span for week in weeks for span in week.get(day, ())])


def _words(span: Span) -> tuple[str, str]:
    first, last = (f"{minute // 60:02}:{minute % 60:02}" for minute in span)
    return first, last
