"""What is said right after a booking was let go."""

import pytest

from engine.model.understanding import Standing
from engine.nlu.acts.told import ROUTED
from tests.nlu.scenes import heard, hearing

LET_GO = hearing(standing=Standing(in_mind=frozenset({"service", "staff", "opening"})))


def changes(text: str) -> bool:
    acts = heard(text, LET_GO).acts
    return any(act.name == "change" and act.confidence >= ROUTED for act in acts)


@pytest.mark.parametrize(
    "text",
    [
        "Friday",
        "Friday then",
        "no, friday 10am",
        "make it Friday at 10",
        "can you make it Friday at 10 instead",
        "what about 5pm",
        "do you have Friday?",
        "with Mary",
        "not with Anna",
        "ijumaa basi",
        "iwe kesho saa nne",
    ],
)
def test_a_value_and_little_else_is_for_it(text: str) -> None:
    assert changes(text)


@pytest.mark.parametrize(
    "text",
    [
        "I'll call you tomorrow",
        "see you tomorrow at 3",
        "just the one tomorrow",
        "can I come an hour later",
        "my sister comes on Friday",
        "nitakuja kesho kuulizia",
        "nitapiga simu kesho",
        "massage on Friday",
        "please move my booking to Friday at 10",
        "I can't come tomorrow",
        "hamisha miadi yangu iwe ijumaa saa nne",
    ],
)
def test_what_says_more_is_not(text: str) -> None:
    assert not changes(text)


def test_on_a_fresh_thread_a_day_changes_nothing() -> None:
    assert "change" not in {act.name for act in heard("Friday then").acts}


def test_instead_moves_what_is_booked_where_nothing_is_in_mind() -> None:
    assert heard("can you make it Friday at 10 instead").intent.name == "reschedule"
