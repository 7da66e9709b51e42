"""Choices on the screen, answered in words."""

from dataclasses import replace

import pytest

from engine.model.flow import SlotType
from engine.model.session import Chip
from engine.model.understanding import Standing, TimeAction
from engine.model.value import ANYONE, Value
from engine.nlu.rules import understand
from tests.nlu.scenes import MOVING, NOW, SUMMARY, heard, hearing

PEOPLE = hearing(
    "staff",
    kind="ask",
    chips=(
        Chip("staff=st_1", shows=Value("staff", "st_1", {"": "Anna"})),
        Chip("staff=st_2", shows=Value("staff", "st_2", {"": "Mary"})),
        Chip("staff=*", label="Anyone"),
    ),
)


def openings(*clocks: str) -> tuple[Chip, ...]:
    return tuple(
        Chip(f"time=2026-06-12T{clock}", shows=Value("opening", f"2026-06-12T{clock}"))
        for clock in clocks
    )


TIMES = hearing("time", kind="ask", chips=openings("12:00", "14:00", "15:00", "16:00"))
WAYS = hearing(
    kind="choose",
    chips=(
        Chip("way:another_day", "chips.another_day"),
        Chip("way:another_person", "chips.another_person"),
        Chip("way:stop", "chips.stop"),
    ),
)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("2", "st_2"),
        ("the second one", "st_2"),
        ("ya pili", "st_2"),
        ("yule wa pili", "st_2"),
        ("number two", "st_2"),
        ("chaguo la pili", "st_2"),
        ("first", "st_1"),
        ("the last one", ANYONE),
        ("anyone", ANYONE),
        ("Mary please", "st_2"),
    ],
)
def test_a_choice_by_its_place_or_label(words: str, value: str) -> None:
    found = heard(words, PEOPLE).mentions
    assert [(m.type, m.value) for m in found] == [("staff", value)]
    assert found[0].confidence >= 0.95


def test_a_name_that_is_a_number_is_the_name() -> None:
    called = Chip("staff=st_3", shows=Value("staff", "st_3", {"": "Tatu"}))
    shown = hearing("staff", kind="ask", chips=(called, *PEOPLE.chips))
    assert heard("tatu", shown).mentions[0].value == "st_3"


def test_a_choice_that_is_turned_down_is_not_taken() -> None:
    found = [(m.value, m.excluded) for m in heard("not Anna", PEOPLE).mentions]
    assert found == [(ANYONE, False), ("st_1", True)]


def test_a_number_beyond_the_row_is_nothing() -> None:
    assert not heard("7", PEOPLE).mentions


@pytest.mark.parametrize(
    ("words", "clock"),
    [
        ("3", "15:00"),
        ("1", "12:00"),
        ("the first one", "12:00"),
        ("ya tatu", "15:00"),
        ("16", "16:00"),
        ("at 4", "16:00"),
        ("15:00", "15:00"),
        ("saa tisa", "15:00"),
        ("jioni", "16:00"),
    ],
)
def test_an_opening_by_its_place_or_hour(words: str, clock: str) -> None:
    said = heard(words, TIMES).time
    assert said is not None
    assert (said.action, said.value) == (TimeAction.RESOLVE, f"2026-06-12T{clock}")


@pytest.mark.parametrize("words", ["Ijumaa jioni", "friday evening"])
def test_a_part_of_a_day_that_is_named_is_more_than_what_is_shown_of_it(words: str) -> None:
    said = heard(words, TIMES).time
    assert said is not None
    assert (said.action, said.value) == (TimeAction.ASK_TIME, "2026-06-12")


def test_a_number_that_is_the_place_of_one_and_the_hour_of_another_is_asked() -> None:
    rows = hearing("time", kind="ask", chips=openings("14:00", "15:00", "16:00"))
    said = heard("2", rows).time
    assert said is not None
    assert said.action is TimeAction.ASK
    assert set(said.candidates) == {"2026-06-12T15:00", "2026-06-12T14:00"}


