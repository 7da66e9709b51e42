"""Several services in one wish: each is wanted, unless one of them is to be chosen."""

import pytest

from engine.model.understanding import Understanding
from tests.nlu.scenes import BOOKING, CANCELLING, OFFER, SUMMARY, heard, hearing

EACH = """
haircut and follow up tomorrow 3pm = haircut:cut;follow up:follow
kunyoa na follow up kesho = kunyoa:cut;follow up:follow
haircut, then a follow-up session = haircut:cut;follow-up session:follow
a haircut with Anna and a swedish massage = haircut:cut;swedish massage:swedish
haircut and massage tomorrow = haircut:cut;massage:swedish/tissue
haircut, follow up and swedish massage = haircut:cut;follow up:follow;swedish massage:swedish
"""
ONE = """
haircut or follow up tomorrow | massage, deep tissue | haircut na ama follow up
haircut. How much is a follow up? | not a haircut but a follow up | kunyoa au follow up
"""


def several(said: Understanding) -> list[object]:
    return [m.value for m in said.mentions if m.type == "wanted_services"]


def service(said: Understanding) -> list[object]:
    return [m.value for m in said.mentions if m.type == "service" and not m.excluded]


def lines(text: str) -> list[str]:
    return [one.strip() for one in text.strip().splitlines()]


@pytest.mark.parametrize("line", lines(EACH))
def test_each_is_wanted_and_none_is_taken(line: str) -> None:
    words, _, value = line.partition(" = ")
    said = heard(words)
    assert several(said) == [value]
    (mention,) = [m for m in said.mentions if m.type == "service"]
    assert mention.several
    assert mention.value is None


@pytest.mark.parametrize(
    "words", [w.strip() for w in ONE.replace("\n", "|").split("|") if w.strip()]
)
def test_where_one_is_meant_nothing_else_is_noted(words: str) -> None:
    said = heard(words)
    assert several(said) == []
    assert not any(m.several for m in said.mentions)


@pytest.mark.parametrize(
    "words", ["and a follow up", "a follow up too please", "na follow up pia", "add a follow up"]
)
def test_in_the_midst_of_a_booking_one_more_replaces_nothing(words: str) -> None:
    for context in (hearing("time", kind="ask"), hearing(kind="confirm", standing=SUMMARY)):
        said = heard(words, context)
        assert several(said) == ["follow up:follow"]
        assert service(said) == []


def test_elsewhere_it_is_the_service_itself() -> None:
    assert service(heard("a follow up instead", hearing("time", kind="ask"))) == ["follow"]
    assert service(heard("and a follow up", hearing("service", kind="ask"))) == ["follow"]
    assert service(heard("and a follow up")) == ["follow"]
    for standing in (OFFER, CANCELLING):
        said = heard("the follow up too", hearing(kind="confirm", standing=standing))
        assert several(said) == []
    assert several(heard("follow up", hearing("time", kind="ask", standing=BOOKING))) == []


@pytest.mark.parametrize(
    "words",
    ["Yes. Also, does a swedish massage hurt?", "Yes. Where is the haircut done, and who does it?"],
)
def test_a_service_that_is_only_asked_about_is_not_wanted_as_well(words: str) -> None:
    assert several(heard(words, hearing(standing=SUMMARY, kind="confirm"))) == []


def test_a_service_said_twice_is_one() -> None:
    said = heard("also a haircut, a kunyoa please", hearing(standing=SUMMARY, kind="confirm"))
    assert several(said) == ["haircut:cut"]
