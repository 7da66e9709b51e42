"""The calendar as rules ask it: at the place of the business, with its own seasons."""

from datetime import UTC, date, datetime

import pytest

from engine.runtime.almanac import calendar, season

SEASONS = "ramadan 2027-02-08..2027-03-09, christmas 2026-12-15 .. 2027-01-05"


def test_the_day_is_that_of_the_business() -> None:
    assert calendar(datetime(2027, 2, 12, 21, 30, tzinfo=UTC), "Africa/Nairobi", SEASONS) == {
        "calendar.date": "2027-02-13",
        "calendar.weekday": "sat",
        "calendar.clock": "00:30",
        "calendar.season": "ramadan",
    }


@pytest.mark.parametrize(
    ("day", "found"),
    [
        (date(2027, 2, 7), None),
        (date(2027, 2, 8), "ramadan"),
        (date(2027, 3, 9), "ramadan"),
        (date(2027, 3, 10), None),
        (date(2027, 1, 1), "christmas"),
    ],
)
def test_a_season_holds_from_its_first_day_to_its_last(day: date, found: str | None) -> None:
    assert season(day, SEASONS) == found


@pytest.mark.parametrize("seasons", [None, "", 7, "ramadan", "ramadan 2027-02-08", "x 1..2"])
def test_what_is_no_season_is_passed_over(seasons: str | int | None) -> None:
    assert season(date(2027, 2, 8), seasons) is None
