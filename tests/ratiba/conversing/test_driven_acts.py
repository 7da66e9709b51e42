"""What a program can do as a customer, on real rows."""

import pytest

from tests.ratiba.conversing.shops import LOOK, PHONE, Driven, chips, say, start, words


def test_a_booking_of_one_sentence(driven: Driven) -> None:
    began, asked, done, left = driven(start(), say("cut with Oti tomorrow 10am"), say("yes"), LOOK)
    assert (began["state"], began["replies"]) == ("IDLE", [])
    assert (asked["state"], asked["asks"], asked["language"]) == ("CONFIRM", "confirm", "en")
    slots = {"service": "cut", "staff": "otieno", "start": "2026-06-11T10:00"}
    assert asked["slots"] == slots | {"date": "2026-06-11"}
    assert "KES 800" in words(asked)
    assert (done["state"], done["asks"], done["slots"]) == ("BOOKED", None, asked["slots"])
    assert left == {
        "live": [slots | {"status": "confirmed"}],
        "prompts": 0,
        "payments": [],
        "handoff": False,
    }


def test_messages_sent_back_to_back(driven: Driven) -> None:
    _, asked = driven(start(), say("habari", "naomba kunyoa na Oti", "kesho saa nne asubuhi"))
    assert asked["language"] == "sw"
    assert asked["state"] == "CONFIRM"
    assert asked["slots"]["start"] == "2026-06-11T10:00"


def test_chips_by_value_label_time_and_from_an_earlier_turn(driven: Driven) -> None:
    answers = driven(
        start(),
        LOOK, say("Hi"), LOOK,
        LOOK, {"tap": "book", "from_turn": None}, say("cut"), LOOK,
        LOOK, {"tap": "Wambui", "from_turn": None}, LOOK,
        LOOK, say("tomorrow"), LOOK,
        LOOK, {"tap": "10:00", "from_turn": None}, LOOK,
        LOOK, {"tap": "Nobody|Otieno", "from_turn": 1}, LOOK,
    )  # fmt: skip
    turns = [answer for answer in answers if "state" in answer]
    _, hello, which, who, when, day, confirm, other = turns
    assert (hello["state"], hello["asks"]) == ("GREET", "greet_menu")
    assert [which["asks"], who["asks"], when["asks"]] == ["service", "staff", "time"]
    assert {"label": "Wambui", "value": "wambui"} in chips(who)
    assert (day["asks"], day["slots"]["date"], day["slots"]["start"]) == (
        "time",
        "2026-06-11",
        None,
    )
    assert {"label": "10:00", "value": "2026-06-11T10:00"} in chips(day)
    assert (confirm["state"], confirm["slots"]["staff"]) == ("CONFIRM", "wambui")
    assert (other["state"], other["slots"]["staff"]) == ("CONFIRM", "otieno")


def test_without_snapshots_every_act_is_a_turn(driven: Driven) -> None:
    _, _, _, refused, taken = driven(
        start(),
        say("cut tomorrow 10am"),
        say("Otieno"),
        {"tap": "Wambui", "from_turn": 1},
        {"tap": "Wambui", "from_turn": 0},
    )
    assert refused == {"error": "No chip is 'Wambui'. There are: Yes, Change, No."}
    assert taken["slots"]["staff"] == "wambui"


def test_money_that_is_declined_and_then_comes(driven: Driven) -> None:
    _, _, pending, before, declined, again, paid, left = driven(
        start(mpesa=True),
        say("shave tomorrow 9am"),
        say("yes"),
        LOOK,
        {"event": "payment.decline"},
        say("try again"),
        {"event": "payment.approve"},
        LOOK,
    )
    assert pending["state"] == "PAYMENT_PENDING"
    assert (before["prompts"], before["live"][0]["status"]) == (1, "pending")
    assert declined["state"] == "PAYMENT_CANCELLED_BY_CUSTOMER"
    assert (again["state"], paid["state"]) == ("PAYMENT_PENDING", "BOOKED")
    assert left["prompts"] == 2
    assert left["payments"] == [
        {"state": "cancelled", "amount_kes": 600},
        {"state": "settled", "amount_kes": 600},
    ]


@pytest.mark.parametrize("name", ["payment.insufficient", "payment.timeout"])
def test_other_ways_in_which_money_fails(driven: Driven, name: str) -> None:
    *_, failed, left = driven(
        start(mpesa=True), say("shave tomorrow 9am"), say("yes"), {"event": name}, LOOK
    )
    assert failed["state"] == "PAYMENT_FAILED"
    assert (left["live"], left["payments"]) == ([], [{"state": "failed", "amount_kes": 600}])


def test_time_passes_and_money_comes_late(driven: Driven) -> None:
    _, _, _, nudged, over, gone, late, left = driven(
        start(mpesa=True),
        say("shave tomorrow 9am"),
        say("yes"),
        {"wait": "8m"},
        {"wait": "8m"},
        LOOK,
        {"event": "payment.late_approve"},
        LOOK,
    )
    assert (nudged["state"], len(nudged["replies"])) == ("PAYMENT_PENDING", 1)
    assert (over["state"], gone["live"]) == ("ABANDONED", [])
    assert (late["state"], len(late["replies"])) == ("BOOKED", 1)
    assert left["live"][0]["start"] == "2026-06-11T09:00"
    assert left["payments"] == [{"state": "settled", "amount_kes": 600}]


def test_a_phone_that_the_channel_does_not_tell(driven: Driven) -> None:
    _, asks, _, _, paid, left = driven(
        start(mpesa=True, channel="webchat"),
        say("shave tomorrow 9am"),
        say(f"+{PHONE}"),
        say("yes"),
        {"event": "payment.approve"},
        LOOK,
    )
    assert asks["asks"] == "phone"
    assert (paid["state"], left["prompts"], len(left["live"])) == ("BOOKED", 1, 1)
