"""A yes to what cannot be undone: nothing beside it may take it back, or ask for something else."""

from dataclasses import replace

import pytest

from engine.model.understanding import Standing
from tests.nlu.scenes import AGAIN, CANCEL_ASKED, MOVING, SUMMARY, decided, heard, hearing

ROUTED = 0.85
SHOWN = hearing(kind="confirm", standing=SUMMARY)


def agrees(words: str) -> bool:
    return any(
        act.name == "affirm" and act.confidence >= ROUTED for act in heard(words, SHOWN).acts
    )


YESES = [
    "yes", "Yes please", "ndio", "sawa sawa, endelea", "yes, book it", "perfect, thank you",
    "go ahead and book the appointment", "ndio tafadhali niwekee hiyo", "poa sana asante",
    "sounds good, book it", "ok lets do it", "sure why not", "naam, endelea", "ok nitakuja",
    "hiyo ni sawa kabisa", "yes with Anna", "great, see you then", "alright, book me in",
    "sawa basi, weka nafasi", "ndiyo thibitisha", "Yes. What is your address?",
    "confirm the booking", "sawa dada", "sounds good for me sister",
    "yes man", "yes, thank you doctor", "yeah my guy",
    "I must say yes", "I agree with that", "I have no doubt", "hakuna shaka", "I do not disagree",
    "you are not wrong", "jibu langu ni ndio", "correct, go ahead", "that is correct",
]  # fmt: skip
OTHER_PRICE = [
    "book it for 1200", "yes at 1200 bob", "you told me 900", "confirm it at 900", "ok 700",
    "yes with a discount", "fine, at half the price", "ni sawa ukipunguza", "poa kwa 900",
    "book it but cheaper", "sawa kwa mia tano",
]  # fmt: skip
LATER = [
    "I will confirm tonight maybe", "sure, another day", "yes next time", "ok let me think",
    "ndio nitakupigia simu", "naam nikipata pesa", "sawa nitaconfirm baadaye",
    "no problem, I will look elsewhere", "perfect, once my salary comes",
]  # fmt: skip
ASKED = ["if I say yes what then", "should I say yes", "agreed with whom", "why not a better one"]
ELSE = [
    "confirm my cancellation",
    "go ahead with another one",
    "correct my number",
    "yes the other",
    "confirm the time",
    "please confirm the day and time",
    "thibitisha muda",
    "confirm price please",
    "sounds good for my sister",
    "sawa kwa dada yangu",
]
UNSAID = [
    "good day", "well hello", "it's good to see you", "must I agree",
    "in case I agree", "I think it was confirmed", "I would have said yes",
    "I was going to say yes", "it's not that I don't agree", "so you accept", "I said yes",
    "it was confirmed", "ningesema ndio", "correct the time", "correct it", "correct that please",
    "correct me", "please correct", "I doubt that is correct", "too good to be true",
    "you wish it were true", "they say it is true", "you got the name right", "I want to agree",
    "walisema ni kweli", "nilisema ndio", "I will confirm", "I used to agree",
    "so you confirmed", "of course you would say that",
]  # fmt: skip
"""Sentences that are made of words that agree, and give no yes."""


@pytest.mark.parametrize("words", YESES)
def test_a_plain_yes_agrees(words: str) -> None:
    assert agrees(words)


@pytest.mark.parametrize("words", [*OTHER_PRICE, *LATER, *ASKED, *ELSE])
def test_what_is_said_beside_it_leaves_it_asked(words: str) -> None:
    assert not agrees(words)


@pytest.mark.parametrize(
    "standing", [SUMMARY, CANCEL_ASKED, AGAIN], ids=["books", "cancels", "pays"]
)
@pytest.mark.parametrize("words", UNSAID)
def test_a_yes_that_is_only_spoken_of_is_asked_for_again(words: str, standing: Standing) -> None:
    said = decided(heard(words, hearing(kind="confirm", standing=standing)))
    assert not said & {"affirm", "cancel", "book"}


@pytest.mark.parametrize("words", ["correct the time", "correct it", "correct that please"])
def test_what_is_to_be_corrected_is_to_change(words: str) -> None:
    assert "change" in decided(heard(words, SHOWN))


TAILS = ["for 1200", "when I get paid", "if it is cheaper", "nikipata pesa", "bei ikishuka"]


@pytest.mark.parametrize("tail", TAILS)
@pytest.mark.parametrize("words", [one for one in YESES if "?" not in one])
def test_no_yes_survives_a_condition_behind_it(words: str, tail: str) -> None:
    assert not agrees(f"{words} {tail}")


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("sawa ondoa", {"affirm"}), ("ondoa", {"affirm"}), ("ok remove it", {"affirm"}),
        ("haya nitolee", {"affirm"}), ("usiondoe", {"deny"}), ("ok remove it?", set()),
        ("ndio usighairi", set()), ("ndio msifute", set()), ("yes, don't cancel", set()),
        ("yes, no need to cancel", set()), ("no need to cancel", {"deny"}),
        ("don't cancel it", {"deny"}), ("sawa, usicancel", {"deny"}),
        ("why don't you cancel it", set()),
        ("okay take it off", {"affirm"}), ("take it off the list", {"affirm"}),
        ("take it off later?", set()), ("that's not what I meant", {"deny"}),
        ("sawa ondoa ya kesho", set()), ("ok remove it but keep the other", {"deny"}),
    ],
)  # fmt: skip
def test_asked_whether_to_cancel_removing_is_the_yes(words: str, act: set[str]) -> None:
    said = heard(words, hearing(kind="confirm", standing=CANCEL_ASKED))
    assert decided(said) == act


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("ndio usihamishe", set()), ("ndio usibadilishe", set()), ("yes no need to move it", set()),
        ("usisogeze", {"deny"}), ("don't move it", {"deny"}), ("ndio hamisha", {"affirm"}),
    ],
)  # fmt: skip
def test_asked_whether_to_move_a_verb_that_refuses_is_no_yes(words: str, act: set[str]) -> None:
    standing = replace(MOVING, carries_on=True, sums_up=True)
    assert decided(heard(words, hearing(kind="confirm", standing=standing))) == act
