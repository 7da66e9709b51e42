"""Acts and intents: what decides, what doubts, what the state makes of words."""

from dataclasses import replace
from datetime import date, time

import pytest

from engine.model.builtin import OTHER_DAY
from engine.model.session import Chip
from engine.nlu.acts.cues import Cues
from engine.nlu.acts.polarity import polarity
from engine.nlu.tokens import read
from tests.nlu.scenes import (
    AGAIN,
    CANCEL_ASKED,
    MOVING,
    OFFER,
    SUMMARY,
    acts,
    decided,
    heard,
    hearing,
)

MOVE_ASKED = hearing(standing=replace(MOVING, carries_on=True, sums_up=True), kind="confirm")
CONFIRM = hearing(standing=SUMMARY, kind="confirm", day=date(2026, 6, 12), clock=time(15))


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("that is correct", "affirm"),
        ("what you wrote is not correct", "deny"),
        ("you are not wrong", "affirm"),
        ("I don't think that is right", "deny"),
        ("is that right?", None),
        ("turn right at the corner", None),
    ],
)
def test_a_judgement_counts_what_turns_it_round(words: str, verdict: str | None) -> None:
    assert polarity(read(words)) == verdict


def test_a_task_comes_before_a_courtesy() -> None:
    for words in ("Hi, I want to book", "habari, nataka kuweka nafasi", "thanks, cancel it"):
        said = heard(words)
        assert said.intent.name in {"book", "cancel"}, words
        assert not decided(said) & {"greeting", "thanks"}, words


def test_a_yes_beside_its_opposite_decides_nothing() -> None:
    for words in ("ok cancel it", "yes but change the time", "sawa, nataka kuongea na mtu"):
        assert "affirm" not in decided(heard(words, CONFIRM)), words


def test_a_plain_yes_stands_beside_a_question_and_a_faint_one_does_not() -> None:
    for words in ("Yes. What time do you close?", "That's right, where are you located?"):
        assert {"affirm"} < decided(heard(words, CONFIRM)), words
    for words in ("ok, how much is it?", "sure, what time do you close", "what time is it?"):
        assert "affirm" not in decided(heard(words, CONFIRM)), words


@pytest.mark.parametrize(
    "words", ["yes but not now", "yes if Mary is free", "ndio lakini ngoja kwanza", "yes, wait"]
)
def test_a_yes_with_a_condition_is_none_yet(words: str) -> None:
    assert "affirm" not in decided(heard(words, CONFIRM))


def test_a_no_beside_a_wish_to_change_is_no_refusal() -> None:
    said = decided(heard("no, change the time", CONFIRM))
    assert "change" in said
    assert "deny" not in said


def test_a_backchannel_is_no_yes() -> None:
    for words in ("mm", "hmm", "mm hmm", "aha"):
        assert not decided(heard(words, CONFIRM)), words


def test_trying_again_is_a_yes_only_at_a_payment_that_failed() -> None:
    declined = hearing(standing=AGAIN, kind="confirm")
    waiting = hearing(kind="do")
    for words in (
        "try once more",
        "jaribu tena",
        "send the prompt once more",
        "ok try now",
        "retry",
        "send another one",
        "sorry, pressed cancel by mistake, resend",
    ):
        assert decided(heard(words, declined)) == {"affirm"}, words
        assert "affirm" not in decided(heard(words, waiting)), words


def test_cancel_answers_the_question_whether_to_cancel() -> None:
    asked = hearing(standing=CANCEL_ASKED, kind="confirm")
    assert decided(heard("yes, cancel it", asked)) == {"affirm"}
    assert decided(heard("cancel", asked)) == {"affirm"}
    assert "affirm" not in decided(heard("no don't cancel", asked))


def test_a_correction_with_its_value_leaves_the_road_to_the_value() -> None:
    said = heard("change it to 1", CONFIRM)
    assert said.time is not None
    assert said.time.value == "2026-06-12T13:00"
    assert not decided(said)


def test_only_turning_a_value_down_asks_for_a_change() -> None:
    for words, act in (("not Anna", {"change"}), ("sitaki kesho", {"change", "picked=time"})):
        assert decided(heard(words, CONFIRM)) == act, words


def test_in_a_booking_moving_the_time_is_a_change_not_a_new_task() -> None:
    assert decided(heard("can I change the time", CONFIRM)) == {"change", "picked=time"}
    assert decided(heard("the other day", CONFIRM)) == {"change", "picked=time"}
    assert decided(heard("badilisha huduma", CONFIRM)) == {"change", "picked=service"}
    assert "reschedule" in decided(heard("can I change the time of my appointment"))


