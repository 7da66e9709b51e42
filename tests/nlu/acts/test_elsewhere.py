"""What is asked of another trade begins nothing, and what is ours is heard beside its words."""

import pytest

from engine.model.understanding import Term
from engine.nlu.rules import understand
from tests.nlu.scenes import NOW, SUMMARY, VOCABULARY, decided, heard, hearing

FRESH = hearing()
BEGINS = {"book", "cancel", "reschedule", "services", "hours", "change", "handoff", "greeting"}


@pytest.mark.parametrize(
    "words",
    [
        "how much interest does my savings account earn",
        "what is the exchange rate of the shilling",
        "skip to the next song",
        "how long do I bake a chicken",
        "arrange a transfer to my other account",
        "schedule a payment of my electricity bill",
        "send a text message to my brother",
        "what time does the museum open",
        "I want you to go by another name",
        "bei ya unga ni ngapi",
        "mechi inaanza saa ngapi",
        "nataka mkopo",
    ],
)
def test_talk_of_another_trade_begins_nothing(words: str) -> None:
    assert not decided(heard(words, FRESH)) & BEGINS


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("how much is a haircut", "services"),
        ("what time do you open", "hours"),
        ("book a haircut for tomorrow, I pay by card", "book"),
        ("are you open on public holidays", "hours"),
        ("bei ya kunyoa ni ngapi", "services"),
    ],
)
def test_what_is_ours_is_heard(words: str, act: str) -> None:
    assert act in decided(heard(words, FRESH))


def test_a_word_of_ones_own_catalogue_is_not_another_trades() -> None:
    garage = (*VOCABULARY, Term("service", "oil", ("oil change",)))
    assert "book" in decided(understand("book an oil change", FRESH, garage, NOW))
    assert "book" not in decided(heard("book an oil change", FRESH))


@pytest.mark.parametrize("words", ["I need an oil change", "my car wants an oil change"])
def test_a_change_of_something_moves_nothing(words: str) -> None:
    assert not decided(heard(words, FRESH)) & {"reschedule", "change"}


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("this isn't true at all, it is wrong", "deny"),
        ("it can't be possible, it is false", "deny"),
        ("this is not correct, it's untrue", "deny"),
        ("you are not wrong", "affirm"),
        ("it's not false, it's true", "affirm"),
        ("what you said is true", "affirm"),
        ("what you said is false", "deny"),
    ],
)
def test_a_judgement_is_read_clause_by_clause(words: str, answer: str) -> None:
    said = decided(heard(words, hearing(standing=SUMMARY, kind="confirm")))
    assert answer in said
    assert not said & ({"affirm", "deny", "repeat"} - {answer})


@pytest.mark.parametrize("words", ["hio haijakaa poa", "hiyo si sawa", "usiconfirm", "siko sawa"])
def test_a_yes_word_that_is_refused_is_no_yes(words: str) -> None:
    assert "affirm" not in decided(heard(words, hearing(standing=SUMMARY, kind="confirm")))


@pytest.mark.parametrize(
    "words",
    [
        "do you have a fee if I cancel my booking?",
        "is there a charge if I need to cancel?",
        "nikighairi miadi yangu nitarudishiwa pesa?",
        "je nikitaka kughairi nafanyaje?",
    ],
)
def test_what_a_question_supposes_is_not_left(words: str) -> None:
    assert "cancel" not in decided(heard(words, FRESH))
    assert "cancel" in decided(heard("can you cancel my booking?", FRESH))


@pytest.mark.parametrize(
    "words",
    ["what's happening on friday", "what is the time in zimbabwe right now",
     "remind the required events to be reset", "do a hard reset"],
)  # fmt: skip
def test_words_of_the_world_are_no_greeting_yes_or_new_start(words: str) -> None:
    assert not decided(heard(words)) & {"greeting", "affirm", "restart"}
