"""`converse`: a program is the customer of small businesses of its own, on real rows."""

import json
from collections.abc import Callable
from typing import Any

import psycopg
import pytest

from ratiba.testing.throwaway import PREFIX
from tests.ratiba.conftest import Ratiba
from tests.ratiba.conversing import PHONE, booked, business, start

LOOK = {"snapshot": True}
DATABASES = "SELECT datname FROM pg_database WHERE starts_with(datname, %s)"
ALIVE = "SELECT application_name FROM pg_stat_activity"
Answers = list[dict[str, Any]]


@pytest.fixture
def driven(on_database: Ratiba) -> Callable[..., Answers]:
    """Send lines, each an object or a text as it is; gives an answer for each."""

    def run(*lines: object) -> Answers:
        texts = (line if isinstance(line, str) else json.dumps(line) for line in lines)
        ran = on_database("converse", stdin="".join(f"{text}\n" for text in texts))
        assert ran.code == 0, ran.err
        answers = [json.loads(line) for line in ran.out.splitlines()]
        assert len(answers) == len(lines)
        return answers

    return run


Driven = Callable[..., Answers]


def say(*texts: str) -> dict[str, Any]:
    return {"say": texts[0] if len(texts) == 1 else list(texts)}


def words(answer: dict[str, Any]) -> str:
    return "\n".join(reply["text"] for reply in answer["replies"])


def chips(answer: dict[str, Any]) -> list[dict[str, str]]:
    return [chip for reply in answer["replies"] for chip in reply["quick_replies"]]


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
    assert len(late["replies"]) == 1
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


def test_what_is_taken_and_what_is_closed_is_not_booked(driven: Driven) -> None:
    busy = [{"staff": "otieno", "start": "2026-06-11T09:00", "end": "2026-06-11T12:00"}]
    _, taken, closed = driven(start(busy=busy), say("shave tomorrow 10am"), say("friday 10am"))
    for refused in (taken, closed):
        assert (refused["state"], refused["asks"]) == ("COLLECT_SLOT", "time")
        assert refused["slots"]["start"] is None
    assert "not free" in words(taken)
    assert "closed" in words(closed)


def test_a_word_for_several_services_is_asked(driven: Driven) -> None:
    _, asked, shown = driven(start(), say("my hair, tomorrow 4pm please"), say("dye"))
    assert (asked["asks"], asked["slots"]["service"]) == ("service", None)
    assert [chip["value"] for chip in chips(asked)] == ["cut", "dye"]
    assert shown["slots"]["start"] == asked["slots"]["start"] == "2026-06-11T16:00"
    assert (shown["state"], shown["slots"]["staff"]) == ("CONFIRM", "wambui")


def test_facts_are_the_business_s_own(driven: Driven) -> None:
    _, fact, place, none = driven(
        start(), say("is there parking?"), say("where are you?"), say("do you have wifi?")
    )
    assert "behind the building" in words(fact)
    assert "Ngong Road" in words(place)
    assert "do not know" in words(none)


def test_bookings_that_are_there_are_cancelled_and_moved(driven: Driven) -> None:
    mine = [
        booked("b1", "cut", "otieno", "2026-06-15T10:00"),
        booked("b2", "shave", "otieno", "2026-06-16T10:00"),
        booked("b3", "dye", "wambui", "2026-05-16T10:00", "completed"),
    ]
    _, which, before, _, moved, _, after = driven(
        start(booked=mine),
        say("I want to move my booking"),
        LOOK,
        say("the shave, to Wednesday 17 June 2pm"),
        say("yes"),
        say("anyone else free?"),
        LOOK,
    )
    assert which["asks"] == "which_booking"
    assert [one["start"] for one in before["live"]] == ["2026-06-15T10:00", "2026-06-16T10:00"]
    assert moved["state"] == "RESCHEDULED"
    assert [one["start"] for one in after["live"]] == ["2026-06-15T10:00", "2026-06-17T14:00"]


def test_inside_the_notice_a_person_is_offered(driven: Driven) -> None:
    mine = [booked("b1", "cut", "otieno", "2026-06-10T14:00")]
    _, late, _, left, back, free = driven(
        start(booked=mine),
        say("cancel my appointment"),
        say("yes"),
        LOOK,
        {"event": "operator.handback"},
        LOOK,
    )
    assert "6 hours" in words(late)
    assert (left["handoff"], len(left["live"])) == (True, 1)
    assert len(back["replies"]) == 1
    assert free["handoff"] is False


