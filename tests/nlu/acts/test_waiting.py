"""Whoever asks for a moment decides nothing; what is decided beside it counts."""

import pytest

from tests.nlu.scenes import SUMMARY, decided, heard, hearing

AT_THE_YES = hearing(kind="confirm", standing=SUMMARY)


@pytest.mark.parametrize(
    "words",
    ["let me ask my husband first", "ok let me ask my husband first", "give me a minute",
     "one moment please", "I need to check with my wife first", "let me think",
     "I'll get back to you", "hold on let me check", "can you give me a few minutes",
     "ngoja niulize mume wangu", "sawa ngoja niulize", "nipe dakika moja", "subiri kidogo",
     "nitakujulisha", "wacha nifikirie kwanza", "poa, nicheki na boss kwanza",
     "wait", "hold on", "yes wait", "ndio subiri", "sure, brb", "cool, need to ask my mum",
     "poa ngoja nimuulize bae"],
)  # fmt: skip
def test_whoever_asks_for_a_moment_decides_nothing(words: str) -> None:
    assert decided(heard(words, AT_THE_YES)) == {"wait"}


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("no thanks, I'll think about it", "stop"),
        ("hold on, cancel it", "cancel"),
        ("no, wait", "change"),
        ("yes", "affirm"),
        ("ndio", "affirm"),
        ("let me talk to a person", "handoff"),
        ("wait, how much is a massage", "services"),
    ],
)
def test_what_is_decided_beside_it_counts(words: str, act: str) -> None:
    assert "wait" not in decided(heard(words, AT_THE_YES))
    assert act in decided(heard(words, AT_THE_YES))


@pytest.mark.parametrize("words", ["let me check my bank balance", "I need to check the weather"])
def test_what_is_no_concern_of_ours_is_no_wish_for_time(words: str) -> None:
    assert not decided(heard(words))


@pytest.mark.parametrize(
    ("words", "act"),
    [("ok he says yes", "affirm"), ("my husband said yes", "affirm"), ("she agreed", "affirm"),
     ("hubby is fine with it", "affirm"), ("amesema sawa", "affirm"), ("amekubali", "affirm"),
     ("nimeuliza amesema poa", "affirm"), ("mume wangu amesema ndio", "affirm"),
     ("haya tuendelee", "affirm"), ("he said no", "deny"), ("amekataa", "deny")],
)  # fmt: skip
def test_what_the_one_who_was_asked_says_is_the_answer(words: str, act: str) -> None:
    assert decided(heard(words, AT_THE_YES)) == {act}


@pytest.mark.parametrize("words", ["he said yes but for Friday", "if he agrees", "so they agreed"])
def test_their_yes_with_more_beside_it_agrees_to_nothing(words: str) -> None:
    assert "affirm" not in decided(heard(words, AT_THE_YES))
