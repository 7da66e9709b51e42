"""Marks that the transcript of a voice note spells out."""

import pytest

from engine.nlu.tokens import read
from tests.nlu.scenes import SUMMARY, decided, heard, hearing


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        ("yes full stop", ("yes", ".")),
        ("yes comma please", ("yes", ",", "please")),
        ("are you open question mark", ("are", "you", "open", "?")),
        ("that is right period", ("that", "is", "right", ".")),
        ("period pain", ("period", "pain")),
        ("full", ("full",)),
        ("stop", ("stop",)),
    ],
)
def test_a_spelled_mark_is_that_mark(words: str, keys: tuple[str, ...]) -> None:
    message = read(words)
    assert message.keys[: len(message)] == keys


def test_a_full_stop_stops_nothing() -> None:
    there = hearing(standing=SUMMARY, kind="confirm")
    assert decided(heard("yes full stop", there)) == {"affirm"}
    assert "stop" in decided(heard("stop", there))
