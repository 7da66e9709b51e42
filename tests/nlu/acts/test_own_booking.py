"""To confirm a booking is to look it up, or to agree to it: where it is said decides."""

import pytest

from tests.nlu.scenes import BOOKING, SUMMARY, decided, heard, hearing

AT_THE_SUMMARY = hearing(standing=SUMMARY, kind="confirm")


def test_on_a_fresh_thread_it_is_looked_up() -> None:
    assert decided(heard("please confirm my booking", hearing())) == {"status"}


def test_at_a_summary_it_is_a_yes() -> None:
    assert decided(heard("please confirm my booking", AT_THE_SUMMARY)) == {"affirm"}


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("is my booking cancelled?", "status"),
        ("has my appointment been moved?", "status"),
        ("check my booking and cancel it", "cancel"),
        ("when can I move my appointment", "reschedule"),
        ("I have a booking tomorrow, can I move it to Friday", "reschedule"),
        ("do you have an appointment on Saturday", "book"),
        ("nataka booking ya kesho", "book"),
    ],
)
def test_a_question_changes_nothing_and_an_order_is_no_question(words: str, act: str) -> None:
    said = decided(heard(words, hearing()))
    assert act in said
    assert not said & ({"status", "cancel", "reschedule", "book"} - {act})


def test_it_is_asked_in_the_middle_of_another() -> None:
    middle = hearing("staff", kind="ask", standing=BOOKING)
    assert "status" in decided(heard("when is my appointment?", middle))


def test_whoever_asks_for_a_person_or_a_machine_asks_what_is_there() -> None:
    assert decided(heard("is there a human or a machine at the other end?", hearing())) == {"bot"}
    assert "handoff" in decided(heard("I want to talk to a person", hearing()))


def test_help_with_a_task_is_the_task() -> None:
    assert decided(heard("can you help me book", hearing())) == {"book"}
    assert decided(heard("can you help me", hearing())) == {"help"}


@pytest.mark.parametrize(
    ("words", "wished"),
    [
        ("i had a haircut at 3 and a facial at 4 yesterday", False),
        ("I had a haircut at 3", False),
        ("jana nilikuwa na masaji saa kumi", False),
        ("I had a haircut last week, I want another tomorrow at 3", True),
        ("haircut tomorrow at 3", True),
    ],
)
def test_what_was_is_no_wish(words: str, wished: bool) -> None:
    assert ("book" in decided(heard(words, hearing()))) == wished


@pytest.mark.parametrize(
    "words",
    ["can you check that I have a reservation on Friday at 3pm", "check if I have a booking",
     "verify that I am booked for tomorrow", "cheki kama nina booking Ijumaa"],
)  # fmt: skip
def test_whether_there_is_a_booking_is_no_wish_for_one(words: str) -> None:
    assert decided(heard(words)) == {"status"}
