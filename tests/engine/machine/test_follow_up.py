"""Coming back to a booking that silence ended: off by default, once, and gone at the first word."""

import pytest

from tests.engine.machine.scene import FACTS, Scene


@pytest.fixture
def left(confirming: Scene) -> Scene:
    """The booking was left, with a business that comes back to such."""
    confirming.facts = {**FACTS, "dials.follow_up": 1}
    confirming.rings("confirm")
    assert (confirming.state, confirming.said) == ("QUIET", ["booking.abandoned"])
    assert confirming.undone == ["tentatively_reserve"]
    return confirming


def test_off_unless_the_business_wants_it(confirming: Scene) -> None:
    assert confirming.rings("confirm").state == "ABANDONED"
    assert confirming.session.frames == ()


def test_a_booking_that_was_called_off_is_let_be(confirming: Scene) -> None:
    confirming.facts = {**FACTS, "dials.follow_up": 1}
    assert confirming.says("deny").state == "ABANDONED"


def test_nobody_who_wants_no_messages_is_followed_up(confirming: Scene) -> None:
    confirming.facts = {**FACTS, "dials.follow_up": 1, "customer.opted_out": True}
    assert confirming.rings("confirm").state == "ABANDONED"


def test_asked_once_and_the_booking_goes_on(left: Scene) -> None:
    left.rings("quiet")
    assert (left.state, left.said) == ("STILL_WANTED", ["follow_up.still_wanted"])
    left.says("affirm")
    assert (left.slot("service"), left.state) == ("swedish", "CONFIRM")


def test_no_answer_and_a_no_end_it(left: Scene) -> None:
    left.rings("quiet").rings("still_wanted")
    assert (left.session.frames, left.said) == ((), [])


def test_a_word_in_the_meantime_is_as_if_nothing_waited(left: Scene) -> None:
    assert left.says("greeting").state == "GREET"
    assert [frame.flow for frame in left.session.frames] == ["start"]
