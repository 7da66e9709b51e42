"""Approval of a whole booking is a yes; a fact asked for behind it changes nothing of it."""

from datetime import date, time

import pytest

from tests.nlu.scenes import AGAIN, CANCEL_ASKED, SUMMARY, acts, decided, heard, hearing

CONFIRM = hearing(standing=SUMMARY, kind="confirm", day=date(2026, 6, 12), clock=time(15))
UNPAID = hearing(standing=AGAIN, kind="confirm")
CANCEL = hearing(standing=CANCEL_ASKED, kind="confirm")


@pytest.mark.parametrize(
    "words",
    [
        "Thank you, that looks great", "Nice!", "Wonderful, book that", "That will do",
        "Lovely, thanks a lot", "Great that works",
        "Right. This is what I wanted.", "good, please confirm it", "poa sana",
        "safi kabisa, asante", "everything looks good",
        "That is wonderful", "Excellent. Thank you!",
    ],
)  # fmt: skip
def test_approval_is_a_yes(words: str) -> None:
    assert decided(heard(words, CONFIRM)) == {"affirm"}


@pytest.mark.parametrize(
    "words",
    [
        "Correct. What is your phone number?", "Right, and where is the place?",
        "Right. And your phone number?",
        "Okay. Could you give me the directions?", "Perfect. Can you send the location?",
        "Great. Please share the address", "Everything is right, but what is your address?",
        "Yes, which number do I call if I get lost?", "Poa sana. Mko wapi?",
        "Good. What are their reviews like?", "Ok great, send me their address",
        "That looks good where are you located", "That is confirmed and give me your number",
        "Exactly. Do you have a lift?",
    ],
)  # fmt: skip
def test_a_fact_asked_for_behind_it_is_answered_as_well(words: str) -> None:
    said = heard(words, CONFIRM)
    assert decided(said) == {"affirm", "other"}
    assert said.intent.name == "affirm"


@pytest.mark.parametrize(
    "words",
    [
        "What is the address?", "Thank you. What is the address?", "Thanks", "asante sana",
        "Okay, where are you?", "Is that good?", "Great. How much is it?", "okay but is it cheap?",
        "yes if it is near", "yes, if the location is in town", "yes but the place is far",
        "Yes, let me know if it can be cheaper", "that is not great", "Not nice.", "I'm good",
        "Good. I'd like to cancel", "Great, but not on Friday", "Nice. Change the day please",
        "how nice is the place?", "Is that okay", "can you confirm it", "okay what is the address",
        "is it fine. thanks", "Would be great if it was earlier",
    ],
)  # fmt: skip
def test_no_yes_is_made_of_anything_else(words: str) -> None:
    assert "affirm" not in decided(heard(words, CONFIRM))


def test_whoever_wants_to_know_if_something_is_so_sets_no_condition() -> None:
    assert "affirm" in decided(heard("Yes. I also want to know if you do beards", CONFIRM))


@pytest.mark.parametrize("words", ["Nice.", "Lovely, thank you", "wonderful"])
def test_nothing_is_given_up_for_a_kind_word(words: str) -> None:
    assert "affirm" not in acts(heard(words, CANCEL))
    assert "affirm" not in acts(heard(words, hearing("time", kind="ask")))
    assert "affirm" not in acts(heard(words, UNPAID))


def test_a_fact_asked_for_behind_thanks_is_answered() -> None:
    for context in (CONFIRM, hearing("time", kind="ask"), hearing()):
        said = heard("Thank you. Could you tell me your address and phone number?", context)
        assert decided(said) == {"other"}
