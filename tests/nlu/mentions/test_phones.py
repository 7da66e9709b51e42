"""Phones as customers write them."""

import pytest

from tests.nlu.scenes import heard, hearing, only


@pytest.mark.parametrize(
    "words",
    ["0712345678", "0712 345 678", "+254712345678", "254 712-345-678", "my number is 0712345678."],
)
def test_phones_become_one_form(words: str) -> None:
    said = heard(words, hearing("phone", kind="ask"))
    found = only(said.mentions)
    assert (found.type, found.value) == ("phone", "+254712345678")
    assert said.time is None


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("0110123456", "+254110123456"),
        ("254 712 345 678", "+254712345678"),
        ("+254 110 123 456", "+254110123456"),
    ],
)
def test_every_kenyan_mobile_is_taken(words: str, number: str) -> None:
    found = only(heard(words, hearing("phone")).mentions)
    assert (found.value, found.confidence) == (number, 0.97)


@pytest.mark.parametrize(
    "words",
    ["+447911123456", "+1 202 555 0143", "+255 712 345 678", "+256 772 123456", "020 2222222"],
)
def test_a_phone_that_cannot_pay_here_is_not_taken(words: str) -> None:
    said = heard(words, hearing("phone"))
    assert [m.confidence < 0.40 for m in said.mentions] == [True]
    assert said.time is None
    assert not heard(words).mentions


def test_a_number_that_is_no_phone_is_below_the_floor() -> None:
    assert not heard("0712345", hearing("phone")).mentions
    wrong = only(heard("0999999999", hearing("phone")).mentions)
    assert wrong.confidence < 0.40
