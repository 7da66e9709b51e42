"""A question is kept in the customer's words, whole, for whoever looks for an answer."""

import pytest

from engine.model.understanding import QUESTION
from engine.nlu.understander import Understander
from tests.nlu.scenes import BOOKING, NOW, VOCABULARY, heard, hearing


async def asked(text: str) -> float | None:
    heard = await Understander().understand(text, hearing(), VOCABULARY, NOW)
    found = [mention for mention in heard.mentions if mention.type == QUESTION]
    assert all(mention.value == text.strip() for mention in found)
    return found[0].confidence if found else None


@pytest.mark.parametrize(
    "text",
    ["how much is a massage?", "bei ya haircut ni ngapi?", "mko wapi", "are you open on Sunday?"],
)
async def test_what_an_act_says_is_asked(text: str) -> None:
    assert await asked(text) == 0.95


@pytest.mark.parametrize(
    "text",
    [
        "is it hygienic",
        "kuna bwawa?",
        "what if it rains?",
        "na watoto?",
        "and pets?",
        "hi, do you attend to kids?",
        "hello do you take children",
    ],
)
async def test_what_only_sounds_like_a_question(text: str) -> None:
    assert await asked(text) == 0.60


@pytest.mark.parametrize(
    "text", ["book a haircut", "yes", "Anna?", "tomorrow at 3?", "asdf", "", "hi, are you there?"]
)
async def test_what_is_none(text: str) -> None:
    assert await asked(text) is None


@pytest.mark.parametrize(
    ("text", "services"),
    [
        ("when will I get the massage oil?", 0),  # two services are called massage
        ("who pays for the haircut if it rains?", 0),
        ("I had a massage last week, is that too soon?", 0),
        ("do I come with my own haircut cape?", 0),
        ("does the haircut include a wash?", 0),
        ("I want a haircut, is that ok?", 1),
        ("what about a haircut", 1),
        ("how much is a haircut", 1),
        ("a haircut", 1),
    ],
)
def test_a_service_that_is_only_asked_about_is_no_other_choice(text: str, services: int) -> None:
    found = heard(text, hearing("time", standing=BOOKING)).mentions
    assert len([mention for mention in found if mention.type == "service"]) == services
