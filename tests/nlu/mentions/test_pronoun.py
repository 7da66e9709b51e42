"""Behind an answer that named people, a pronoun is the other one; of several it is asked which."""

from dataclasses import replace

import pytest

from engine.model.value import Value
from tests.nlu.scenes import SUMMARY, heard, hearing

ANNA, MARY = Value("staff", "st_1", {"": "Anna"}), Value("staff", "st_2", {"": "Mary"})
ASKED = hearing(standing=SUMMARY, kind="confirm")


def staff(words: str, *others: Value) -> list[tuple[object, tuple[str, ...]]]:
    said = heard(words, replace(ASKED, others=others))
    return [(one.value, one.candidates) for one in said.mentions if one.type == "staff"]


@pytest.mark.parametrize("words", ["ok her", "him then, friday 9am", "sawa yeye", "huyo basi"])
def test_the_only_other_one_is_meant(words: str) -> None:
    assert staff(words, MARY) == [("st_2", ())]
    assert staff(words, ANNA, MARY) == [(None, ("st_1", "st_2"))]
    assert staff(words) == []


@pytest.mark.parametrize("words", ["yes, it is for her", "ni kwa yeye"])
def test_for_whom_a_booking_is_is_nobody_who_serves(words: str) -> None:
    assert staff(words, MARY) == []


def test_whoever_is_named_is_meant() -> None:
    assert staff("ok her, anna", MARY) == [("st_1", ())]
