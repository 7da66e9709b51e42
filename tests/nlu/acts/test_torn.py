"""A yes and a no in one breath are no answer; a yes that asks is none either."""

from datetime import date, time

import pytest

from engine.llm.ports import Classification, Question
from engine.model.session import Chip
from engine.model.understanding import Hearing
from engine.nlu.understander import Understander
from tests.nlu.scenes import NOW, SUMMARY, VOCABULARY, acts, decided, heard, hearing

CHIPS = (Chip("act:affirm", "Yes, confirm"), Chip("act:change", "Change"), Chip("act:deny", "No"))
SHORT = (Chip("act:affirm", "Yes"), Chip("act:deny", "No"))
CONFIRM = hearing(standing=SUMMARY, kind="confirm", day=date(2026, 6, 12), clock=time(15))
SHOWN = [
    CONFIRM,
    hearing(standing=SUMMARY, kind="confirm", chips=CHIPS),
    hearing(standing=SUMMARY, kind="confirm", chips=SHORT),
]

ASKING = [
    "yes?", "Yes ??", "ndio?", "ok?", "sawa, si ndio?", "no?", "confirm?", "looks good?", "y?",
    "👍?",
]  # fmt: skip
TORN = [
    "yeah no", "no yes", "yes no", "ndio hapana", "sawa hapana", "yeah nah", "no, yes please",
    "yes, no", "No. Yes.", "hapana, ndiyo", "yes or no", "ndio au hapana", "no no yes", "nah yeah",
    "👍👎", "no, go ahead", "go ahead, no", "no, that's right", "yes, not now", "ndio, sio sasa",
    "yes don't book it", "sawa la", "confirm no", "hapana, sawa", "yes sitaki", "yes no wait",
    "ndio usibook", "ndio msiweke", "yes, no need to book", "yes no need", "ndio hakuna haja",
    "yes not booking today",
]  # fmt: skip


@pytest.mark.parametrize("context", SHOWN, ids=["words", "long buttons", "short buttons"])
@pytest.mark.parametrize("words", TORN)
def test_a_yes_and_a_no_are_neither(words: str, context: Hearing) -> None:
    said = heard(words, context)
    assert not decided(said), words
    assert acts(said).keys() >= {"affirm", "deny"}, words


@pytest.mark.parametrize("context", SHOWN, ids=["words", "long buttons", "short buttons"])
@pytest.mark.parametrize("words", ASKING)
def test_a_yes_that_asks_is_none(words: str, context: Hearing) -> None:
    said = heard(words, context)
    assert not decided(said), words


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("no no", "deny"),
        ("yes yes", "affirm"),
        ("no problem", "affirm"),
        ("no worries, yes", "affirm"),
        ("yes no problem", "affirm"),
        ("hapana shida", "affirm"),
        ("hakuna noma", "affirm"),
        ("yes, no changes", "affirm"),
        ("yes, no need for a receipt", "affirm"),
        ("ndio, hakuna haja ya risiti", "affirm"),
        ("no need for a booking", "deny"),
        ("poa hiyo sio sawa", "deny"),
        ("cool hiyo haifai", "change"),
        ("why not", "affirm"),
        ("ok no thanks", "deny"),
        ("definitely no", "deny"),
        ("yes, sorry, no", "deny"),
        ("of course not", "deny"),
        ("no way", "deny"),
        ("that's not right", "deny"),
    ],
)
def test_what_only_looks_torn_decides(words: str, act: str) -> None:
    assert decided(heard(words, CONFIRM)) == {act}


def test_no_harm_meant_is_no_refusal_and_a_double_no_is_asked() -> None:
    assert "deny" not in acts(heard("no worries", CONFIRM))
    assert not decided(heard("no worries", CONFIRM))
    assert not decided(heard("sio hapana", CONFIRM))


def test_a_yes_in_doubt_is_asked_and_a_question_of_its_own_is_none() -> None:
    for words in ("yes, not sure", "yes maybe", "ndio, sijui", "maybe yes"):
        assert not decided(heard(words, CONFIRM)), words
    for words in ("yes, is it ok?", "Yes. Where is it?", "why not?"):
        assert "affirm" in decided(heard(words, CONFIRM)), words


@pytest.mark.parametrize(
    "words",
    ["I do not agree", "I can't confirm that", "I don't accept", "I won't confirm",
     "this is not ok", "not good", "I am not sure I agree", "don't go ahead", "sikubaliani",
     "haiko sawa", "sio poa", "usithibitishe", "sijakubali"],
)  # fmt: skip
def test_a_yes_that_is_turned_round_is_none(words: str) -> None:
    assert "affirm" not in decided(heard(words, CONFIRM))


class Agreeing:
    """A model that hears a yes in everything."""

    async def classify(self, question: Question) -> Classification:
        return Classification("affirm", 1.0, "en")


@pytest.mark.parametrize("words", ["yeah no", "yes?", "ndio hapana"])
async def test_no_model_makes_a_yes_of_it(words: str) -> None:
    said = await Understander(Agreeing()).understand(words, CONFIRM, VOCABULARY, NOW)
    assert not decided(said)
