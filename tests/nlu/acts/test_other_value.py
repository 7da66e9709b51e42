"""A no behind a summary that names another value puts it right, and ends nothing."""

from dataclasses import replace

import pytest

from engine.model.flow import SlotType
from engine.model.understanding import Expected, Hearing, Understanding
from engine.nlu.rules import understand
from tests.nlu.scenes import MOVING, NOW, SUMMARY, VOCABULARY, decided

PARTY = Expected("party", SlotType("number"))
WHOSE = Expected("extensions", SlotType("choice", options=("own", "salon")))
SHOWN = Hearing(
    "en",
    "confirm",
    (PARTY, WHOSE),
    standing=replace(SUMMARY, answered=frozenset({"number", "choice"})),
)


def heard(text: str, hearing: Hearing = SHOWN) -> Understanding:
    return understand(text, hearing, VOCABULARY, NOW)


def sure(text: str, hearing: Hearing = SHOWN) -> set[str]:
    return {act.name for act in heard(text, hearing).acts if act.confidence >= 0.85}


@pytest.mark.parametrize(
    "text",
    [
        "No, the stylist's name is Wambura",
        "no, I meant Kiprotich",
        "hapana, jina la msusi ni Wambura",
        "hapana, anaitwa Kiprotich",
    ],
)
def test_a_no_with_an_unknown_name_asks_what_is_to_change(text: str) -> None:
    assert "deny" not in sure(text)


@pytest.mark.parametrize("text", ["no", "no thanks", "hapana", "hapana asante", "No, leave it out"])
def test_a_plain_no_stays_one(text: str) -> None:
    assert sure(text) & {"deny", "stop"}


@pytest.mark.parametrize("text", ["no, 120", "hapana, mia moja na ishirini", "No, make it 120"])
def test_another_number_is_heard_where_one_is_shown(text: str) -> None:
    assert [(m.type, m.value) for m in heard(text).mentions] == [("number", 120)]


@pytest.mark.parametrize("text", ["no, 120", "hapana, mia moja"])
def test_where_no_number_is_shown_it_is_asked_what_is_to_change(text: str) -> None:
    bare = replace(SHOWN, expected=(), standing=SUMMARY)
    assert sure(text, bare) == {"change"}


def test_another_choice_is_heard_where_one_is_shown() -> None:
    assert [(m.type, m.value) for m in heard("no, own").mentions] == [("choice", "own")]
    assert heard("my own").mentions == ()


def test_what_is_given_up_and_made_another_in_one_breath_is_not_given_up() -> None:
    for words in ("never mind, make it Friday at 4pm", "forget it, book it for the 13th at 4pm",
                  "never mind book me for the 13th at 10:30am"):  # fmt: skip
        said = heard(words)
        assert said.time is not None, words
        assert "stop" not in decided(said), words
    for words in ("never mind", "forget it, Friday is bad for me", "stop"):
        assert "stop" in decided(heard(words)), words


def test_a_no_beside_a_value_gives_nothing_up() -> None:
    for words in ("No, with Mary", "No. I said Friday at 3pm", "hapana, na Anna"):
        assert "deny" not in decided(heard(words))


MOVING_SHOWN = replace(SHOWN, standing=replace(MOVING, carries_on=True, sums_up=True))


@pytest.mark.parametrize("shown", [SHOWN, MOVING_SHOWN], ids=["books", "moves"])
@pytest.mark.parametrize(
    "text",
    [
        "my plans for Friday changed, cancel",
        "cancel my schedule for tomorrow",
        "mipango imebadilika kesho, ghairi",
        "change of plans, cancel it, I'm busy on Friday",
    ],
)
def test_whoever_cancels_beside_plans_and_a_day_moves_nothing(text: str, shown: Hearing) -> None:
    said = heard(text, shown)
    assert said.acts[0].name == "cancel"
    assert said.time is None


@pytest.mark.parametrize("text", ["change of plans, Friday", "change of plans, make it Friday"])
def test_a_change_of_plans_alone_moves_and_calls_nothing_off(text: str) -> None:
    assert heard(text).time is not None
    assert "cancel" not in sure(text)


@pytest.mark.parametrize(
    "text", ["I'm busy on Friday", "niko busy kesho", "change of plans, I'm tied up all day Friday"]
)
def test_a_day_one_is_busy_on_is_never_put_forward(text: str) -> None:
    assert heard(text).time is None
    assert sure(text) >= {"change"}
