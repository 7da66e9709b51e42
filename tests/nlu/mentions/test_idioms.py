"""Words of idioms, of pain and of everyday verbs name no service."""

import pytest

from engine.model.understanding import Term, Vocabulary
from engine.nlu.rules import understand
from tests.nlu.scenes import NOW, acts, hearing

SPA: Vocabulary = (
    Term("service", "back", ("back and neck massage", "back massage", "masaji ya mgongo")),
    Term("service", "hands", ("manicure", "hand nails", "kucha za mikono", "mkono")),
    Term("service", "face", ("facial", "face treatment", "usafi wa uso", "uso")),
    Term("service", "cut", ("haircut", "cut", "kata")),
)


@pytest.mark.parametrize(
    "words",
    ["I want my money back", "how do I get my money back?", "I am back", "on the other hand",
     "my hand hurts", "my face is red", "I need to cut my booking short", "can you give me a hand",
     "let's meet face to face", "rudisha pesa yangu", "mkono wangu unauma", "simu imekatika"],
)  # fmt: skip
@pytest.mark.parametrize("asked", ["", "staff"])
def test_an_idiom_names_no_service(words: str, asked: str) -> None:
    heard = understand(words, hearing(asked), SPA, NOW)
    assert not [one for one in heard.mentions if one.type == "service"]


@pytest.mark.parametrize(
    ("words", "service"),
    [("a back massage", "back"), ("cut my hair short", "cut"), ("masaji ya mgongo", "back")],
)
def test_a_service_is_named_all_the_same(words: str, service: str) -> None:
    heard = understand(words, hearing(), SPA, NOW)
    assert [one.value for one in heard.mentions if one.type == "service"] == [service]


@pytest.mark.parametrize(
    "words",
    ["can I get a refund", "I want my money back", "nataka pesa yangu irudishwe",
     "nirudishieni pesa", "nitumie location pin", "punguza bei"],
)  # fmt: skip
def test_money_back_and_the_like_are_questions(words: str) -> None:
    assert acts(understand(words, hearing(), SPA, NOW)).get("other", 0.0) >= 0.86
