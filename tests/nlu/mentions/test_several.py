"""Several services in one wish: each is wanted, unless one of them is to be chosen."""

from datetime import date, time

import pytest

from engine.model.understanding import Understanding
from tests.nlu.scenes import BOOKING, BUSY, CANCELLING, OFFER, SUMMARY, heard, hearing

EACH = """
haircut and follow up tomorrow 3pm = haircut:cut;follow up:follow
kunyoa na follow up kesho = kunyoa:cut;follow up:follow
haircut, then a follow-up session = haircut:cut;follow-up session:follow
a haircut with Anna and a swedish massage = haircut:cut;swedish massage:swedish
haircut and massage tomorrow = haircut:cut;massage:swedish/tissue
haircut, follow up and swedish massage = haircut:cut;follow up:follow;swedish massage:swedish
"""
SHARES = """
we are three, one wants a haircut and two a swedish massage = 1 2
tuko wasichana watatu, mmoja anataka kunyoa na wawili follow up = 1 2
two follow up sessions and one haircut = 2 1
three of us on Friday at 3pm, one wants a haircut and two want follow up = 1 2
kunyoa mbili na follow up moja kesho = 2 1
my sister wants a haircut and my two friends would like follow up = 1 2
two friends want haircuts and my sister a follow up = 2 1
we are four, one wants a haircut and the rest follow up = 1 3
tuko wanne, mmoja kunyoa na waliobaki follow up = 1 3
sisi wawili, kila mmoja anataka kunyoa na follow up = 2 2
three of us want a haircut and a follow up = 1 1 3
book at two a haircut and a follow up = 1 1
kunyoa saa mbili asubuhi na follow up = 1 1
"""
"""How often each is wanted, and how many come where that is more than these are."""
OWN_TIMES = """
haircut tomorrow 3pm and also a follow up at 4 = 2026-06-11T15:00 haircut:cut;follow up:follow@16:00
haircut tomorrow at 3 for me and at 4 for my son = 2026-06-11T15:00 haircut:cut;haircut:cut@16:00
kunyoa kesho saa nane na nusu na mwanangu saa tisa = 2026-06-11T14:30 kunyoa:cut;kunyoa:cut@15:00
haircut for my son at 3 and my daughter at 4 tomorrow = 2026-06-11T15:00 haircut:cut;haircut:cut@16:00
can I get a haircut tomorrow at 3 and a follow up at 4:30? = 2026-06-11T15:00 haircut:cut;follow up:follow@16:30
kunyoa kesho saa nane na masaji saa kumi = 2026-06-11T14:00 kunyoa:cut;masaji:swedish/tissue@16:00
haircut tomorrow and a follow up on friday at 3 = 2026-06-11 haircut:cut;follow up:follow@2026-06-12T15:00
haircut at 2, follow up at 3 and swedish massage at 4 tomorrow = 2026-06-11T14:00 haircut:cut;follow up:follow@15:00;swedish massage:swedish@16:00
haircut with Anna at 3 tomorrow and follow up with Mary at 4 = 2026-06-11T15:00 haircut:cut;follow up:follow@16:00+st_2
haircut tomorrow at 3pm and a follow up = 2026-06-11T15:00 haircut:cut;follow up:follow
"""  # noqa: E501
ONE_TIME = """
haircut at 3 or a massage at 4 | haircut tomorrow at 3 and remind me at 1 | haircut friday 3 to 4
haircut tomorrow between 3 and 4 | haircut tomorrow 3pm and I will pay at 4
haircut tomorrow at 3 and my wife will pick me up at 4
today's haircut is free. haircut with anna today at 2pm
haircut on friday. I need the haircut at 3pm
"""
ONE = """
haircut or follow up tomorrow | massage, deep tissue | haircut na ama follow up
haircut. How much is a follow up? | not a haircut but a follow up | kunyoa au follow up
"""


def several(said: Understanding) -> list[object]:
    return [m.value for m in said.mentions if m.type == "wanted_services"]


def service(said: Understanding) -> list[object]:
    return [m.value for m in said.mentions if m.type == "service" and not m.excluded]


def lines(text: str) -> list[str]:
    return [one.strip() for one in text.strip().splitlines()]


@pytest.mark.parametrize("line", lines(EACH))
def test_each_is_wanted_and_none_is_taken(line: str) -> None:
    words, _, value = line.partition(" = ")
    said = heard(words)
    assert several(said) == [value]
    (mention,) = [m for m in said.mentions if m.type == "service"]
    assert mention.several
    assert mention.value is None


