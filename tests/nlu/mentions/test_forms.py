"""Answers of a vertical that have a form: plates and the like."""

import pytest

from engine.model.flow import SlotType
from engine.nlu.mentions.form import formed
from tests.nlu.scenes import TYPES, heard, hearing, only


@pytest.mark.parametrize(
    ("text", "like", "value"),
    [
        ("not KDA 123A, it is KDB 456B", "KAA 999A", "KDB 456B"),
        ("sio KDA 123A, ni KDB 456B", "KAA 999A", "KDB 456B"),
        ("KDA 123A", "KAA 999A", "KDA 123A"),
        ("kda123a", "KAA 999A", "KDA 123A"),
        ("my car is kda 123a please", "KAA 999A", "KDA 123A"),
        ("KDA 1234", "KAA 999A", None),
        ("XDA 123A", "KAA 999A", None),
        ("it is a-12", "A-99", "A-12"),
        ("kda 123 a", "KAA 999A", "KDA 123A"),
        ("KDA-123A", "KAA 999A", "KDA 123A"),
        ("ni kda.123a", "KAA 999A", "KDA 123A"),
    ],
)
def test_the_form_of_a_verticals_own_answer(text: str, like: str, value: str | None) -> None:
    found = formed(text, like)
    assert (found.value if found else None) == value


def test_a_plate_is_heard_beside_a_time() -> None:
    types = {**TYPES, "plate": SlotType("plate", 0.85, like="KAA 999A", example="KDA 123A")}
    said = heard("kda 123a, tomorrow at 3pm", hearing(types=types))
    assert [(m.type, m.value) for m in said.mentions] == [("plate", "KDA 123A")]
    assert said.time is not None
    assert said.time.value == "2026-06-11T15:00"


PLATE = SlotType("plate", 0.85, like="KAA 999A", example="KDA 123A")
PLATED = hearing("plate", types={**TYPES, "plate": PLATE})


@pytest.mark.parametrize("words", ["kda 12a", "KDA 1234", "number yangu ni kda123", "GKA 123B"])
def test_a_plate_with_a_slip_is_no_plate_and_no_time(words: str) -> None:
    said = heard(words, PLATED)
    assert only(said.mentions).confidence < 0.40
    assert said.time is None


@pytest.mark.parametrize("words", ["tomorrow at 3pm", "kesho saa tatu", "saa 12 jioni", "june 12"])
def test_a_time_is_no_plate_gone_wrong(words: str) -> None:
    said = heard(words, PLATED)
    assert not said.mentions
    assert said.time is not None
