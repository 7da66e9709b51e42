"""An hour that was said without a day is told apart from one whose day is said or in sight."""

from dataclasses import replace
from datetime import date, datetime
from datetime import time as clock

import pytest

from engine.model.session import Chip
from engine.model.understanding import TimeAction
from engine.model.value import Value
from tests.nlu.scenes import SUMMARY, ZONE, heard, hearing


def times(*shown: str) -> tuple[Chip, ...]:
    """Openings on the screen."""
    return tuple(Chip(f"time={at}", shows=Value("opening", at)) for at in shown)


@pytest.mark.parametrize(
    "text",
    [
        "a haircut at 3", "haircut 3pm", "nataka kunyoa saa tisa mchana", "haircut saa nane",
        "kunyoa saa 9 alasiri", "haircut at 3 or 4", "can I come at half past ten", "around noon",
    ],
)  # fmt: skip
def test_an_hour_alone_names_no_day(text: str) -> None:
    time = heard(text, hearing("time")).time
    assert time is not None
    assert (time.grain, time.dayless) == ("minute", True)


@pytest.mark.parametrize(
    "text",
    [
        "today at 3", "leo saa tisa mchana", "kesho saa nane mchana", "in an hour",
        "in two hours", "tonight at 8", "leo jioni saa kumi na moja", "friday at 3",
        "baada ya saa moja", "12 june 3pm", "this afternoon at 4", "this evening at 6",
    ],
)  # fmt: skip
def test_a_day_that_is_named_is_one(text: str) -> None:
    time = heard(text, hearing("time")).time
    assert time is not None
    assert not time.dayless


def test_hours_of_other_days_tell_which_hour_is_meant_of_a_closed_one() -> None:
    sunday = heard("sunday at 3", hearing("time")).time
    assert sunday is not None
    assert (sunday.value, sunday.dayless) == ("2026-06-14T15:00", False)
    on_sunday = heard("at 3", hearing("time"), datetime(2026, 6, 14, 9, tzinfo=ZONE)).time
    assert on_sunday is not None
    assert (on_sunday.value, on_sunday.dayless) == ("2026-06-14T15:00", True)


@pytest.mark.parametrize(
    "text", ["move it to friday, same time", "nisogezee ijumaa saa ile ile", "ijumaa muda uleule"]
)
def test_the_hour_of_what_is_booked_goes_with_another_day(text: str) -> None:
    time = heard(text, hearing("time")).time
    assert time is not None
    assert (time.value, time.grain, time.same_hour) == ("2026-06-12", "day", True)


def test_the_same_time_is_that_of_a_day_in_sight() -> None:
    time = heard("same time please", hearing("time", day=date(2026, 6, 12))).time
    assert time is not None
    assert (time.value, time.same_hour) == ("2026-06-12", True)
    assert heard("same time please", hearing("time")).time is None


def test_an_hour_of_today_that_is_over_is_not_taken_for_one_when_nobody_is_there() -> None:
    time = heard("today at 9", hearing("time")).time
    assert time is not None
    assert (time.action, time.value) == (TimeAction.REJECT_PAST, "2026-06-10T09:00")


@pytest.mark.parametrize("text", ["at 5", "at 3", "saa tisa mchana"])
def test_an_hour_is_of_no_day_where_several_are_on_the_screen(text: str) -> None:
    shown = ("2026-06-11T15:00", "2026-06-12T16:00")
    time = heard(text, hearing("time", chips=times(*shown))).time
    assert time is not None
    assert time.dayless


def test_an_hour_is_of_the_only_day_on_the_screen() -> None:
    shown = ("2026-06-12T15:00", "2026-06-12T16:00")
    time = heard("at 3", hearing("time", chips=times(*shown))).time
    assert time is not None
    assert (time.value, time.dayless) == ("2026-06-12T15:00", False)