@pytest.mark.parametrize("line", lines(SHARES))
def test_as_many_want_each_as_are_told(line: str) -> None:
    words, _, told = line.partition(" = ")
    said = heard(words)
    (listed,) = several(said)
    ids = [one.rpartition(":")[2] for one in str(listed).split(";")]
    people = [str(m.value) for m in said.mentions if m.type == "party"]
    assert [*(str(ids.count(id_)) for id_ in dict.fromkeys(ids)), *people] == told.split()


@pytest.mark.parametrize(
    "words", [w.strip() for w in ONE.replace("\n", "|").split("|") if w.strip()]
)
def test_where_one_is_meant_nothing_else_is_noted(words: str) -> None:
    said = heard(words)
    assert several(said) == []
    assert not any(m.several for m in said.mentions)


@pytest.mark.parametrize("line", lines(OWN_TIMES))
def test_each_at_its_own_time(line: str) -> None:
    words, _, told = line.partition(" = ")
    said = heard(words)
    time, _, listed = told.partition(" ")
    assert several(said) == [listed]
    assert service(said) == ["cut"]
    assert said.time is not None
    assert said.time.value == time


def test_what_is_said_twice_is_no_third_booking() -> None:
    said = heard("haircut and follow up wednesday, haircut at 9 and follow up at 11")
    assert not any("@" in str(one) and str(one).count(";") > 1 for one in several(said))


def test_an_hour_without_a_day_leaves_the_day_open_for_all() -> None:
    said = heard("kunyoa saa nane na mwanangu saa tisa")
    assert several(said) == ["kunyoa:cut;kunyoa:cut@15:00"]
    assert said.time is not None
    assert said.time.dayless


@pytest.mark.parametrize("words", [w.strip() for w in ONE_TIME.replace("\n", "|").split("|") if w])
def test_two_times_of_one_booking(words: str) -> None:
    assert several(heard(words)) == []


def test_one_more_at_its_own_time_moves_nothing_that_is_booked() -> None:
    at = hearing(kind="confirm", standing=SUMMARY)
    for words in (
        "and also a follow up at 4",
        "yes and a follow up at 4",
        "na follow up pia saa kumi",
    ):
        said = heard(words, at)
        assert several(said) == ["follow up:follow@16:00"], words
        assert said.time is None
    kept = heard("yes at 5, and a follow up too", at)
    assert several(kept) == ["follow up:follow"]
    assert kept.time is not None


@pytest.mark.parametrize(
    "words", ["and a follow up", "a follow up too please", "na follow up pia", "add a follow up"]
)
def test_in_the_midst_of_a_booking_one_more_replaces_nothing(words: str) -> None:
    for context in (hearing("time", kind="ask"), hearing(kind="confirm", standing=SUMMARY)):
        said = heard(words, context)
        assert several(said) == ["follow up:follow"]
        assert service(said) == []


def test_elsewhere_it_is_the_service_itself() -> None:
    assert service(heard("a follow up instead", hearing("time", kind="ask"))) == ["follow"]
    assert service(heard("and a follow up", hearing("service", kind="ask"))) == ["follow"]
    assert service(heard("and a follow up")) == ["follow"]
    for standing in (OFFER, CANCELLING):
        said = heard("the follow up too", hearing(kind="confirm", standing=standing))
        assert several(said) == []
    assert several(heard("follow up", hearing("time", kind="ask", standing=BOOKING))) == []


@pytest.mark.parametrize(
    "words",
    ["Yes. Also, does a swedish massage hurt?", "Yes. Where is the haircut done, and who does it?"],
)
def test_a_service_that_is_only_asked_about_is_not_wanted_as_well(words: str) -> None:
    assert several(heard(words, hearing(standing=SUMMARY, kind="confirm"))) == []


def test_a_service_said_twice_is_one() -> None:
    said = heard("also a haircut, a kunyoa please", hearing(standing=SUMMARY, kind="confirm"))
    assert several(said) == ["haircut:cut"]


def test_the_next_one_at_the_same_time_is_when_the_first_is() -> None:
    day, at = date(2026, 6, 12), time(14)
    for words in ("same time", "yes same time", "wakati ule ule"):
        said = heard(words, hearing(kind="choose", standing=BUSY, day=day, clock=at))
        assert said.time is not None, words
        assert said.time.value == "2026-06-12T14:00"
    assert (
        heard("same time", hearing(kind="confirm", standing=SUMMARY, day=day, clock=at)).time
        is None
    )
