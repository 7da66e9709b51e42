"""The business that a conversation is held with is the one that was given, on real rows."""

import pytest

from tests.ratiba.conversing.shops import LOOK, Driven, booked, business, chips, say, start, words


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
