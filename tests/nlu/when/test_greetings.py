"""A part of the day at the head of a message says hello, or when."""

from datetime import date, time

import pytest

from engine.model.understanding import TimeAction
from tests.nlu.scenes import SUMMARY, heard, hearing


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("Evening! A haircut tomorrow at 11am", "2026-06-11T11:00"),
        ("Morning, a haircut on Friday at 3pm", "2026-06-12T15:00"),
        ("tomorrow morning, 9", "2026-06-11T09:00"),
        ("evening, 7pm tomorrow", "2026-06-11T19:00"),
    ],
)
def test_hello_is_no_time(words: str, value: str) -> None:
    said = heard(words).time
    assert said is not None
    assert (said.action, said.value) == (TimeAction.RESOLVE, value)


def test_a_part_of_a_day_beside_the_day_is_a_time() -> None:
    said = heard("morning, tomorrow", hearing("time")).time
    assert said is not None
    assert said.after is not None


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("could we do the day after at the same time", "2026-06-13T15:00"),
        ("the day before please", "2026-06-11T15:00"),
        ("the day after tomorrow", "2026-06-12"),
    ],
)
def test_a_day_is_counted_from_the_one_in_sight(words: str, value: str) -> None:
    sight = hearing(standing=SUMMARY, kind="confirm", day=date(2026, 6, 12), clock=time(15))
    said = heard(words, sight).time
    assert said is not None
    assert said.value is not None
    assert said.value.startswith(value)
