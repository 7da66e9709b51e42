"""Numbers of any size, said where a number is asked for."""

import pytest

from engine.model.flow import SlotType
from tests.nlu.scenes import heard, hearing

GUESTS = hearing("guests", types={"guests": SlotType("number")})


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("two hundred", 200),
        ("we are two hundred guests", 200),
        ("a hundred and twenty", 120),
        ("2 hundred", 200),
        ("one thousand five hundred", 1500),
        ("three thousand and forty two", 3042),
        ("twenty five hundred", 2500),
        ("a thousand", 1000),
        ("mia mbili", 200),
        ("wageni mia mbili", 200),
        ("mia moja na hamsini", 150),
        ("mia na ishirini na tano", 125),
        ("elfu moja", 1000),
        ("elfu tatu mia mbili na tano", 3205),
        ("elfu mbili na mia tano", 2500),
        ("hamsini", 50),
        ("sixty five", 65),
        ("wageni 40", 40),
    ],
)
def test_a_number_in_words_is_the_whole_of_it(words: str, number: int) -> None:
    (found,) = heard(words, GUESTS).mentions
    assert found.value == number
