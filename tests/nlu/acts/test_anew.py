"""While a booking is cancelled: another time for it moves it, and a new wish books."""

import pytest

from engine.model.understanding import Standing
from tests.nlu.scenes import heard, hearing

CANCELLING = hearing(
    "reason", kind="ask", standing=Standing(idle=False, tasks=frozenset({"cancel"}))
)
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
