"""Dates and times in both languages: what is heard, line by line, and what the state adds."""

from datetime import date, datetime, time
from pathlib import Path

import pytest

from engine.model.session import Chip
from engine.model.understanding import Hearing, TimeAction, TimeHeard
from engine.nlu.tokens import read
from engine.nlu.when.hear import hear
from tests.nlu.scenes import NOW, SUMMARY, heard, hearing, unhurried

LINES = [
    tuple(part.strip() for part in line.split(" = "))
    for line in (Path(__file__).parent / "times.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def told(time_heard: TimeHeard | None) -> str:
    """An answer in the form of times.txt."""
    if time_heard is None:
        return "nothing"
    action = time_heard.action
    if action is TimeAction.ASK:
        return "ask"
    if action is TimeAction.ASK_TIME:
        parts = (time_heard.value, time_heard.after, time_heard.before)
        return " ".join(("ask_time", *(part or "-" for part in parts)))
    return f"{action} {time_heard.value}"


@pytest.mark.parametrize(("words", "answer"), LINES, ids=[words for words, _ in LINES])
def test_words_of_time(words: str, answer: str) -> None:
    assert told(hear(read(words), Hearing("en"), NOW).time) == answer


def at(text: str, context: Hearing, now: datetime = NOW) -> str:
    return told(heard(text, context, now).time)


@pytest.mark.parametrize(
    ("text", "heard_as"),
    [
        ("not Friday, Saturday", "ask_time 2026-06-13 16:00 -"),
        ("si Ijumaa, Jumamosi", "ask_time 2026-06-13 16:00 -"),
        ("Saturday morning", "ask_time 2026-06-13 06:00 12:00"),
        ("any time on Saturday", "ask_time 2026-06-13 - -"),
        ("Saturday at 3pm", "resolve 2026-06-13T15:00"),
    ],
)
def test_another_day_keeps_the_part_of_the_day_unless_it_has_its_own(
    text: str, heard_as: str
) -> None:
    friday_after_four = hearing("time", day=date(2026, 6, 12), window=("16:00", None))
    assert at(text, friday_after_four) == heard_as


def test_opening_hours_settle_what_has_one_reading() -> None:
    assert at("tomorrow at 3", hearing()) == "resolve 2026-06-11T15:00"
    assert at("kesho saa nane", hearing()) == "resolve 2026-06-11T14:00"
    assert at("tomorrow at 3", unhurried(hearing())) == "ask"


def test_opening_hours_that_fit_twice_or_never_settle_nothing() -> None:
    long_days = tuple((day, (("05:00", "23:00"),)) for day in range(1, 8))
    assert at("tomorrow at 8", hearing(hours=long_days)) == "ask"
    assert at("tomorrow at 6", hearing()) == "ask"
    assert at("sunday at 6", hearing()) == "ask", "closed on Sundays, and at either hour"


def test_hours_never_turn_saa_with_digits_into_a_western_hour() -> None:
    assert at("kesho saa 2", hearing()) == "ask", "eight in the morning is before opening"
    assert at("kesho saa 8", hearing()) == "resolve 2026-06-11T14:00"
    assert at("kesho saa 9", hearing()) == "ask", "both 9:00 and 15:00 are open"


def test_a_settled_time_says_that_it_is_less_sure() -> None:
    sure, settled = heard("tomorrow at 3pm").time, heard("tomorrow at 3").time
    assert sure is not None
    assert settled is not None
    assert settled.confidence < sure.confidence
    assert settled.confidence >= 0.95


def test_a_known_day_takes_an_hour() -> None:
    friday = hearing("time", kind="ask", day=date(2026, 6, 12))
    assert at("at 3", friday) == "resolve 2026-06-12T15:00"
    assert at("3", friday) == "resolve 2026-06-12T15:00"
    assert at("430", friday) == "resolve 2026-06-12T16:30"
    assert at("2026", friday) == "nothing"
    assert at("saa tisa", friday) == "resolve 2026-06-12T15:00"
    assert at("saa nane mchana", friday) == "resolve 2026-06-12T14:00"
    assert at("in the morning", friday) == "ask_time 2026-06-12 06:00 12:00"
    assert at("baada ya saa nane mchana", friday) == "ask_time 2026-06-12 14:00 -"


@pytest.mark.parametrize(
    ("text", "heard_as"),
    [
        ("on the 18th by a quarter to 1", "resolve 2026-06-18T12:45"),
        ("the 18th by 3", "resolve 2026-06-18T15:00"),
        ("by 4", "resolve 2026-06-12T16:00"),
        ("tarehe 18 kufikia saa tano", "resolve 2026-06-18T11:00"),
        ("next day at 10", "resolve 2026-06-13T10:00"),
        ("the 18th before 3", "ask_time 2026-06-18 - 15:00"),
        ("Friday", "resolve 2026-06-12T14:00"),
    ],
)
def test_a_correction_of_day_and_hour_keeps_neither(text: str, heard_as: str) -> None:
    summed_up = hearing(standing=SUMMARY, kind="confirm", day=date(2026, 6, 12), clock=time(14))
    assert at(text, summed_up) == heard_as


@pytest.mark.parametrize(
    ("text", "heard_as"),
    [
        ("no no, 2 not 10", "resolve 2026-06-12T14:00"),
        ("sorry, i meant 2 rather than 10", "resolve 2026-06-12T14:00"),
        ("hapana hapana, saa nane si saa nne", "resolve 2026-06-12T14:00"),
        ("it should cost 20, not 10,000", "nothing"),
        ("10 is too early, 12", "resolve 2026-06-12T12:00"),
        ("wait, can it be earlier, like 9?", "resolve 2026-06-12T09:00"),
        ("change of plans, Saturday", "resolve 2026-06-13T10:00"),
    ],
)
def test_the_hour_in_sight_is_put_right_by_another(text: str, heard_as: str) -> None:
    summed_up = hearing(standing=SUMMARY, kind="confirm", day=date(2026, 6, 12), clock=time(10))
    assert at(text, summed_up) == heard_as


def test_a_known_hour_takes_a_day() -> None:
    at_ten = hearing(kind="ask", clock=time(10), day=date(2026, 6, 16))
    assert at("Wednesday then", at_ten) == "resolve 2026-06-17T10:00", "today ten is past"
    assert at("Friday then", at_ten) == "resolve 2026-06-12T10:00"
    assert at("kesho", at_ten) == "resolve 2026-06-11T10:00"
    assert at("Friday afternoon", at_ten) == "ask_time 2026-06-12 12:00 17:00"
    assert at("Friday morning", at_ten) == "resolve 2026-06-12T10:00"


def test_what_was_known_does_not_hide_what_is_past() -> None:
    today = hearing("time", day=NOW.date(), clock=time(9))
    assert at("at 9am", today) == "reject_past 2026-06-10T09:00"
    assert at("leo saa mbili asubuhi", today) == "reject_past 2026-06-10T08:00"


def test_offered_openings_settle_an_hour() -> None:
    chips = tuple(Chip(f"time=2026-06-11T{clock}") for clock in ("08:00", "11:00", "17:30"))
    offered = hearing("time", kind="ask", chips=chips, hours=())
    assert at("kesho saa 2", offered) == "resolve 2026-06-11T08:00"
    assert at("tomorrow at 8", offered) == "resolve 2026-06-11T08:00"
    assert at("tomorrow at 9", offered) == "ask"


def test_candidates_are_the_open_ones_best_first() -> None:
    said = heard("kesho saa 9").time
    assert said is not None
    assert said.candidates == ("2026-06-11T15:00", "2026-06-11T09:00")
    week = heard("next week").time
    assert week is not None
    assert week.candidates[0] == "2026-06-15"
    assert len(week.candidates) == 7


def test_a_duration_or_a_price_is_no_time() -> None:
    for words in ("for two hours", "it takes 45 minutes", "masaa mawili", "KES 1,500", "1500 bob"):
        assert at(words, hearing("time")) == "nothing", words


def test_a_booking_moved_from_one_time_to_another_goes_to_the_other() -> None:
    for words in (
        "move it from monday 3pm to tuesday 4pm",
        "change my 3pm to 4pm on tuesday",
        "hamisha kutoka Jumatatu saa tisa alasiri hadi Jumanne saa kumi jioni",
    ):
        assert at(words, hearing()) == "resolve 2026-06-16T16:00", words


@pytest.mark.parametrize(
    "words", ["31 feb", "30 februari", "31/2", "2026-02-30", "31 april", "31 feb at 3pm"]
)
@pytest.mark.parametrize("known", [None, date(2026, 6, 12)], ids=["fresh", "day known"])
def test_a_date_that_does_not_exist_is_asked_for_and_never_moved(
    words: str, known: date | None
) -> None:
    said = heard(words, hearing("time", day=known)).time
    assert said is not None, "something was said of a time"
    assert (said.action, said.value, said.candidates) == (TimeAction.ASK, None, ())


def test_month_ends() -> None:
    end_of_may = datetime(2026, 5, 31, 9, 0, tzinfo=NOW.tzinfo)
    assert at("tomorrow at 3pm", hearing(), end_of_may) == "resolve 2026-06-01T15:00"
    assert at("tarehe 31", hearing(), end_of_may) == "resolve 2026-05-31"
    assert at("the 31st", hearing()) == "ask", "June has no 31st"
    assert at("29 february", hearing()) == "ask"
    new_year = datetime(2026, 12, 31, 9, 0, tzinfo=NOW.tzinfo)
    assert at("kesho saa nne asubuhi", hearing(), new_year) == "resolve 2027-01-01T10:00"


@pytest.mark.parametrize("words", ["next Monday", "Jumatatu ijayo"])
def test_few_say_next_of_tomorrow(words: str) -> None:
    saturday, sunday = (datetime(2026, 6, day, 10, 30, tzinfo=NOW.tzinfo) for day in (13, 14))
    assert at(words, Hearing("en"), saturday) == "resolve 2026-06-15"
    assert at(words, Hearing("en"), sunday) == "ask"


@pytest.mark.parametrize(
    ("words", "heard_as"),
    [
        ("2 massages tomorrow", "resolve 2026-06-11"),
        ("two haircuts on Friday", "resolve 2026-06-12"),
        ("2 massages tomorrow at 4pm", "resolve 2026-06-11T16:00"),
    ],
)
def test_how_many_of_a_service_is_no_hour(words: str, heard_as: str) -> None:
    assert at(words, hearing("time")) == heard_as
