"""An ordinary word of a name names nobody; what tells one from the others does."""

import pytest

from engine.model.understanding import Hearing, Mention, Term, Understanding
from engine.nlu.rules import understand
from tests.nlu.scenes import NOW, SUMMARY, VOCABULARY, hearing

NAMES = (
    *(term for term in VOCABULARY if term.type != "staff"),
    Term("service", "hair", ("hair styling", "mtindo wa nywele")),
    Term("staff", "blue", ("blue door hair salon",)),
    Term("staff", "karen", ("karen family dental",)),
    Term("staff", "looks", ("great looks",)),
    Term("staff", "njeri", ("njeri wambui",)),
    Term("staff", "otieno", ("dr. otieno m. ouma, md",)),
    Term("staff", "salon", ("the hair salon",)),
    Term("staff", "clinic", ("greenfield clinic, asha noor md",)),
    Term("staff", "zuq", ("c k dental zuq",)),
    Term("staff", "rongai", ("rongai hair",)),
    Term("staff", "tom", ("tom kiptoo",)),
    Term("staff", "kiptoo", ("dr. asha n. kiptoo",)),
)
WHO = hearing("staff", kind="ask")
CONFIRM = hearing(standing=SUMMARY, kind="confirm")


def told(words: str, context: Hearing | None = None) -> Understanding:
    return understand(words, context or hearing(), NAMES, NOW)


def staff(words: str, context: Hearing | None = None) -> list[Mention]:
    return [one for one in told(words, context).mentions if one.type == "staff"]


@pytest.mark.parametrize(
    "words",
    [
        "I need a salon", "find me a hair salon in Karen", "looking for a dental place near Karen",
        "natafuta salon huko Karen", "I am new to Karen and want my hair done",
        "a hair salon please",
        "do you know a good salon around the Karen area", "my family wants haircuts",
        "a great haircut please", "the best zuq in town", "any salons in Rongai?",
        "a haircut near Rongai town please",
    ],
)  # fmt: skip
def test_ordinary_words_and_places_name_nobody(words: str) -> None:
    assert staff(words) == []


@pytest.mark.parametrize(
    "words", ["Great, that is it", "great", "All great. How big is the salon?"]
)
def test_an_answer_is_no_name(words: str) -> None:
    assert staff(words, CONFIRM) == []


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("haircut with Njeri tomorrow", "njeri"),
        ("is wambui free on friday", "njeri"),
        ("can I see Dr. Ouma", "otieno"),
        ("nataka kunyoa na Otieno", "otieno"),
        ("a haircut at Blue Door", "blue"),
        ("book blue door for friday", "blue"),
        ("with Great Looks", "looks"),
        ("I want to go to Karen Family on Monday", "karen"),
        ("haircut at the hair salon", "salon"),
        ("haircut with tom", "tom"),
        ("haircut at Zuq", "zuq"),
        ("a haircut at Greenfield Clinic, Asha Noor MD, on Friday", "clinic"),
        ("another barber: the name is Njeri Wambui", "njeri"),
        ("can I see Dr. Asha N. Kiptoo", "kiptoo"),
    ],
)
def test_what_tells_one_from_the_others_names_them(words: str, value: str) -> None:
    assert [one.value for one in staff(words)] == [value]


@pytest.mark.parametrize(
    ("words", "value"), [("Karen", "karen"), ("the one in Karen", "karen"), ("looks", "looks")]
)
def test_who_is_asked_for_may_be_named_by_any_telling_word(words: str, value: str) -> None:
    assert [one.value for one in staff(words, WHO)] == [value]


@pytest.mark.parametrize(
    "words",
    ["No, the barber's name is Njeri Wambui", "no sorry, her name is njeri wambui",
     "The stylist's name is Njeri Wambui"],
)  # fmt: skip
def test_the_name_of_who_serves_is_not_the_customers_own(words: str) -> None:
    said = told(words, CONFIRM)
    assert [(one.type, one.value) for one in said.mentions if one.type != "service"] == [
        ("staff", "njeri")
    ]


def test_a_day_between_two_words_of_a_service_is_heard() -> None:
    said = told("My hair on Monday at 4pm, is there anything to do my hair?")
    assert said.time is not None
    assert said.time.value == "2026-06-15T16:00"
    assert [one.value for one in said.mentions if one.type == "service"] == ["hair"]
