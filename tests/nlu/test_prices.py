"""A price on the screen is no hour."""

from dataclasses import replace

import pytest

from engine.model.understanding import Hearing
from tests.nlu.scenes import SUMMARY, heard, hearing

SHOWN = replace(SUMMARY, prices=frozenset({1000}))


def at_the_summary() -> Hearing:
    return hearing(kind="confirm", standing=SHOWN)


@pytest.mark.parametrize("words", ["I'll take that at 1000", "yes, at 1000", "sawa kwa 1000"])
def test_a_price_that_is_shown_is_no_hour(words: str) -> None:
    assert heard(words, at_the_summary()).time is None


@pytest.mark.parametrize("words", ["make it at 1000", "at 1000hrs please", "at 1000 am"])
def test_where_an_hour_is_meant_it_is_one(words: str) -> None:
    time = heard(words, at_the_summary()).time
    assert time is not None
    assert str(time.value).endswith("T10:00")


def test_another_number_than_the_price_stays_an_hour() -> None:
    time = heard("I'll come at 1030", at_the_summary()).time
    assert time is not None
    assert str(time.value).endswith("T10:30")


def test_a_number_that_is_the_price_and_an_hour_is_the_hour() -> None:
    shown = hearing(kind="confirm", standing=replace(SUMMARY, prices=frozenset({1500})))
    for words in ("Tuesday at 1500", "at 1500", "1500 tomorrow", "no, 1500", "1500 please"):
        without = heard(words, hearing(kind="confirm", standing=SUMMARY)).time
        assert heard(words, shown).time == without, words
    time = heard("Tuesday at 1500", shown).time
    assert time is not None
    assert time.value == "2026-06-16T15:00"