def test_the_dial_offers_what_goes_with_it_at_the_bundle_s_price(driven: Driven) -> None:
    _, _, offer, bundle, _, left = driven(
        start(cross_sell=1),
        say("cut with Otieno tomorrow 10am"),
        say("yes"),
        say("yes, add it"),
        say("yes"),
        LOOK,
    )
    assert (offer["state"], offer["asks"]) == ("CROSS_SELL_RESPONSE", "cross_sell")
    assert (bundle["state"], "KES 1,120" in words(bundle)) == ("BUNDLE_CONFIRM", True)
    assert sorted(one["service"] for one in left["live"]) == ["cut", "shave"]


def test_anyone_is_whoever_was_chosen(driven: Driven) -> None:
    _, asked = driven(start(), say("cut tomorrow 8:15 am with anyone"))
    assert (asked["state"], asked["slots"]["staff"]) == ("CONFIRM", "otieno")


@pytest.mark.parametrize("vertical", ["tattoo parlour", "../nails", "physio", "carwash"])
def test_whatever_kind_of_business_it_is(driven: Driven, vertical: str) -> None:
    """Lists, rooms and facts of the kind that is shipped are not taken for this business's own."""
    _, asked = driven(start(shop=business(vertical=vertical)), say("cut with Oti tomorrow 10am"))
    assert asked["asks"] == ("plate" if vertical == "carwash" else "confirm")


def test_one_business_after_the_other(driven: Driven) -> None:
    answers = driven(
        start(), say("cut with Otieno tomorrow 10am"), say("yes"), LOOK,
        start(shop=business(name="Another")), LOOK, say("cut with Otieno tomorrow 10am"),
    )  # fmt: skip
    assert len(answers[3]["live"]) == 1
    assert answers[5]["live"] == []
    assert answers[6]["state"] == "CONFIRM"


def test_what_is_wrong_is_told_and_the_next_line_is_taken(driven: Driven) -> None:
    nobody = [{"staff": "nobody", "start": "2026-06-11T09:00", "end": "2026-06-11T12:00"}]
    wrong: tuple[tuple[object, str], ...] = (
        ("nonsense", "No JSON: Expecting value: line 1 column 1 (char 0)."),
        ("[]", "A line is an object with one of: start, say, tap, event, wait, snapshot."),
        ({"sing": "la"}, "A line is an object with one of:"),
        ({"say": "hi"}, "No conversation is under way. Send a start first."),
        ({"start": {"conversation": {}}}, "start: conversation.now: Field required;"),
        (start(now="soon"), "'soon' is no instant."),
        (start(busy=nobody), "given: Key (staff_id)=(nobody) is not present"),
        (start(shop=business(hours={"mon": [["8", "9"]]})), "start: business.hours.mon.0.0:"),
    )
    later: tuple[tuple[object, str], ...] = (
        ({"say": 3}, "'say' cannot be 3."),
        ({"say": []}, "'say' cannot be []."),
        ({"tap": "x", "from_turn": 9}, "No turn 9: there were 0, from 0."),
        ({"tap": "x", "from_turn": "1"}, "'tap' cannot be"),
        ({"tap": "x"}, "No chip is 'x'. There are: none."),
        ({"event": "nope"}, "No event 'nope'. There are: payment.approve,"),
        ({"event": "payment.approve"}, "No payment prompt is on the phone yet."),
        ({"wait": "soon"}, "'soon' is no span of time."),
        ({"snapshot": False}, "'snapshot' cannot be false."),
    )
    lines = [*(line for line, _ in wrong), start(), *(line for line, _ in later), say("Hi")]
    answers = driven(*lines)
    told = [answer.get("error", "") for answer in answers]
    expected = [*(words for _, words in wrong), "", *(words for _, words in later), ""]
    missed = [
        (one, two) for one, two in zip(told, expected, strict=True) if not one.startswith(two)
    ]
    assert not missed
    assert answers[-1]["state"] == "GREET"


def test_nothing_is_left_behind(driven: Driven, fresh_database_url: str) -> None:
    driven(start(), say("cut with Otieno tomorrow 10am"), start(), say("Hi"))
    with psycopg.connect(fresh_database_url) as server:
        assert server.execute("SELECT count(*) FROM public.tenants").fetchone() == (0,)
        before = set(server.execute(DATABASES, [PREFIX]))
        alive = set(server.execute(ALIVE))  # those of other commands, at work meanwhile
        assert not before & set(server.execute(DATABASES, [PREFIX])) - alive


def test_production_is_not_played_with(
    on_database: Ratiba, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RATIBA_ENV", "prod")
    ran = on_database("converse", stdin="")
    assert (ran.code, "RATIBA_ENV is not dev" in ran.err) == (2, True)
