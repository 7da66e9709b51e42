"""`understand`: JSON lines in and out."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.ratiba.conftest import Ran, Ratiba

NOW = "2026-06-10T10:30:00+03:00"
Heard = Callable[..., list[dict[str, Any]]]


@pytest.fixture
def understand(on_database: Ratiba) -> Callable[..., Ran]:
    on_database("tenant", "add", "my_spa", "--vertical", "spa")

    def run(*lines: object) -> Ran:
        stdin = "".join(f"{json.dumps(line)}\n" for line in lines)
        return on_database("understand", "-t", "my_spa", "--now", NOW, stdin=stdin)

    return run


@pytest.fixture
def heard(understand: Callable[..., Ran]) -> Callable[..., list[dict[str, Any]]]:
    def run(*lines: object) -> list[dict[str, Any]]:
        ran = understand(*lines)
        assert ran.code == 0, ran.err
        return [json.loads(line) for line in ran.out.splitlines()]

    return run


def test_both_languages(heard: Heard) -> None:
    english, swahili = heard(
        {"id": "a", "text": "Hi I want to book a haircut tomorrow at 3pm"},
        {"id": 2, "text": "nipange kunyoa kesho saa nane mchana"},
    )
    assert (english["id"], english["intent"], english["language"]) == ("a", "book", "en")
    assert english["slots"]["service"] == "haircut"
    assert english["slots"]["time"] == {
        "action": "resolve",
        "value": "2026-06-11T15:00",
        "grain": "minute",
        "candidates": [],
    }
    assert (swahili["id"], swahili["language"], swahili["source"]) == (2, "sw", "rules")
    assert swahili["slots"]["time"]["value"] == "2026-06-11T14:00"


def test_a_line_has_its_own_clock_and_state(heard: Heard) -> None:
    line = {"text": "tomorrow", "now": "2026-01-01T08:00", "state": "COLLECT_SLOT"}
    (answer,) = heard(line)
    assert answer["slots"]["time"]["value"] == "2026-01-02"


def test_a_word_for_several_services_names_them(heard: Heard) -> None:
    (answer,) = heard({"text": "a massage please"})
    assert "service" not in answer["slots"]
    assert "swedish_massage" in answer["candidates"]["service"]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (5, "Line 1 has no text."),
        ({"text": 5}, "Line 1 has no text."),
        ({"text": "hi", "now": 5}, "Line 1 has a now that is no text."),
        ({"text": "hi", "now": "soon"}, "'soon' is no instant."),
        ({"text": "hi", "state": "CONFRIM"}, "No state 'CONFRIM'. Write 'CONFIRM'."),
    ],
)
def test_lines_that_cannot_be_read(understand: Callable[..., Ran], line: object, says: str) -> None:
    ran = understand(line)
    assert (ran.code, ran.out) == (2, "")
    assert says in ran.err
