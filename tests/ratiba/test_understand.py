"""`understand`: JSON lines in and out."""

import json

import pytest

from tests.ratiba.conftest import Ratiba

NOW = "2026-06-10T10:30:00+03:00"


@pytest.fixture
def heard(on_database: Ratiba) -> Ratiba:
    on_database("tenant", "add", "my_spa", "--vertical", "spa")

    def run(*lines: object, code: int = 0, options: tuple[str, ...] = ()):  # type: ignore[no-untyped-def]
        stdin = "".join(f"{json.dumps(line)}\n" for line in lines)
        ran = on_database("understand", "-t", "my_spa", "--now", NOW, *options, stdin=stdin)
        assert ran.code == code, ran.err
        return ran.err if code else [json.loads(line) for line in ran.out.splitlines()]

    return run


def test_both_languages(heard: Ratiba) -> None:
    english, swahili = heard(  # type: ignore[misc]
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


def test_a_line_has_its_own_clock_and_state(heard: Ratiba) -> None:
    line = {"text": "tomorrow", "now": "2026-01-01T08:00", "state": "COLLECT_SLOT"}
    (answer,) = heard(line)  # type: ignore[misc]
    assert answer["slots"]["time"]["value"] == "2026-01-02"


def test_a_word_for_several_services_names_them(heard: Ratiba) -> None:
    (answer,) = heard({"text": "a massage please"})  # type: ignore[misc]
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
def test_lines_that_cannot_be_read(heard: Ratiba, line: object, says: str) -> None:
    assert says in heard(line, code=2)  # type: ignore[operator]
