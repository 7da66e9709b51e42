"""How many come is heard beside the wish to book, and by a slot that asks for it."""

from dataclasses import replace

import pytest

from engine.model.flow import SlotType
from engine.model.understanding import Standing, Term, Understanding
from engine.nlu.rules import understand
from tests.nlu.scenes import MOVING, NOW, SUMMARY, TYPES, VOCABULARY, decided, heard, hearing

SAID = """
two haircuts tomorrow 3pm = 2 | me and my wife want a massage tomorrow 3pm = 2 | 3 haircuts = 3
a massage for 3 people tomorrow at 3pm = 3 | book for two haircuts = 2
book 2 massages Friday 4pm = 2
my husband and I would like a swedish massage Friday 2pm = 2
a party of 4 for massage on Friday = 4
haircut for me and my two friends Saturday 11am = 3
haircut for me, my wife and my son Saturday = 3
swedish massage for the two of us tomorrow 3pm = 2 | book us both a haircut tomorrow = 2
watu wawili masaji kesho saa nane = 2 | mimi na mke wangu tunataka masaji = 2
watu 3 kunyoa leo = 3
tuko watatu, nataka masaji kesho = 3 | sisi wawili tunataka kunyoa kesho = 2
massage na mke wangu = 2
masaji mbili kesho saa nane mchana = 2 | kunyoa mimi na rafiki yangu kesho saa tano asubuhi = 2
massages for 2 tomorrow = 2 | massage for two tomorrow = 2
massage for two tomorrow at 2pm = 2 | massages for two = 2 | a haircut for 3 at 3 tomorrow = 3
haircut tomorrow at 2pm, for two please = 2 | massage for two on Friday morning = 2
book for two at 10am tomorrow = 2 | book for two, friday 3pm = 2 | haircut for three tomorrow = 3
masaji ya wawili kesho saa nane mchana = 2 | kunyoa kwa watatu kesho saa tano = 3
a couples massage for me and my wife = 2 | couples massage for two people tomorrow = 2
we are a couple and both need a haircut = 2 | haircut for my two sons saturday at 11 = 2
kunyoa watoto wangu wawili kesho saa nne = 2
nataka kunyoa mimi na watoto wawili kesho saa nne = 3 | haircut for me and my 2 kids friday = 3
haircut for me and my two boys tomorrow at 2pm = 3 | me and John want haircuts tomorrow = 2
haircut tomorrow 2pm, I'm bringing my brother he needs one too = 2
swedish massage for my mother and another one for me, Friday 2pm = 2
we are two, haircut tomorrow 2pm = 2 | haircut tomorrow 2pm, we will be three = 3
haircut tomorrow 2pm, we're three = 3 | haircut tomorrow 2pm, we are just 3 = 3
haircut tomorrow 2pm, make us 3 = 3 | kunyoa kesho saa nane, tutakuja watatu = 3
kunyoa kesho saa nane, tuko kama wanne = 4 | haircut tomorrow 2pm with Anna for two = 2
haircut tomorrow 2pm with anyone for 2 = 2 | there will be just three of us, haircut Friday = 3
two swedish massage sessions tomorrow = 2 | book two appointments for Friday = 2
"""
ALONE = """
haircut for 10 tomorrow | haircut for 2 tomorrow
I have 2 sessions left, book one tomorrow | book me for two tomorrow | haircut for 3pm
massage for two this afternoon | massage for two in the afternoon | haircut for 2:30 tomorrow
massage for two and a half hours tomorrow at 10 | haircut for two thirty tomorrow
is 2pm free tomorrow for a haircut? if not book for 4
haircut with Anna and Mary tomorrow | haircut for my son tomorrow at 10am | haircut tomorrow at 3
kunyoa saa mbili kesho asubuhi | massage for 2 hours tomorrow 10am | haircut and massage tomorrow
me too, haircut tomorrow | i want a haircut | kunyoa kesho saa tatu | haircut on the 2nd at 3pm
nina watoto wawili, nataka kunyoa kesho | I have two kids, haircut for me tomorrow at 3pm
haircut tomorrow at 3, we are just 5 minutes away | book us at 3 tomorrow, haircut
haircut tomorrow at 3, we are 5 minutes away | haircut tomorrow 2pm, can I bring my sister along
haircut for my son and let me know | book me a swedish massage for my son tomorrow
how much is it for two people | do you take groups of 5 people?
"""

