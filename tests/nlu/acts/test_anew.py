"""While a booking is cancelled: another time for it moves it, and a new wish books."""

import pytest

from engine.model.understanding import Standing
from tests.nlu.scenes import CANCEL_ASKED, decided, heard, hearing

CANCELLING = hearing(
    "reason", kind="ask", standing=Standing(idle=False, tasks=frozenset({"cancel"}))
)
ASKED = hearing(kind="confirm", standing=CANCEL_ASKED)
MOVING = hearing("time", kind="ask", standing=Standing(idle=False, tasks=frozenset({"reschedule"})))


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("can I book for Friday instead", "reschedule"),
        ("could you book me on Friday at 3 instead?", "reschedule"),
        ("naweza kubook ijumaa badala yake?", "reschedule"),
        ("I want a haircut on Friday", "book"),
        ("there are four of us, we want haircuts on sunday", "book"),
        ("tuko watu wanne tunataka kunyolewa jumapili", "book"),
        ("I want the haircut on Friday", ""),
        ("nataka ile ya kunyolewa ijumaa", ""),
        ("I want to cancel the haircut on Friday", ""),
        ("haircut on Friday", ""),
    ],
)
def test_what_is_wished_for_while_a_booking_is_cancelled(words: str, act: str) -> None:
    acts = heard(words, CANCELLING).acts
    assert (acts[0].name if acts else "") == act


@pytest.mark.parametrize(
    "words", ["can I book Friday instead?", "naweza kubook ijumaa badala yake?"]
)
def test_another_time_where_it_is_moved_anyway_is_only_that_time(words: str) -> None:
    found = heard(words, MOVING)
    assert not found.acts
    assert found.time is not None


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("I'd like Thursday 3pm instead", "reschedule"),
        ("can I do Thursday 3pm instead", "reschedule"),
        ("Thursday at 3pm would be better", "reschedule"),
        ("no, Thursday 3pm instead", "reschedule"),
        ("I want to come on Thursday", "reschedule"),
        ("afadhali Alhamisi saa tisa", "reschedule"),
        ("ningependa Alhamisi saa tisa badala yake", "reschedule"),
        ("yes I want another haircut on Friday 3pm", "book"),
        ("sawa nataka kunyoa Ijumaa saa tisa", "book"),
        ("yes, cancel the Friday one", "affirm"),
        ("the Friday one instead", ""),
        ("nataka ile ya Ijumaa badala yake", ""),
        ("I'd rather keep the one on Friday at 3", "deny"),
        ("I want Friday", ""),
    ],
)
def test_a_wish_at_the_question_whether_to_cancel(words: str, act: str) -> None:
    assert decided(heard(words, ASKED)) == ({act} if act else set())


@pytest.mark.parametrize(
    ("words", "act", "timed"),
    [
        ("cancel my haircut, can I do Thursday 3pm instead", "reschedule", True),
        ("cancel my haircut, I'd rather come on Thursday at 3pm", "reschedule", True),
        ("ghairi kunyoa yangu, naweza kuja Alhamisi saa tisa badala yake", "reschedule", True),
        ("I want to cancel the Friday one instead", "cancel", False),
        ("cancel my Friday haircut", "cancel", False),
    ],
)
def test_another_time_said_with_the_cancelling(words: str, act: str, *, timed: bool) -> None:
    found = heard(words)
    assert (decided(found), found.time is not None) == ({act}, timed)
