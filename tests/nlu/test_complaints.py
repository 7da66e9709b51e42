"""Customers who say that they were taken wrongly, told from those who only say no."""

import pytest

from engine.nlu.complaints import complains

TAKEN_WRONGLY = [
    "that's not what I meant",
    "no no, that isn't what i asked!",
    "I didn't say tomorrow, I never said that",
    "you got it all wrong",
    "You misunderstood me",
    "u dont understand me",
    "sikumaanisha hivyo",
    "hapana, hujanielewa bwana",
    "umenielewa vibaya",
    "siyo hivyo nilivyosema",
]
NOT = [
    "no, Swedish",
    "not tomorrow, Friday",
    "I don't want that one",
    "what do you mean?",
    "sitaki kesho, Ijumaa",
    "hapana asante",
    "I didn't get the M-Pesa message",
    "is it wrong to come late?",
    "",
]


@pytest.mark.parametrize("text", TAKEN_WRONGLY)
def test_a_complaint_is_heard(text: str) -> None:
    assert complains(text)


@pytest.mark.parametrize("text", NOT)
def test_a_no_is_no_complaint(text: str) -> None:
    assert not complains(text)