UNCOUNTED = """
me and my friends want a massage tomorrow 10am = 0 | mimi na marafiki zangu tunataka kunyoa = 0
haircut for my kids on friday = 0 | my friends and I need a haircut = 0 | tuko wengi, kunyoa = 0
massage with my family saturday = 0 | nataka kunyoa na rafiki zangu kesho = 0
a group of friends, haircut friday = 0 | me and the girls want a haircut = 0
me and friends need a haircut = 0 | kunyoa kesho saa nane mimi na marafiki = 0
haircut for 3 tomorrow = 3 | haircut for 2 = 2 | kunyoa kwa 3 kesho = 3
"""
"""Several of whom no number is said, and figures that may be people or an hour."""


def several(said: Understanding) -> list[object]:
    return [m.value for m in said.mentions if m.type == "party"]


def phrases(text: str) -> list[str]:
    return [one.strip() for line in text.strip().splitlines() for one in line.split("|")]


@pytest.mark.parametrize("line", phrases(SAID))
def test_several(line: str) -> None:
    words, _, number = line.partition(" = ")
    assert several(heard(words)) == [int(number)]


@pytest.mark.parametrize("words", phrases(ALONE))
def test_one_or_nobody_who_books(words: str) -> None:
    assert several(heard(words)) == []


def uncounted(said: Understanding) -> list[object]:
    return [m.value for m in said.mentions if m.type == "uncounted"]


@pytest.mark.parametrize("line", phrases(UNCOUNTED))
def test_of_several_without_a_number_it_is_heard_that_they_are_several(line: str) -> None:
    words, _, number = line.partition(" = ")
    said = heard(words)
    assert uncounted(said) == [int(number)]
    assert not several(said)
    assert int(number) == 0 or said.time is None or said.time.grain == "day"


@pytest.mark.parametrize("words", phrases(SAID) + phrases(ALONE))
def test_who_is_counted_or_comes_alone_is_asked_for_no_number(words: str) -> None:
    if words != "haircut for 2 tomorrow":
        assert uncounted(heard(words.partition(" = ")[0])) == [], words


@pytest.mark.parametrize(
    "words",
    [
        "I have kids, book me a haircut", "let me ask my friends first, haircut tomorrow",
        "haircut for my friends wedding friday", "haircut tomorrow and my friends like it",
        "haircut for 3pm tomorrow", "haircut for 3 tomorrow afternoon", "haircut for 10 tomorrow",
    ],
)  # fmt: skip
def test_friends_who_are_only_spoken_of_do_not_come(words: str) -> None:
    assert uncounted(heard(words)) == [], words


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("3", 3), ("we are 4", 4), ("tuko watatu", 3), ("me and two friends", 3), ("wawili", 2),
        ("just me", 1), ("mimi tu", 1), ("at 3 o'clock", 1), ("saa tisa mchana", 1),
    ],
)  # fmt: skip
def test_how_many_is_told_where_it_is_asked(words: str, number: int) -> None:
    types = {**TYPES, "people": SlotType("party")}
    assert several(heard(words, hearing("people", types=types))) == [number]


def test_a_slot_that_asks_for_a_number_hears_them() -> None:
    types = {**TYPES, "party": SlotType("number", 0.85)}
    said = heard("me and my wife tomorrow at 3pm", hearing("time", kind="ask", types=types))
    assert [m.value for m in said.mentions if m.type == "number"] == [2]


