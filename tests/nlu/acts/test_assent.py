"""Sentences that do nothing but agree or not are understood by what they are made of."""

import pytest

from engine.nlu.acts.assent import assent
from engine.nlu.tokens import read


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("my answer would have to be yes", "affirm"),
        ("I am afraid my answer is no", "deny"),
        ("a hundred percent yes", "affirm"),
        ("it could not be more true", "affirm"),
        ("nothing could be less true", "deny"),
        ("that is nowhere near right", "deny"),
        ("nobody can argue with that", "affirm"),
        ("I have no doubt that it is true", "affirm"),
        ("there is no truth in it", "deny"),
        ("no way is that correct", "deny"),
        ("I do not disagree", "affirm"),
        ("it most certainly is not", "deny"),
        ("false, for sure", "deny"),
        ("jibu langu ni ndio", "affirm"),
        ("si kweli kabisa", "deny"),
        ("nakubaliana na hiyo", "affirm"),
    ],
)
def test_what_every_word_is_accounted_for_agrees_or_not(words: str, said: str) -> None:
    assert assent(read(words)) == said


@pytest.mark.parametrize(
    "words",
    [
        "is that right?",
        "I am not sure",
        "that could be true",
        "the right one",
        "yes, at three",
        "I have a question, yes",
        "not no",
        "sio hapana",
        "right now",
        "confirm my booking",
        "",
    ],
)
def test_what_says_more_asks_or_doubts_is_left_to_others(words: str) -> None:
    assert assent(read(words)) is None
