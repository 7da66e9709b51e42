"""Dialogues of others: what their customers say here, and what comes of it."""

import json
from pathlib import Path
from typing import Any

from ratiba.conversing.lines import Say, Tap
from ratiba.conversing.observed import Chip, Observed, Said, Slots
from ratiba.evaluating.kinds.dialogues import Dialogue, attempts
from ratiba.evaluating.leading.customer import Customer
from ratiba.evaluating.leading.script import Script, script
from ratiba.evaluating.leading.shop import BOOKED as WHO_BOOKED
from ratiba.evaluating.leading.shop import providers, shop
from tests.ratiba.conftest import Ratiba
from tests.ratiba.evaluating import spoken


def read(raw: dict[str, Any]) -> Dialogue:
    return Dialogue.model_validate(raw)


def scripted(raw: dict[str, Any]) -> Script:
    found = script(read(raw))
    assert found is not None
    return found


def asked(what: str | None, *values: str, slots: Slots | None = None) -> Observed:
    chips = tuple(Chip(value, value, value) for value in values)
    return Observed("X", "en", slots or Slots(), what, (Said("?", chips),))


def test_only_what_is_about_the_booking_is_said() -> None:
    found = scripted(spoken.BOOKED)
    assert [line.text for line in found.lines] == [
        "I want my hair done",
        "Good, book me there for 8 March",
        "at 2:30 pm",
        "Yes, that is right",
    ]
    assert [(line.day, line.clock, line.answers) for line in found.lines[1:]] == [
        (True, False, False),
        (False, True, False),
        (False, False, True),
    ]
    assert (found.turns, found.made.day, found.made.clock) == (6, "2019-03-08", "14:30")


def test_a_dialogue_without_a_booking_has_no_script() -> None:
    assert script(read(spoken.FOUND_ONLY)) is None


def test_a_try_that_failed_is_known() -> None:
    lost, made = attempts(read(spoken.TAKEN))
    assert (lost.clock, lost.made, made.clock, made.made) == ("14:30", False, "16:00", True)
    assert made.words == "4 pm"


def test_who_was_booked_is_first_and_stands_once() -> None:
    shout = spoken.system("?", ["CONFIRM", "stylist_name", ["BLUE DOOR STUDIO"]])
    raw = spoken.dialogue(*spoken.SEARCH, *spoken.WISH, shout, spoken.YES, spoken.MADE)
    found = scripted(raw)
    assert providers(read(raw), found) == [spoken.WHO, spoken.OTHER]
    first, second = shop(read(raw), found).staff
    assert (first.id, first.name, second.name) == (WHO_BOOKED, spoken.WHO, spoken.OTHER)


def test_the_customer_answers_what_is_asked() -> None:
    customer = Customer(scripted(spoken.BOOKED))
    assert customer.answer(Observed()) == Say(("I want my hair done",))
    assert customer.answer(asked("staff", "p2", "p1", "*")) == Tap("p1")
    assert customer.answer(asked("time")) == Say(("Good, book me there for 8 March",))
    assert customer.answer(asked("time")) == Say(("at 2:30 pm",))
    assert customer.answer(asked("confirm", "affirm")) == Say(("Yes, that is right",))
    assert customer.answer(asked("confirm", "affirm")) == Tap("affirm")
    assert customer.answer(asked("confirm")) is None


def test_what_was_not_told_yet_is_told_before_a_yes() -> None:
    customer = Customer(scripted(spoken.BOOKED))
    customer.answer(Observed())
    assert customer.answer(asked("confirm")) == Say(("Good, book me there for 8 March",))


def test_what_is_asked_again_is_told_once_more() -> None:
    customer = Customer(scripted(spoken.BOOKED))
    for what in (None, "time", "time"):
        customer.answer(asked(what))
    open_ = asked("time", "2019-03-08T09:00", slots=Slots(date="2019-03-08"))
    assert customer.answer(open_) == Say(("at 2:30 pm",))
    assert customer.answer(asked("time", "2019-03-08T14:30")) == Tap("2019-03-08T14:30")


def test_dialogues_are_led_to_their_bookings(tmp_path: Path, on_database: Ratiba) -> None:
    path = tmp_path / "dialogues.jsonl"
    records = (spoken.BOOKED, spoken.FOUND_ONLY, spoken.TAKEN, spoken.ELSEWHERE)
    path.write_text("".join(f"{json.dumps(one)}\n" for one in records), "utf-8")
    ran = on_database("eval", str(path), "--json")
    assert ran.code == 0, ran.err
    (told,) = [json.loads(line) for line in ran.out.splitlines()]
    assert (told["kind"], told["n"], told["without a booking"]) == ("dialogues", 3, 1)
    assert (told["right"], told["wrong"]) == (2, 1)
    assert told["confusion"] == [["booked", "another time", 1]]
    assert (told["day"], told["provider"]) == (1.0, 1.0)
    assert told["worst"][0]["detail"] == "2019-03-08T14:30, not 2019-03-08T02:30"


def test_what_customers_of_a_search_say_books_what_they_mean(
    on_database: Ratiba, tmp_path: Path
) -> None:
    path = tmp_path / "dialogues.jsonl"
    path.write_text(f"{json.dumps(spoken.SALON)}\n", "utf-8")
    ran = on_database("eval", str(path), "--json")
    assert ran.code == 0, ran.err
    told = json.loads(ran.out)
    assert (told["n"], told["right"]) == (1, 1), told["worst"]
