"""Whom customers do not want, and who need not be the one."""

import pytest

from engine.model.value import ANYONE
from tests.nlu.scenes import SUMMARY, acts, heard, hearing

STAFF = hearing("staff", kind="ask")
SUMMARY_ASKED = hearing(kind="confirm", standing=SUMMARY)


@pytest.mark.parametrize(
    ("words", "wanted", "unwanted"),
    [
        ("not Anna, Mary", "st_2", "st_1"),
        ("sorry, Mary not Anna", "st_2", "st_1"),
        ("Mary instead of Anna", "st_2", "st_1"),
        ("sio Anna, Mary", "st_2", "st_1"),
        ("sitaki Anna, nataka Mary", "st_2", "st_1"),
        ("change from Anna to Mary", "st_2", "st_1"),
        ("anyone but Anna", ANYONE, "st_1"),
        ("mtu yeyote isipokuwa Anna", ANYONE, "st_1"),
        ("mtu yeyote asiwe Anna", ANYONE, "st_1"),
        ("yeyote zaidi ya Anna", ANYONE, "st_1"),
        ("anyone apart from Anna", ANYONE, "st_1"),
        ("yeyote tu, Anna hapana", ANYONE, "st_1"),
        ("usinipe Anna", ANYONE, "st_1"),
        ("usinipe Anna nipe Mary", "st_2", "st_1"),
        ("sorry nilisema Anna, nataka Mary", "st_2", "st_1"),
        ("I said Anna but I want Mary", "st_2", "st_1"),
    ],
)
def test_who_is_not_wanted(words: str, wanted: str, unwanted: str) -> None:
    found = heard(words, STAFF).mentions
    assert [m.value for m in found if not m.excluded] == [wanted]
    assert [m.value for m in found if m.excluded] == [unwanted]


@pytest.mark.parametrize(
    "words",
    ["a haircut on Friday at 2pm, I don't want Anna", "haircut friday 2pm, no Anna",
     "haircut kesho saa nane mchana, simtaki Anna", "massage with someone other than Anna",
     "any stylist except Anna for a haircut", "nataka masaji na mtu yeyote isipokuwa Anna",
     "nataka kunyoa na mtu mwingine yeyote ila Anna"],
)  # fmt: skip
def test_who_is_turned_down_in_a_wish_leaves_anyone_else(words: str) -> None:
    people = [(m.value, m.excluded) for m in heard(words).mentions if m.type == "staff"]
    assert people == [(ANYONE, False), ("st_1", True)]
    assert not {"handoff", "stop"} & acts(heard(words)).keys()
    assert all(not m.excluded for m in heard(words).mentions if m.type == "service")


@pytest.mark.parametrize(
    "words",
    ["haircut with anyone except Anna tomorrow at 11", "kunyoa sitaki Anna kesho saa tano asubuhi",
     "haircut not with Anna tomorrow at 11", "kunyoa na yeyote isipokuwa Anna kesho saa tano"],
)  # fmt: skip
def test_who_turns_somebody_down_turns_no_time_down(words: str) -> None:
    said = heard(words).time
    assert said is not None
    assert said.value == "2026-06-11T11:00"


@pytest.mark.parametrize(
    "words",
    ["si lazima Anna, nataka kunyoa kesho", "kunyoa kesho, si lazima awe Anna",
     "haircut tomorrow, doesn't have to be Anna", "haircut, not necessarily with Anna"],
)  # fmt: skip
def test_who_need_not_be_the_one_is_one_of_any(words: str) -> None:
    said = heard(words)
    assert [(m.value, m.excluded) for m in said.mentions if m.type == "staff"] == [(ANYONE, False)]
    assert "stop" not in acts(said)
    at_the_end = heard("si lazima Anna", hearing(kind="confirm", standing=SUMMARY))
    assert "stop" not in acts(at_the_end)


@pytest.mark.parametrize(
    ("words", "unwanted"),
    [("nina haja ya kunyoa kesho", False), ("sina haja ya kunyoa", True)],
)
def test_a_need_wants_what_it_is_of(words: str, unwanted: bool) -> None:
    assert [m.excluded for m in heard(words).mentions if m.type == "service"] == [unwanted]


def test_several_are_turned_down_in_one_breath() -> None:
    for words in ("anyone but Anna and Mary", "yeyote isipokuwa Anna na Mary", "not Anna or Mary"):
        found = heard(words, STAFF).mentions
        assert {m.value for m in found if m.excluded} == {"st_1", "st_2"}, words
    one = heard("haircut with anyone but Anna and a follow up").mentions
    assert [m.value for m in one if m.excluded] == ["st_1"]


def test_somebody_wanted_for_a_service_is_no_call() -> None:
    for words in ("nataka mtu wa kuninyoa kesho", "nipe mtu yeyote wa kuninyoa kesho"):
        assert "handoff" not in acts(heard(words)), words
    called = ("nataka kuongea na mtu yeyote kuhusu masaji", "naomba kuzungumza na mhusika")
    for words in (*called, "I want to talk to anyone"):
        assert "handoff" in acts(heard(words)), words


def test_no_before_a_name_that_answers_is_that_name() -> None:
    answered = heard("no Anna", hearing("time", standing=SUMMARY, kind="confirm")).mentions
    assert [(m.value, m.excluded) for m in answered] == [("st_1", False)]


def test_si_before_a_verb_asks_and_before_a_name_refuses() -> None:
    for words in ("si unibookie kunyoa na Mary kesho", "si you book me kunyoa na Mary kesho"):
        asked = heard(f"{words} saa tisa mchana")
        assert [(m.type, m.value) for m in asked.mentions if not m.excluded] == [
            ("service", "cut"),
            ("staff", "st_2"),
        ]
        assert asked.time is not None
    assert [m.excluded for m in heard("si Mary", SUMMARY_ASKED).mentions] == [True]


@pytest.mark.parametrize(
    "words",
    ["Mary instead of Anna at 4pm", "weka Mary badala ya Anna saa kumi", "not Anna, Mary at 4pm"],
)
def test_whoever_stands_in_for_another_keeps_the_hour(words: str) -> None:
    said = heard(words, SUMMARY_ASKED).time
    assert said is not None
    assert str(said.value).endswith("T16:00")
