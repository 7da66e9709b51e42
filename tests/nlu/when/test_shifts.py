"""An hour later, nusu saa mapema: counted from the time that is in sight, in both languages."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from engine.model.session import Chip
from engine.model.understanding import Hearing, TimeAction
from tests.nlu.scenes import MOVING, OFFER, SUMMARY, decided, heard, hearing

SEEN = datetime.fromisoformat("2026-06-12T15:00")
CONFIRM = hearing(standing=SUMMARY, kind="confirm", day=SEEN.date(), clock=SEEN.time())
LINES = [
    tuple(line.split(" = "))
    for line in Path(__file__).with_name("shifts.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


def shown(*clocks: str) -> Hearing:
    chips = tuple(Chip(f"time=2026-06-12T{clock}") for clock in clocks)
    return hearing("time", kind="ask", day=SEEN.date(), chips=chips)


def value(words: str, context: Hearing) -> str | None:
    said = heard(words, context).time
    assert said is not None, words
    return said.value if said.action is TimeAction.RESOLVE else str(said.action)


@pytest.mark.parametrize(("words", "minutes"), LINES, ids=[words for words, _ in LINES])
def test_counted_from_the_time_of_the_summary(words: str, minutes: str) -> None:
    if minutes == "ask":
        assert value(words, CONFIRM) == "ask"
        return
    at = SEEN + timedelta(minutes=int(minutes))
    assert value(words, CONFIRM) == at.isoformat(timespec="minutes")


def test_the_same_beside_an_offer_puts_nothing_off() -> None:
    offer = replace(CONFIRM, standing=OFFER)
    for words in ("an hour later", "saa moja baadaye", "half an hour later please"):
        assert not decided(heard(words, offer)) & {"deny", "affirm"}, words
        assert heard(words, offer).time is not None
    assert "deny" in decided(heard("later", offer))


def test_counted_from_the_only_time_that_is_shown() -> None:
    assert value("an hour earlier", shown("11:00")) == "2026-06-12T10:00"


def test_of_several_times_none_is_taken_for_the_one_that_was_meant() -> None:
    times = shown("11:00", "12:00", "14:30")
    for words, candidate in (("an hour later", "15:30"), ("nusu saa mapema", "10:30")):
        said = heard(words, times).time
        assert said is not None
        assert (said.action, said.candidates) == (TimeAction.ASK, (f"2026-06-12T{candidate}",))


def test_with_a_day_and_no_hour_in_sight_the_hour_is_asked() -> None:
    moving = hearing("time", standing=MOVING, kind="ask", day=date(2026, 6, 12))
    assert value("saa moja mapema", moving) == "ask_time"


def test_what_counts_from_now_still_does() -> None:
    assert value("in an hour", CONFIRM) == "2026-06-10T11:30"
    assert value("an hour from now", CONFIRM) == "2026-06-10T11:30"
    assert value("an hour later", hearing()) == "2026-06-10T11:30"


def test_a_choice_of_both_is_left_open() -> None:
    said = heard("haircut tomorrow 3pm or an hour later").time
    assert said is not None
    assert said.candidates == ("2026-06-11T15:00", "2026-06-11T16:00")


def test_what_would_be_over_is_told_as_past() -> None:
    soon = hearing(standing=SUMMARY, kind="confirm", day=date(2026, 6, 10), clock=time(11))
    assert value("an hour earlier", soon) == "reject_past"


@pytest.mark.parametrize("words", ["Wednesday then", "basi Jumatano", "what about Wednesday?"])
def test_an_hour_that_was_said_goes_with_another_day(words: str) -> None:
    asked = hearing("time", kind="ask", clock=time(10))
    assert value(f"{words}", asked) == "2026-06-17T10:00"
