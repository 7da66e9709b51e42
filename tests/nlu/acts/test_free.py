"""Whoever asks whether a time is free wants that time."""

from datetime import date, time

import pytest

from engine.model.understanding import Hearing
from tests.nlu.scenes import SUMMARY, decided, heard, hearing

WHEN = hearing("time", kind="ask")
CONFIRM = hearing(standing=SUMMARY, kind="confirm", day=date(2026, 6, 12), clock=time(15))
ASKING = {"services", "other", "hours"}


@pytest.mark.parametrize("context", [WHEN, CONFIRM], ids=["when", "confirm"])
@pytest.mark.parametrize(
    "words",
    [
        "Do you have a quarter past four in the afternoon?", "do you have one at 4:15pm",
        "Do you have anything free around 4:15 pm?", "do you offer 4:15pm slots?",
        "Mko na saa kumi na robo jioni?", "do you have a haircut slot at 4:15pm?",
    ],
)  # fmt: skip
def test_it_is_a_wish_for_the_time(words: str, context: Hearing) -> None:
    said = heard(words, context)
    assert said.time is not None
    assert (said.time.value or "")[11:] == "16:15"
    assert not decided(said) & ASKING


@pytest.mark.parametrize(
    "words", ["do you have anything tomorrow at 4pm?", "do you have a haircut tomorrow at 4pm?"]
)
def test_it_opens_a_booking(words: str) -> None:
    assert decided(heard(words)) == {"book"}


@pytest.mark.parametrize(
    "words",
    [
        "do you have 4pm? how much is it?", "do you have parking on Saturday?",
        "do you have anything cheaper on Saturday?", "do you have massages on Saturdays?",
        "do you offer discounts at 9am?",
    ],
)  # fmt: skip
def test_of_anything_else_it_is_a_question(words: str) -> None:
    assert decided(heard(words, WHEN)) & ASKING


@pytest.mark.parametrize(
    "words",
    ["The best day for my appointment would be the 19th", "my appointment should be on the 19th"],
)
def test_a_day_told_for_ones_appointment_asks_of_nothing_booked(words: str) -> None:
    said = heard(words, WHEN)
    assert "status" not in decided(said)
    assert said.time is not None
    assert "status" in decided(heard("what day is my appointment?", WHEN))
