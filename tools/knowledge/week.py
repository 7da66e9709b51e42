"""Opening hours as they are told: days that are alike together, one day by itself."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from engine.model.value import Value
from tools.catalog.hours import Hours
from tools.catalog.model import Catalogue


def told(hours: Hours) -> tuple[Value, ...]:
    """The week in stretches of days with the same hours; closed days without any."""
    found: list[Value] = []
    for spans, days in groupby(hours, key=lambda day: day[1]):
        numbers = [number for number, _ in days]
        name = str(numbers[0]) if len(numbers) == 1 else f"{numbers[0]}-{numbers[-1]}"
        found += list(_stretches(name, spans))
    return tuple(found)


def _stretches(name: str, spans: tuple[tuple[str, str], ...]) -> Iterator[Value]:
    if not spans:
        yield Value("weekdays", name)
    for opens, closes in spans:
        yield Value("weekdays", name, facts={"opens": opens, "closes": closes})


def on(hours: Hours, catalogue: Catalogue, day: date) -> tuple[tuple[str, str], ...]:
    """The hours of one day; none: closed. A closure of the whole business counts."""
    for closure in catalogue.closures:
        whole = closure.branch is None or len(catalogue.branches) == 1
        if whole and closure.span is None and closure.first <= day <= closure.last:
            return ()
    return dict(hours).get(day.isoweekday(), ())