def test_in_the_midst_of_a_booking_they_are_heard_without_the_wish_to_book() -> None:
    for words in ("yes, but two people", "me and my wife", "tuko wawili", "there will be 3 of us"):
        said = heard(words, hearing(kind="confirm", standing=SUMMARY))
        assert several(said) == [3 if "3" in words else 2], words
    moving = heard("me and my wife", hearing(kind="confirm", standing=MOVING))
    assert several(moving) == []


def test_what_only_says_who_comes_answers_nothing_else() -> None:
    insurer = Term("insurer", "self_pay", ("mimi mwenyewe",))
    kinds = {**TYPES, "insurer": SlotType("insurer", 0.85, lister="list_own_choices")}
    context = hearing(types=kinds, standing=Standing())
    said = understand("kunyoa mimi na mke wangu kesho", context, (*VOCABULARY, insurer), NOW)
    assert not [m for m in said.mentions if m.type == "insurer"]


def test_who_asks_what_it_costs_for_several_has_said_how_many() -> None:
    for words in ("two people for a haircut and how much", "bei gani kunyoa watu wawili"):
        said = heard(words)
        assert "services" in decided(said), words
        assert several(said) == [2], words


def test_where_the_hour_is_asked_a_number_alone_is_one() -> None:
    for words in ("for two", "for 3 tomorrow", "haircut for two tomorrow"):
        assert several(heard(words, hearing("time", kind="ask"))) == [], words
    said = heard("haircut for two tomorrow at 3pm", hearing("time", kind="ask"))
    assert several(said) == [2]
    assert said.time is not None
    assert said.time.value == "2026-06-11T15:00"


def test_nobody_else_comes_after_all() -> None:
    for words in ("no, just me", "oh sorry only me", "hapana, mimi tu", "niko peke yangu"):
        assert several(heard(words, hearing(kind="confirm", standing=SUMMARY))) == [1], words


def test_a_service_for_two_by_its_name_is_one_booking() -> None:
    pair = (*VOCABULARY, Term("service", "pair", ("couples massage", "masaji ya wawili")))
    for words in ("couples massage for two tomorrow", "masaji ya wawili kesho, mimi na mke wangu"):
        assert several(understand(words, hearing(), pair, NOW)) == [], words


def test_whom_the_customer_only_speaks_with_does_not_come() -> None:
    for words in (
        "I need to confirm with my husband first",
        "let me check with my sister and get back to you",
        "nitaongea na mume wangu halafu nikuambie",
        "wacha nishauriane na mke wangu kwanza",
    ):
        said = heard(words, hearing(kind="confirm", standing=SUMMARY))
        assert several(said) == [], words
        assert "affirm" not in decided(said), words


KNOWN = {"": frozenset[str](), "uncounted": frozenset({"uncounted"}), "party": frozenset({"party"})}


@pytest.mark.parametrize(
    ("words", "told", "come", "asked"),
    [
        ("we're three", "", [3], []),
        ("make us 3", "", [3], []),
        ("tutakuwa wanne", "", [4], []),
        ("for 4", "", [], [4]),
        ("for four", "", [], [4]),
        ("3", "uncounted", [3], []),
        ("watatu", "uncounted", [3], []),
        ("watatu", "", [3], []),
        ("actually 3", "party", [], []),
        ("make it 3", "party", [], []),
        ("iwe tatu", "party", [], []),
    ],
)
def test_a_count_of_people_at_a_summary_is_no_hour(
    words: str, told: str, come: list[int], asked: list[int]
) -> None:
    at = replace(hearing(kind="confirm", standing=SUMMARY, day=NOW.date()), told=KNOWN[told])
    said = heard(words, at)
    assert (several(said), uncounted(said), said.time) == (come, asked, None)


@pytest.mark.parametrize("words", ["make it 3", "for 4pm", "actually 3"])
def test_an_hour_at_a_summary_is_one_where_nobody_was_counted(words: str) -> None:
    at = hearing(kind="confirm", standing=SUMMARY, day=NOW.date())
    assert heard(words, at).time is not None
