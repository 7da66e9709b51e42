"""What the people who serve are called: any of them, or only spoken of."""

from datetime import datetime

import pytest

from engine.assembly.library import Repertoire, load_library
from engine.assembly.roles import heard_terms
from engine.model.flow import SlotType
from engine.model.understanding import Hearing, Understanding
from engine.model.value import ANYONE, Scalar
from engine.nlu.rules import understand
from tests.nlu.scenes import NOW, VOCABULARY, hearing
from tools.definitions import load_definitions

LIBRARY = load_library(load_definitions())


def person(vertical: str, text: str, context: Hearing, now: datetime = NOW) -> Scalar:
    """Who is meant by `text` in a business of this kind."""
    said = understood(vertical, text, context, now).mentions
    meant = [one.value for one in said if one.type == "staff" and not one.excluded]
    return meant[0] if meant else None


def understood(vertical: str, text: str, context: Hearing, now: datetime = NOW) -> Understanding:
    """What is understood in a business of this kind."""
    found = LIBRARY.world(vertical)
    assert isinstance(found, Repertoire)
    return understand(text, context, (*VOCABULARY, *heard_terms(found.book)), now)


@pytest.mark.parametrize(
    ("vertical", "text"),
    [
        ("salon", "any stylist"),
        ("salon", "any of your stylists is fine"),
        ("salon", "msusi yeyote"),
        ("salon", "book me with a hairdresser tomorrow at 3pm"),
        ("barber", "kinyozi yeyote"),
        ("barber", "any available barber please"),
        ("barber", "barber yeyote ako free"),
        ("nails", "any nail tech"),
        ("nails", "fundi yeyote wa kucha"),
        ("photography", "mpiga picha yeyote"),
        ("photography", "a photographer"),
        ("tutoring", "any teacher on saturday"),
        ("tutoring", "mwalimu yeyote kesho saa nane"),
        ("spa", "either therapist"),
        ("", "any team member"),
        ("", "mhudumu yeyote"),
    ],
)
def test_any_of_them_is_anyone(vertical: str, text: str) -> None:
    assert person(vertical, text, hearing()) == ANYONE
    assert person(vertical, text, hearing("staff")) == ANYONE


@pytest.mark.parametrize("text", ["stylist", "just the stylist", "msusi"])
def test_the_bare_word_is_an_answer_only_to_the_question(text: str) -> None:
    assert person("salon", text, hearing("staff")) == ANYONE
    assert person("salon", text, hearing()) is None


@pytest.mark.parametrize(
    ("vertical", "text"),
    [
        ("clinic", "nataka kuona daktari"),
        ("clinic", "nahitaji daktari kesho saa nne"),
        ("clinic", "I want to see a doctor tomorrow"),
        ("clinic", "can I see doctor on Friday"),
        ("salon", "nataka msusi kesho saa nne"),
    ],
)
def test_one_of_them_is_wanted_no_matter_which(vertical: str, text: str) -> None:
    assert person(vertical, text, hearing()) == ANYONE


@pytest.mark.parametrize(
    "text",
    [
        "nataka kuona daktari wangu",
        "nataka kuona daktari Kamau",
        "I want to see my doctor",
        "sitaki kuona daktari",
        "daktari yuko?",
    ],
)
def test_one_in_particular_is_not_anyone(text: str) -> None:
    assert person("clinic", text, hearing()) is None


def test_what_they_are_called_may_be_what_is_wanted_as_well() -> None:
    for text in ("nataka kinyozi kesho", "any barber tomorrow"):
        said = understood("barber", text, hearing())
        assert [one.value for one in said.mentions if one.type == "staff"] == [ANYONE]
    said = understood("barber", "nataka kinyozi kesho", hearing())
    assert [one.value for one in said.mentions if one.type == "service"] == ["cut"]
    said = understood("barber", "kinyozi yeyote", hearing("staff"))
    assert not [one for one in said.mentions if one.type == "service"]


def test_who_calls_a_person_leaves_no_choice_of_who_serves() -> None:
    said = understood("", "nataka mhudumu", hearing("time"))
    assert any(act.name == "handoff" for act in said.acts)
    assert not said.mentions


@pytest.mark.parametrize(
    "text",
    [
        "the stylist was late",
        "I need a good haircut",
        "which stylist does braids?",
        "not a stylist",
    ],
)
def test_speaking_of_them_names_nobody(text: str) -> None:
    assert person("salon", text, hearing()) is None


def test_a_name_beside_the_word_is_the_person() -> None:
    assert person("salon", "the stylist Anna", hearing("staff")) == "st_1"
    assert person("salon", "a stylist like Mary", hearing("staff")) == "st_2"


def test_another_vertical_has_other_words() -> None:
    assert person("salon", "a photographer", hearing()) is None


def test_any_attendant_calls_nobody_over() -> None:
    found = LIBRARY.world("")
    assert isinstance(found, Repertoire)
    words = (*VOCABULARY, *heard_terms(found.book))
    for text, called in (("mhudumu yeyote", False), ("naomba kuongea na mhudumu", True)):
        acts = understand(text, hearing("staff"), words, NOW).acts
        assert any(act.name == "handoff" for act in acts) is called


@pytest.mark.parametrize(
    ("text", "number", "time"),
    [
        ("we are 5", 5, None),
        ("tuko wanne", 4, None),
        ("5 of us on saturday at 4pm", 5, "2026-06-13T16:00"),
        ("at 4 pm", None, "2026-06-10T16:00"),
    ],
)
def test_a_number_that_answers_is_no_time(text: str, number: Scalar, time: str | None) -> None:
    kinds = {"party": SlotType("number"), "time": SlotType("opening", 0.95)}
    understood = understand(text, hearing("party", types=kinds), VOCABULARY, NOW)
    found = [one.value for one in understood.mentions if one.type == "number"]
    assert found == ([] if number is None else [number])
    assert (understood.time.value if understood.time else None) == time


def test_what_a_layer_beneath_calls_them_is_heard_in_every_vertical() -> None:
    found = LIBRARY.world("spa")
    assert isinstance(found, Repertoire)
    said = understand("nataka mhudumu yeyote kesho", hearing(), heard_terms(found.book), NOW)
    assert [one.value for one in said.mentions] == [ANYONE]
    assert not any(act.name == "handoff" for act in said.acts)
