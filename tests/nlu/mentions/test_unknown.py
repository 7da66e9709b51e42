"""A service that is not to be had: plainly asked for, or only perhaps."""

from datetime import date, time

import pytest

from engine.model.understanding import Hearing
from tests.nlu.scenes import SUMMARY, heard, hearing

ASKED = hearing("service", kind="ask")
CONFIRM = hearing(standing=SUMMARY, kind="confirm", day=date(2026, 6, 12), clock=time(15))


def services(words: str, context: Hearing | None = None) -> list[tuple[object, float]]:
    said = heard(words, context)
    return [(m.value, m.confidence) for m in said.mentions if m.type == "service"]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("I want a tattoo", "tattoo"),
        ("I'd like a tattoo please", "tattoo"),
        ("book a tattoo tomorrow at 3pm", "tattoo"),
        ("I want to book a tattoo", "tattoo"),
        ("can I get a tattoo on Friday?", "tattoo"),
        ("nataka tattoo", "tattoo"),
        ("naomba tattoo kesho saa tisa", "tattoo"),
        ("nataka kubook tattoo", "tattoo"),
        ("I want a tattoo removal", "tattoo removal"),
        ("I need a bikini wax on friday", "bikini wax"),
    ],
)
@pytest.mark.parametrize("context", [None, ASKED], ids=["fresh", "asked"])
def test_plain_words_for_it_are_sure(words: str, wanted: str, context: Hearing | None) -> None:
    assert services(words, context) == [(wanted, 0.88)]


@pytest.mark.parametrize(
    "words",
    [
        "I want a refund", "I need a receipt", "nataka kazi", "naomba unisaidie",
        "nataka kujua bei", "nataka Peter", "I need a person",
        "I don't want a tattoo", "tell me a story",
        "I want a new appointment", "nataka kesho", "I want a", "where can I get a tattoo done",
    ],
)  # fmt: skip
def test_in_doubt_nothing_is_sure(words: str) -> None:
    for context in (None, ASKED):
        assert all(confidence < 0.85 for _, confidence in services(words, context)), words


def test_a_misspelt_service_is_ours() -> None:
    assert [value for value, _ in services("I want a hairct")] == ["cut"]
    assert all(confidence < 0.85 for _, confidence in services("I want a hercutt", ASKED))


def test_a_wish_for_something_else_does_not_touch_a_booking_under_way() -> None:
    assert not services("I need a charger", CONFIRM)
    assert services("book a tattoo instead", CONFIRM)