def test_a_service_on_a_fresh_thread_wants_a_booking() -> None:
    assert acts(heard("haircut thursday 8am"))["book"] >= 0.85
    assert acts(heard("with Anna tomorrow at 3pm"))["book"] >= 0.85
    assert "book" not in acts(heard("how much is a haircut"))
    assert "book" not in acts(heard("haircut", hearing("service")))


def test_a_time_alone_wants_nothing_yet() -> None:
    assert not decided(heard("set an alarm for 6am"))


def test_several_acts_in_one_message() -> None:
    said = acts(heard("how much is a haircut, and where are you located?"))
    assert {"services", "other"} <= said.keys()


def test_a_bare_number_never_says_yes() -> None:
    chips = (Chip("act:affirm", "Yes"), Chip("act:change", "Change"), Chip("way:declined", "No"))
    summary = hearing(standing=SUMMARY, kind="confirm", chips=chips, day=date(2026, 6, 12))
    for words in ("1", "2", "3"):
        said = heard(words, summary)
        assert not said.acts, words
        assert said.time is None, words


def test_patterns_of_cues() -> None:
    cues = Cues(
        [("a", 0.9, "^ big|small? red .. ball $\n@fruit ~weka")], {"fruit": ("fig", "plum")}
    )

    def found(text: str) -> bool:
        return bool(cues.matches(read(text)))

    assert found("big red ball")
    assert found("small red and round ball please")
    assert not found("a red ball")
    assert not found("red ball and more")
    assert not found("red one two three four ball")
    assert found("a fig niwekee")
    assert not found("a pear niwekee")


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("yes add it", "affirm"),
        ("add it please", "affirm"),
        ("add that too", "affirm"),
        ("sure why not", "affirm"),
        ("both", "affirm"),
        ("ongeza", "affirm"),
        ("sawa niongezee hiyo", "affirm"),
        ("zote mbili tafadhali", "affirm"),
        ("not today", "deny"),
        ("maybe next time", "deny"),
        ("I'm good thanks", "deny"),
        ("just that one", "deny"),
        ("hapana asante", "deny"),
        ("siku nyingine", "deny"),
        ("hiyo tu", "deny"),
        ("wakati mwingine labda", "deny"),
    ],
)
@pytest.mark.parametrize("kind", ["choose", "confirm"])
def test_an_offer_is_taken_or_left_in_many_words(kind: str, words: str, act: str) -> None:
    assert decided(heard(words, hearing(standing=OFFER, kind=kind))) - {"thanks"} == {act}


@pytest.mark.parametrize(
    "words", ["don't add it", "usiongeze", "don't book both", "add something else", "add"]
)
def test_only_an_offer_is_taken_by_adding_and_only_without_a_no(words: str) -> None:
    offered = hearing(standing=OFFER, kind="confirm")
    assert ("affirm" in decided(heard(words, offered))) is (words == "add")
    assert "affirm" not in decided(heard(words, CONFIRM))


@pytest.mark.parametrize(
    "words", ["ndio badilisha", "ndio hamisha", "yes change it", "yes move it"]
)
def test_a_yes_that_names_the_move_moves(words: str) -> None:
    assert decided(heard(words, MOVE_ASKED)) == {"affirm"}
    assert "affirm" not in decided(heard(words, CONFIRM)), "a summary is changed by it"


@pytest.mark.parametrize("words", ["ndio, badilisha iwe kesho", "hapana badilisha", "badilisha"])
def test_a_move_to_another_time_is_no_yes(words: str) -> None:
    assert "affirm" not in decided(heard(words, MOVE_ASKED))


@pytest.mark.parametrize(
    ("words", "another"),
    [
        ("change the day", True), ("badilisha siku", True), ("a different date please", True),
        ("siku nyingine", True), ("not Friday", True), ("ijumaa haifai", True),
        ("change the time", False), ("badilisha saa", False), ("not 3pm", False),
        ("same day, change the time", False), ("keep the day, change the hour", False),
    ],
)  # fmt: skip
def test_that_the_day_is_to_be_another_is_told_from_the_hour(words: str, another: bool) -> None:
    assert (OTHER_DAY in {act.name for act in heard(words, CONFIRM).acts}) is another
