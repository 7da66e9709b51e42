"""Someone who does not work here is heard, and what is no person is none."""

from datetime import date, time

import pytest

from engine.model.flow import SlotType
from engine.model.understanding import Hearing, Mention
from tests.nlu.scenes import SUMMARY, TYPES, decided, heard, hearing

WHO = hearing("staff", kind="ask")
CONFIRM = hearing(standing=SUMMARY, kind="confirm", day=date(2026, 6, 12), clock=time(15))


def staff(words: str, context: Hearing | None = None) -> list[Mention]:
    said = heard(words, context)
    return [mention for mention in said.mentions if mention.type == "staff"]


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("haircut with peter", "peter"),
        ("haircut with Peter tomorrow at 3pm", "Peter"),
        ("book a haircut with peter on friday", "peter"),
        ("kunyoa na Peter", "Peter"),
        ("nataka kunyoa na Otieno kesho", "Otieno"),
        ("haircut by Peter", "Peter"),
        ("haircut with Peter Kamau", "Peter"),
    ],
)
def test_a_stranger_is_heard_with_the_service(words: str, text: str) -> None:
    assert staff(words) == [Mention("staff", text.lower(), 0.90, text=text)]
    assert [m.value for m in heard(words).mentions if m.type == "service"] == ["cut"]
    assert decided(heard(words)) == {"book"}


@pytest.mark.parametrize(
    "words", ["with peter", "na peter", "with Peter please", "with peter at 3"]
)
def test_a_stranger_is_an_answer(words: str) -> None:
    assert [m.value for m in staff(words, WHO)] == ["peter"]


def test_a_stranger_beside_a_yes_is_heard_before_it_counts() -> None:
    assert [m.value for m in staff("yes with peter", CONFIRM)] == ["peter"]


@pytest.mark.parametrize(
    "words",
    [
        "haircut with my sister", "haircut with gel", "haircut with a wash", "kunyoa na kesho",
        "haircut with my friend brian", "saa nane na nusu", "saa nane na robo", "kunyoa na masaji",
        "kunyoa na pedicure", "Kunyoa na Pedicure", "kunyoa na watoto", "haircut with hot stones",
        "haircut with braiding", "can I pay for the haircut with mpesa", "haircut by friday",
        "haircut with her", "haircut with tomorrow", "I am coming with brian for a haircut",
        "haircut, not with peter", "talk with peter", "na mtoto", "haircut with beard trim",
    ],
)  # fmt: skip
@pytest.mark.parametrize("context", [None, WHO, CONFIRM], ids=["fresh", "who", "confirm"])
def test_what_is_no_stranger(words: str, context: Hearing | None) -> None:
    assert not staff(words, context)


def test_our_own_people_and_anyone_stay_who_they_are() -> None:
    assert [m.value for m in staff("haircut with Annah")] == ["st_1"]
    assert [m.value for m in staff("with whoever", WHO)] == ["*"]


def test_nobody_is_heard_where_no_person_is_expected() -> None:
    alone = {name: kind for name, kind in TYPES.items() if name != "staff"}
    assert not staff("haircut with peter", hearing(types=alone))
    named = hearing("name", types={**TYPES, "name": SlotType("name")})
    assert not staff("with Peter", named)
    assert not staff("there is something with Peter")
