"""What was booked before is wished for again, unless the message names another."""

import pytest

from engine.model.understanding import Understanding
from engine.model.value import LAST
from tests.nlu.scenes import BOOKING, CANCELLING, MOVING, SUMMARY, heard, hearing

BOTH = """
the usual | same massage as last week, Thursday at 10am
rebook my previous visit, only on Thursday 4:15pm | same as last time please
kama mara ya mwisho | rudia booking yangu ya mwisho Ijumaa saa tisa | kama kawaida kesho
"""
WHO = """
same stylist as last time | with the same lady as last time | the same person I had before
mtu yuleyule kama mara ya mwisho
"""


def phrases(text: str) -> list[str]:
    return [one.strip() for line in text.strip().splitlines() for one in line.split("|")]


def last(said: Understanding) -> list[str]:
    return [one.type for one in said.mentions if one.value == LAST]


@pytest.mark.parametrize("words", phrases(BOTH))
def test_service_and_person_are_those_of_the_last_time(words: str) -> None:
    assert last(heard(words)) == ["service", "staff"]
    assert last(heard(words, hearing("service", kind="ask"))) == ["service", "staff"]


@pytest.mark.parametrize("words", phrases(WHO))
def test_of_a_person_alone_the_service_stays_open(words: str) -> None:
    assert last(heard(words)) == ["staff"]


def test_what_this_message_names_is_not_of_the_last_time() -> None:
    assert last(heard("the same as last time but with Anna on Friday at 3")) == ["service"]
    assert last(heard("haircut with the same person as last time")) == ["staff"]
    assert last(heard("same as last time but with anyone")) == ["service"]


def test_in_the_midst_it_is_about_what_is_asked_for() -> None:
    assert last(heard("same as last time", hearing("staff", kind="ask"))) == ["staff"]
    assert last(heard("same as last time", hearing("time", kind="ask"))) == []
    assert last(heard("the usual", hearing(kind="confirm", standing=SUMMARY))) == []
    changed = heard("same stylist as last time", hearing(kind="confirm", standing=SUMMARY))
    assert last(changed) == ["staff"]


def test_it_is_nothing_where_something_else_is_under_way() -> None:
    for standing in (MOVING, CANCELLING):
        assert last(heard("same as last time", hearing(kind="ask", standing=standing))) == []
    assert last(heard("was it the same as last time?", hearing(kind="ask", standing=BOOKING))) == []