def test_nobody_counts_to_nine_in_a_list_that_holds_nine_oclock() -> None:
    clocks = ("08:00", "08:15", "08:30", "08:45", "09:00", "09:15", "09:30", "09:45", "10:00")
    said = heard("9", hearing("time", kind="ask", chips=openings(*clocks))).time
    assert said is not None
    assert (said.action, said.value) == (TimeAction.RESOLVE, "2026-06-12T09:00")


WASHES = hearing(
    "service",
    kind="ask",
    chips=tuple(
        Chip(f"service={name}", shows=Value("service", name, {"en": called}))
        for name, called in {"body": "Body wash", "full": "Full wash"}.items()
    ),
)


@pytest.mark.parametrize(
    ("words", "found"),
    [("full", ["full"]), ("the full one", ["full"]), ("no", []), ("full or body", [])],
)
def test_a_common_word_of_one_name_alone_is_that_one(words: str, found: list[str]) -> None:
    assert [m.value for m in heard(words, WASHES).mentions if m.type == "service"] == found


def test_ways_and_acts_come_back_as_what_they_stand_for() -> None:
    for words in ("another day", "siku nyingine", "1"):
        assert [act.name for act in heard(words, WAYS).acts] == ["way:another_day"], words
    confirm = hearing(
        standing=SUMMARY,
        kind="confirm",
        chips=(Chip("act:affirm", "Ndio, weka"), Chip("act:change", "Badilisha")),
    )
    assert [act.name for act in heard("ndio weka", confirm).acts] == ["affirm"]
    assert [act.name for act in heard("Badilisha", confirm).acts] == ["change"]


def test_a_yes_to_a_move_agrees_whatever_the_buttons_say() -> None:
    chips = (Chip("act:affirm", "Ndio, hamisha"), Chip("act:change", "Badilisha"))
    moving = hearing(
        standing=replace(MOVING, carries_on=True, sums_up=True), kind="confirm", chips=chips
    )
    for words, act in (("ndiyo badilisha", "affirm"), ("badilisha", "change")):
        assert [one.name for one in heard(words, moving).acts] == [act], words


def test_a_pick_that_is_no_slot_of_the_customer_comes_back_whole() -> None:
    picks = hearing(
        kind="choose",
        chips=(Chip("picked=service", "chips.service"), Chip("picked=time", "chips.time")),
    )
    assert [act.name for act in heard("the time", picks).acts] == ["picked=time"]


def test_what_is_written_whole_on_one_is_that_one() -> None:
    offers = hearing(
        kind="choose", chips=(Chip("way:book", "chips.book"), Chip("way:mine", "My booking"))
    )
    assert [act.name for act in heard("my booking", offers).acts] == ["way:mine"]
    assert [act.name for act in heard("a booking", offers).acts] == ["way:book"]


def test_a_choice_of_a_flows_own_may_stand_in_a_short_answer() -> None:
    words = {"own": "Zangu", "salon": "From the salon"}
    chips = tuple(Chip(f"extensions={name}", says) for name, says in words.items())
    types = {"extensions": SlotType("choice", options=tuple(words))}
    for text, wanted in (
        ("nitakuja na zangu", ["own"]),
        ("nitabeba zangu", ["own"]),
        ("from the salon please", ["salon"]),
        ("what do you have", []),
    ):
        understood = understand(text, hearing("extensions", types=types, chips=chips), (), NOW)
        assert [one.value for one in understood.mentions] == wanted, text


BESIDE = replace(
    hearing(kind="choose", chips=(Chip("way:book", "chips.book"), Chip("way:decline", "chips.no"))),
    called=(("Book one more", "booking"), ("Leave it as it is",)),
)


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("cancel my booking", "cancel"),
        ("ghairi booking", "cancel"),
        ("my booking", "way:book"),
        ("booking please", "way:book"),
    ],
)
def test_a_task_beside_a_word_of_a_button_is_that_task(words: str, act: str) -> None:
    assert heard(words, BESIDE).intent.name == act


