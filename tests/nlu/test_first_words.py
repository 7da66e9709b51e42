"""The messages of the first booking, as a customer would send them."""

from datetime import date

from engine.model.understanding import TimeAction
from tests.nlu.scenes import SUMMARY, decided, heard, hearing


def test_one_message_says_what_and_when() -> None:
    said = heard("Hi I want to book a haircut tomorrow at 3pm")
    assert said.intent.name == "book"
    assert said.intent.confidence >= 0.85
    assert [(m.type, m.value) for m in said.mentions] == [("service", "cut")]
    assert said.time is not None
    assert (said.time.action, said.time.value) == (TimeAction.RESOLVE, "2026-06-11T15:00")
    assert said.language.label == "en"


def test_the_same_in_swahili() -> None:
    said = heard("nipange kunyoa kesho saa nane mchana")
    assert said.intent.name == "book"
    assert [(m.type, m.value) for m in said.mentions] == [("service", "cut")]
    assert said.time is not None
    assert said.time.value == "2026-06-11T14:00"
    assert (said.language.label, said.language.locale) == ("sw", "sw")


def test_both_languages_in_one_message() -> None:
    said = heard("kesho at 3")
    assert said.time is not None
    assert said.time.value == "2026-06-11T15:00"
    assert said.language.label == "mixed"


def test_yes_and_no() -> None:
    confirming = hearing(standing=SUMMARY, kind="confirm")
    for yes in ("yes", "ndio", "Yes please", "ok", "sawa", "Ndiyo!", "👍"):
        assert decided(heard(yes, confirming)) == {"affirm"}, yes
    for no in ("no", "hapana", "No thanks", "hapana asante", "la", "👎"):
        assert decided(heard(no, confirming)) == {"deny"}, no


def test_a_correction_names_the_wanted_and_the_unwanted() -> None:
    said = heard("not Anna, Mary")
    assert [(m.value, m.excluded) for m in said.mentions] == [("st_2", False), ("st_1", True)]


def test_an_hour_alone_moves_the_known_day() -> None:
    known = hearing(standing=SUMMARY, kind="confirm", day=date(2026, 6, 12))
    said = heard("make it 4", known)
    assert said.time is not None
    assert said.time.value == "2026-06-12T16:00"


def test_a_person_is_asked_for() -> None:
    assert decided(heard("I want to talk to a person")) == {"handoff"}
    assert decided(heard("nataka kuongea na mtu")) == {"handoff"}
