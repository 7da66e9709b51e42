"""What is right of a date or time, and what is silently wrong."""

import pytest

from engine.model.understanding import TimeAction, TimeHeard, Understanding
from ratiba.evaluating.kinds.times import BookedWords, TimeCase
from ratiba.evaluating.verdict import Verdict

DAY, MINUTE = "2026-06-11", "2026-06-11T15:00"
RIGHT, ASKED, MISSED, WRONG = Verdict


def heard(action: str, value: str | None = None, **more: str) -> Understanding:
    grain = "minute" if value and "T" in value else "day"
    return Understanding(time=TimeHeard(TimeAction(action), value, grain, **more))  # type: ignore[arg-type]


def case(action: str, gold: str | None = None, **more: object) -> TimeCase:
    record = {"id": "1", "text": "x", "now": "2026-06-10T10:30", "action": action, "gold": gold}
    return TimeCase.model_validate(record | more)


@pytest.mark.parametrize(
    ("wanted", "found", "verdict"),
    [
        (case("resolve", MINUTE), heard("resolve", MINUTE), RIGHT),
        (case("resolve", MINUTE), heard("resolve", "2026-06-11T09:00"), WRONG),
        (case("resolve", MINUTE), heard("ask_time", "2026-06-12"), WRONG),
        (case("resolve", MINUTE), heard("ask"), ASKED),
        (case("resolve", MINUTE, ask_ok=True), heard("ask"), RIGHT),
        (case("resolve", MINUTE, accept=[DAY]), heard("resolve", DAY), RIGHT),
        (case("resolve", MINUTE), heard("reject_past", "2026-06-09"), MISSED),
        (case("resolve", MINUTE), Understanding(), MISSED),
        (case("ask"), heard("ask"), RIGHT),
        (case("ask"), heard("resolve", MINUTE), WRONG),
        (case("ask", accept=[MINUTE]), heard("resolve", MINUTE), RIGHT),
        (case("reject_past", MINUTE), heard("resolve", MINUTE), MISSED),
        (case("reject_past", MINUTE), heard("reject_past", MINUTE), RIGHT),
    ],
)
def test_a_time(wanted: TimeCase, found: Understanding, verdict: Verdict) -> None:
    assert wanted.judge(found).verdict is verdict


@pytest.mark.parametrize(
    ("after", "before", "verdict"),
    [
        ("15:00", "19:30", RIGHT),
        (None, "17:00", RIGHT),
        ("19:00", None, MISSED),
        (None, None, MISSED),
    ],
)
def test_a_part_of_the_day_has_soft_edges(
    after: str | None, before: str | None, verdict: Verdict
) -> None:
    evening = case("ask_time", DAY, window=["16:00", "19:00"])
    found = Understanding(
        time=TimeHeard(TimeAction.ASK_TIME, DAY, "day", after=after, before=before)
    )
    assert evening.judge(found).verdict is verdict


@pytest.mark.parametrize(
    ("kind", "gold", "found", "verdict"),
    [
        ("date", DAY, heard("resolve", DAY), RIGHT),
        ("date", DAY, heard("resolve", MINUTE), RIGHT),
        ("time", "15:00", heard("resolve", MINUTE), RIGHT),
        ("time", "03:00", heard("resolve", MINUTE), WRONG),
        ("time", "15:00", heard("resolve", DAY), MISSED),
        ("time", "15:00", heard("ask"), ASKED),
        ("date", DAY, Understanding(), MISSED),
    ],
)
def test_words_that_were_booked(
    kind: str, gold: str, found: Understanding, verdict: Verdict
) -> None:
    record = {"id": "1", "text": "x", "now": "2026-06-10", "kind": kind, "gold": gold}
    assert BookedWords.model_validate(record).judge(found).verdict is verdict


def test_an_example_tells_both_values() -> None:
    told = case("resolve", MINUTE).judge(heard("resolve", "2026-06-11T09:00"))
    assert (told.came, told.detail) == (
        "resolve another minute",
        "2026-06-11T09:00, not 2026-06-11T15:00",
    )