@pytest.mark.parametrize(
    ("text", "comes_to"),
    [
        ("friday then", "2026-06-26"), ("ijumaa basi", "2026-06-26"),
        ("the 26th then", "2026-06-26"), ("this friday", "2026-06-12"),
        ("tomorrow then", "2026-06-11"), ("30 june", "2026-06-30"),
    ],
)  # fmt: skip
def test_a_bare_day_is_near_the_one_that_was_spoken_of(text: str, comes_to: str) -> None:
    """Thursday the 25th was not to be had."""
    time = heard(text, replace(hearing("time"), near=date(2026, 6, 25))).time
    assert time is not None
    assert time.value == comes_to


def test_a_day_before_the_one_that_was_spoken_of_is_asked() -> None:
    time = heard("tuesday then", replace(hearing("time"), near=date(2026, 6, 25))).time
    assert time is not None
    assert time.candidates == ("2026-06-23", "2026-06-30")


def test_a_date_near_another_month_is_of_that_month() -> None:
    seen = replace(hearing("time"), near=date(2026, 9, 15))
    assert heard("the 16th then", seen).time == heard("16 september", seen).time
    far = heard("the 28th then", seen).time
    assert far is not None
    assert far.candidates == ("2026-06-28", "2026-09-28")


@pytest.mark.parametrize("text", ["at 3 then", "change it to 1", "saa tisa mchana", "3pm"])
def test_a_day_in_sight_holds(text: str) -> None:
    time = heard(text, hearing("time", day=date(2026, 6, 12))).time
    assert time is not None
    assert not time.dayless
    assert (time.value or time.candidates[0]).startswith("2026-06-12")


@pytest.mark.parametrize(
    ("text", "comes_to"),
    [("ok the day after", "2026-06-26"), ("the next day", "2026-06-26"),
     ("siku inayofuata", "2026-06-26"), ("the day before", "2026-06-24")],
)  # fmt: skip
def test_the_day_after_one_that_was_not_to_be_had(text: str, comes_to: str) -> None:
    seen = replace(hearing("time"), near=date(2026, 6, 25))
    found = heard(text, seen).time
    assert found is not None
    assert (found.action, found.value) == (TimeAction.ASK_TIME, comes_to)
    hour = heard(text, replace(seen, clock=clock(10))).time
    assert hour is not None
    assert hour.value == f"{comes_to}T10:00"


def test_a_day_named_again_behind_the_day_before_is_never_outdone() -> None:
    friday = hearing("time", day=date(2026, 6, 12))
    friday = replace(friday, clock=clock(15))
    found = heard("not Friday, the day before. Oh wait, Friday is right", friday).time
    assert found is not None
    assert found.value != "2026-06-11T15:00"
    assert "2026-06-12T15:00" in (found.value, *found.candidates)


def test_at_a_summary_of_a_day_the_day_beside_it_is_wished() -> None:
    shown = hearing(kind="confirm", standing=SUMMARY, day=date(2026, 6, 12), clock=clock(15))
    other = heard("ijumaa nina wageni, jumatatu", shown).time
    open_ = heard("ijumaa au jumatatu", shown).time
    hour = heard("saa tisa nina wageni, saa kumi", shown).time
    assert hour is not None
    assert hour.value == "2026-06-12T16:00"
    assert other is not None
    assert other.value == "2026-06-15T15:00"
    assert open_ is not None
    assert open_.value is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("sogeza mbele hadi saa tisa", "2026-06-12T15:00"),
        ("isogeze mpaka saa tisa", "2026-06-12T15:00"),
        ("badilisha, niko kazini hadi saa tisa", "2026-06-12"),
    ],
)
def test_up_to_an_hour_is_where_a_booking_is_moved_and_how_long_somebody_is_away(
    text: str, value: str
) -> None:
    shown = hearing(
        "time", kind="confirm", standing=SUMMARY, day=date(2026, 6, 12), clock=clock(13, 0)
    )
    time = heard(text, shown).time
    assert time is not None
    assert time.value == value