BOOKINGS = hearing(
    "appointment",
    kind="ask",
    types={"appointment": SlotType("appointment", 0.85, None, "list_my_bookings")},
    chips=(
        Chip("appointment=b1", shows=Value("appointment", "b1", {"": "Gel"})),
        Chip("appointment=b2", shows=Value("appointment", "b2", {"": "Manicure"})),
    ),
)


@pytest.mark.parametrize(
    "words",
    ["both", "all", "cancel all", "cancel both please", "all of them", "zote", "zote mbili",
     "ghairi zote mbili", "nataka kughairi zote", "both of my bookings"],
)  # fmt: skip
def test_all_that_is_listed_is_heard_as_each_of_it(words: str) -> None:
    found = heard(words, BOOKINGS)
    assert not found.acts
    assert [(m.value, m.candidates, m.several) for m in found.mentions] == [
        (None, ("b1", "b2"), True)
    ]


@pytest.mark.parametrize("words", ["not all", "all but the gel", "sio zote", "is that all"])
def test_what_is_not_all_of_it_is_not_heard_as_that(words: str) -> None:
    assert not any(m.several for m in heard(words, BOOKINGS).mentions)


PRINTED = replace(
    hearing(kind="choose", standing=Standing(), chips=(Chip("way:accept"), Chip("way:person"))),
    called=(("Yes, book",), ("Talk to a person",)),
    listed=tuple(
        Value("service", name, {"": name}, {"price": price})
        for name, price in (("gel", 1800), ("acrylic", 3200), ("kope", 2800))
    ),
)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("the second one", "acrylic"),
        ("ya tatu", "kope"),
        ("the last one", "kope"),
        ("2", "acrylic"),
        ("the one at 2,800 please", "kope"),
        ("ya 1800", "gel"),
        ("ile ya elfu tatu mia mbili", "acrylic"),
    ],
)
def test_behind_a_list_a_place_or_a_price_is_one_of_it(words: str, value: str) -> None:
    found = heard(words, PRINTED)
    assert not found.acts
    assert [(m.type, m.value) for m in found.mentions] == [("service", value)]


@pytest.mark.parametrize(
    ("words", "act"), [("yes", "affirm"), ("talk to a person", "way:person"), ("no thanks", "deny")]
)
def test_behind_a_list_the_buttons_are_still_there(words: str, act: str) -> None:
    assert heard(words, PRINTED).intent.name == act


ABOVE = tuple(Value("service", one) for one in ("swedish", "tissue", "cut"))
BUTTONS = (Chip("act:affirm", "booking.summary.yes"), Chip("act:change"), Chip("way:decline"))
AT_SUMMARY = hearing(kind="confirm", standing=SUMMARY, chips=BUTTONS)


@pytest.mark.parametrize(
    "words",
    ["the first one", "first", "ya kwanza", "number 1", "namba moja", "1", "the last one", "3"],
)
def test_no_place_presses_what_confirms(words: str) -> None:
    assert not heard(words, AT_SUMMARY).acts


@pytest.mark.parametrize("words", ["number 1", "namba moja", "option 2"])
def test_a_place_is_no_hour_where_nothing_stands_there(words: str) -> None:
    assert heard(words, AT_SUMMARY).time is None


@pytest.mark.parametrize(
    ("words", "value"),
    [("the first one", "swedish"), ("ya kwanza", "swedish"), ("the third one", "cut"), ("2", None)],
)
def test_what_the_last_reply_printed_has_the_first_claim_on_a_place(
    words: str, value: str | None
) -> None:
    for shown in (AT_SUMMARY, TIMES):
        found = heard(words, replace(shown, listed=ABOVE)).mentions
        assert [m.value for m in found if m.type == "service"] == ([value] if value else [])
