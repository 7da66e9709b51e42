"""A question behind a no or a wait is answered, and decides nothing."""

import pytest

from engine.model.understanding import QUESTION, Understanding
from engine.nlu.understander import Understander
from tests.nlu.scenes import NOW, SUMMARY, VOCABULARY, decided, hearing

CONFIRM = hearing(kind="confirm", standing=SUMMARY)


async def heard(words: str) -> Understanding:
    return await Understander().understand(words, CONFIRM, VOCABULARY, NOW)


@pytest.mark.parametrize(
    "words",
    [
        "hapana ngoja, kwanza mnafanya watoto?", "no wait, do you take cards?",
        "subiri kidogo, bei ni ngapi?", "hold on a sec, where are you located?",
        "no, do you have parking?", "ngoja kwanza, mko wapi?",
    ],
)  # fmt: skip
async def test_what_is_asked_behind_it_is_the_question(words: str) -> None:
    said = await heard(words)
    assert not decided(said) & {"deny", "stop", "cancel", "change"}, words
    assert [m.value for m in said.mentions if m.type == QUESTION], words


@pytest.mark.parametrize(
    "words", ["no, how about Friday?", "hapana, Ijumaa je?", "no", "hapana", "no, is that ok?"]
)
async def test_a_no_that_asks_nothing_of_the_business_stays_one(words: str) -> None:
    said = await heard(words)
    assert said.time is not None or "deny" in decided(said), words
