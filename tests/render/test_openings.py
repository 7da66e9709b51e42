"""What times on offer have in common: their day, their hour, the order in which they come."""

from datetime import date

import pytest

from engine.model.value import Value
from engine.render.shown import Row, Shown
from engine.render.style import Style

STYLE = Style("en", spoken=False, today=date(2026, 6, 1))


def row(*starts: str) -> Row:
    items = [Shown(Value("opening", start), STYLE) for start in starts]
    return Row(items, STYLE, "several", len(items))


@pytest.mark.parametrize(
    ("starts", "day", "clock", "nearest"),
    [
        (("2026-06-02T15:00", "2026-06-02T16:00"), "2026-06-02", None, False),
        (("2026-06-02T16:00", "2026-06-02T15:00"), "2026-06-02", None, True),
        (("2026-06-02T15:00", "2026-06-03T15:00"), None, "15:00", False),
        (("2026-06-02T15:00", "2026-06-03T16:00"), None, None, False),
        (("2026-06-02T15:00",), "2026-06-02", None, False),
        (("2026-06-02", "2026-06-03"), None, None, False),
    ],
)
def test_the_day_the_hour_and_the_order(
    starts: tuple[str, ...], day: str | None, clock: str | None, nearest: bool
) -> None:
    facts = row(*starts).value.facts
    assert (facts.get("day"), facts.get("clock"), facts["nearest"]) == (day, clock, nearest)
