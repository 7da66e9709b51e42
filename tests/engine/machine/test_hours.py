"""An hour is not a day: the day is asked, and joins the hour; what was said is kept for another."""

from datetime import date, time

import pytest

from engine.machine.hearing.expecting import expects
from engine.model.effect import Say
from engine.model.flow import FlowSet
from engine.model.tool import Answer, Call
from engine.model.understanding import Act, Language, Mention, TimeAction, TimeHeard, Understanding
from engine.model.value import Value
from tests.engine.machine.scene import Salon, Scene, booking

ENGLISH, SWAHILI = Language("en", 0.9, "en"), Language("sw", 0.9, "sw")
AT_THREE = TimeHeard(TimeAction.RESOLVE, "2026-05-31T15:00", "minute", dayless=True)
READINGS = ("2026-05-31T14:00", "2026-05-31T20:00")
AT_NANE = TimeHeard(TimeAction.ASK, None, "minute", READINGS, dayless=True)
DIARY = (
    "2026-06-01T09:00", "2026-06-01T15:00", "2026-06-02T14:00", "2026-06-02T15:00",
    "2026-06-03T09:00", "2026-06-03T20:00",
)  # fmt: skip


class Diary(Salon):
    """A salon whose list says why a time is not to be had, and knows hours without a day."""

    closed: tuple[str, ...] = ()
    shut: tuple[str, ...] = ("21:00",)
    busy: tuple[tuple[str, str], ...] = ()
    off: tuple[tuple[str, str], ...] = ()

    def get_available_slots(self, call: Call) -> list[Value]:
        staff = call.args.get("staff")
        who = staff.value if isinstance(staff, Value) else None
        free = [at for at in self.free if (who, at) not in self.busy]
        return [Value("opening", at) for at in free if at[:10] not in self.closed]

    def _listing(self, call: Call, options: tuple[Value, ...]) -> Answer:
        wish = call.args.get("wish")
        if call.tool != "get_available_slots" or not isinstance(wish, Value):
            return super()._listing(call, options)
        day, staff = str(wish.value)[:10], call.args.get("staff")
        if day in self.closed or str(wish.value)[11:] in self.shut:
            return Answer("done", options=options, said={"why": "closed"})
        if isinstance(staff, Value) and (staff.value, day) in self.off:
            return Answer("done", options=options, said={"why": "off"})
        hours = str(wish.facts.get("clocks", wish.facts.get("clock", ""))).split(",")
        if wish.value is None and hours != [""]:
            fitting = tuple(one for one in options if str(one.value)[11:] in hours)
            said = {} if fitting else {"why": "closed"}
            return Answer("done", options=fitting or options, said=said)
        return super()._listing(call, options)


@pytest.fixture
def diary(flows: FlowSet) -> Diary:
    return Diary(flows, free=DIARY)


@pytest.fixture
def shop(diary: Diary) -> Scene:
    return Scene(diary)


def heard(time: TimeHeard, language: Language = ENGLISH, **named: str) -> Understanding:
    mentions = tuple(Mention(kind, value, 0.95) for kind, value in named.items())
    return Understanding((Act("book", 0.95),), mentions, time, language)


def anchors(scene: Scene) -> tuple[date | None, time | None]:
    hearing = expects(scene.salon.flows, scene.session)
    return hearing.day, hearing.clock


@pytest.mark.parametrize("language", [ENGLISH, SWAHILI], ids=["en", "sw"])
def test_an_hour_without_a_day_asks_the_day_though_it_is_free_today(
    diary: Diary, language: Language
) -> None:
    diary.free = ("2026-05-31T15:00", *DIARY)
    scene = Scene(diary).hears(heard(AT_THREE, language, service="haircut"))
    assert (scene.state, scene.session.locale) == ("COLLECT_SLOT", language.locale)
    assert scene.chips == [
        "time=2026-05-31T15:00", "time=2026-06-01T15:00", "time=2026-06-02T15:00",
    ]  # fmt: skip
    assert (scene.slot("time"), anchors(scene)) == (None, (None, time(15)))
    assert "tentatively_reserve" not in scene.ran


def test_the_day_that_is_named_joins_the_hour_that_was_kept(shop: Scene) -> None:
    shop.hears(heard(AT_THREE, service="haircut"))
    assert shop.says(time="2026-06-02T15:00").state == "CONFIRM"
    assert shop.slot("time") == "2026-06-02T15:00"


def test_a_chip_is_the_hour_on_its_day(shop: Scene) -> None:
    shop.hears(heard(AT_THREE, service="haircut"))
    assert shop.taps("time=2026-06-01T15:00").state == "CONFIRM"
    assert shop.slot("time") == "2026-06-01T15:00"


def test_the_hour_waits_while_other_things_are_asked(shop: Scene) -> None:
    assert shop.hears(heard(AT_THREE)).state == "COLLECT_SERVICE"
    assert shop.says(service="swedish").state == "COLLECT_STAFF"
    assert anchors(shop) == (None, time(15))
    assert shop.says(staff="mary").state == "COLLECT_SLOT"
    assert shop.chips == ["time=2026-06-01T15:00", "time=2026-06-02T15:00"]


def test_one_day_alone_is_asked_all_the_same(shop: Scene) -> None:
    nine = TimeHeard(TimeAction.RESOLVE, "2026-06-01T20:00", "minute", dayless=True)
    shop.hears(heard(nine, service="haircut"))
    assert (shop.state, shop.chips) == ("COLLECT_SLOT", ["time=2026-06-03T20:00"])


def test_an_hour_that_is_never_free_is_told_by_its_hour(shop: Scene) -> None:
    early = TimeHeard(TimeAction.RESOLVE, "2026-06-01T04:00", "minute", dayless=True)
    shop.hears(heard(early, service="haircut"))
    assert shop.said[-2:] == ["talk.unavailable", "booking.collect_slot"]
    told = next(one for one in shop.effects if isinstance(one, Say) and "hour" in one.values)
    assert told.values["hour"] == Value("clock", "04:00")
    assert anchors(shop) == (None, None)


def test_an_hour_that_may_mean_two_asks_which_and_of_which_day(shop: Scene) -> None:
    shop.hears(heard(AT_NANE, SWAHILI, service="haircut"))
    assert (shop.state, shop.said[-1]) == ("CLARIFICATION", "talk.which")
    assert shop.chips == ["time=2026-06-02T14:00", "time=2026-06-03T20:00"]
    assert anchors(shop) == (None, None)


def test_a_day_leaves_only_which_of_the_two_hours(shop: Scene) -> None:
    shop.hears(heard(AT_NANE, SWAHILI, service="haircut")).says(time="2026-06-02")
    assert shop.chips == ["time=2026-06-02T14:00"]
    assert shop.says("affirm").state == "CONFIRM"
    assert shop.slot("time") == "2026-06-02T14:00"


def test_a_part_of_the_day_tells_which_of_the_two_hours(shop: Scene) -> None:
    shop.hears(heard(AT_NANE, SWAHILI, service="haircut"))
    by_night = TimeHeard(TimeAction.ASK_TIME, None, "day", after="19:00", before="23:59")
    shop.hears(Understanding((), (), by_night, SWAHILI))
    assert (shop.state, shop.chips) == ("COLLECT_SLOT", ["time=2026-06-03T20:00"])


def test_the_day_already_wished_for_takes_the_hour(shop: Scene) -> None:
    shop.says("book", time="2026-06-02")
    shop.hears(heard(AT_THREE, service="haircut"))
    assert (shop.state, shop.slot("time")) == ("CONFIRM", "2026-06-02T15:00")


def test_the_hour_goes_from_a_closed_day_to_another(shop: Scene, diary: Diary) -> None:
    diary.closed = ("2026-06-01",)
    shop.says("book", time="2026-06-01T15:00", service="haircut")
    assert (shop.state, shop.slot("time")) == ("COLLECT_SLOT", None)
    assert anchors(shop) == (None, time(15))


def test_day_and_hour_go_from_a_person_who_is_not_free_to_another(
    shop: Scene, diary: Diary
) -> None:
    diary.busy = (("anna", "2026-06-01T15:00"),)
    shop.says("book", time="2026-06-01T15:00", service="swedish", staff="anna")
    assert shop.said[-2:] == ["talk.unavailable", "booking.collect_slot"]
    shop.says(staff="mary")
    assert (shop.state, shop.slot("time"), shop.slot("person")) == (
        "CONFIRM", "2026-06-01T15:00", "mary",
    )  # fmt: skip


def test_a_day_alone_goes_to_another_person_as_well(shop: Scene, diary: Diary) -> None:
    diary.off = (("anna", "2026-06-02"),)
    shop.says("book", time="2026-06-02", service="swedish", staff="anna")
    assert (shop.said[-2], shop.slot("time")) == ("talk.unavailable", None)
    assert shop.says(staff="mary").slot("time") == "2026-06-02"


def test_what_was_turned_down_is_not_told_again_before_it_is_for_another(
    shop: Scene, diary: Diary
) -> None:
    diary.busy = (("anna", "2026-06-01T15:00"),)
    shop.says("book", time="2026-06-01T15:00", service="swedish", staff="anna")
    shop.says("thanks")
    assert (shop.state, shop.said) == ("COLLECT_SLOT", ["talk.welcome", "booking.collect_slot"])
    assert shop.says(time="2026-06-02T14:00").slot("time") == "2026-06-02T14:00"


def test_where_nobody_could_only_the_hour_goes_to_another_person(shop: Scene, diary: Diary) -> None:
    diary.closed = ("2026-06-01",)
    shop.says("book", time="2026-06-01T15:00", service="swedish", staff="anna")
    assert shop.says(staff="mary").chips == ["time=2026-06-02T15:00"]


def test_readings_that_share_their_hour_leave_it_for_another_day(shop: Scene) -> None:
    either = ("2026-06-08T15:00", "2026-06-15T15:00")
    shop.hears(heard(TimeHeard(TimeAction.ASK, None, "minute", either), service="haircut"))
    assert (shop.said[-1], anchors(shop)[1]) == ("booking.collect_slot", time(15))


def test_a_time_that_is_over_is_told_though_something_else_is_asked(shop: Scene) -> None:
    over = TimeHeard(TimeAction.REJECT_PAST, "2026-05-30T15:00", "minute")
    shop.hears(heard(over, service="swedish"))
    assert shop.said[-2:] == ["talk.unavailable", "booking.collect_staff"]
    assert (shop.slot("time"), anchors(shop)) == (None, (None, time(15)))
    assert shop.says(staff="mary").said == ["booking.collect_slot"]


def test_a_day_that_was_not_to_be_had_is_where_the_next_is_looked_for(
    shop: Scene, diary: Diary
) -> None:
    diary.closed = ("2026-06-25",)
    shop.says("book", time="2026-06-25", service="swedish")
    hearing = expects(shop.salon.flows, shop.session)
    assert (hearing.near, hearing.day) == (date(2026, 6, 25), None)
    assert shop.says(staff="mary").state == "COLLECT_SLOT"
    assert expects(shop.salon.flows, shop.session).near == date(2026, 6, 25)


def test_today_stays_in_sight_when_only_its_hour_is_over(shop: Scene) -> None:
    shop.facts = {**shop.facts, "calendar.date": "2026-05-31"}
    over = TimeHeard(TimeAction.REJECT_PAST, "2026-05-31T09:00", "minute")
    shop.hears(heard(over, service="swedish"))
    assert anchors(shop) == (date(2026, 5, 31), time(9))


def test_a_day_stays_in_sight_when_only_its_hour_is_closed(shop: Scene) -> None:
    night = TimeHeard(TimeAction.RESOLVE, "2026-06-02T21:00", "minute")
    shop.hears(heard(night, service="swedish"))
    assert (shop.said[-2], anchors(shop)[0]) == ("talk.unavailable", date(2026, 6, 2))
    shop.says(staff="mary")
    (*_, call) = [one for one in shop.salon.calls if one.tool == "get_available_slots"]
    wish = call.args["wish"]
    assert isinstance(wish, Value)
    assert (wish.value, wish.facts["grain"]) == ("2026-06-02", "day")


def test_the_same_hour_is_asked_of_the_list(flows: FlowSet) -> None:
    cut = booking("b1", "haircut", "anna", "2026-06-01T15:00")
    scene = Scene(Salon(flows, bookings=(cut,)))
    same = TimeHeard(TimeAction.RESOLVE, "2026-06-02", "day", same_hour=True)
    scene.hears(Understanding((Act("reschedule", 0.95),), (), same, ENGLISH))
    (call,) = [one for one in scene.salon.calls if one.tool == "get_available_slots"]
    wish = call.args["wish"]
    assert isinstance(wish, Value)
    assert (wish.value, wish.facts["same_hour"]) == ("2026-06-02", True)


def test_the_day_of_an_hour_that_may_mean_two_is_in_sight(shop: Scene) -> None:
    either = TimeHeard(TimeAction.ASK, None, "minute", ("2026-06-02T09:00", "2026-06-02T21:00"))
    shop.hears(heard(either, service="swedish"))
    assert (shop.state, anchors(shop)) == ("COLLECT_STAFF", (date(2026, 6, 2), None))


def test_what_was_not_to_be_had_is_not_taken_along_to_another_task(flows: FlowSet) -> None:
    cut = booking("b1", "haircut", "anna", "2026-06-01T15:00")
    diary = Diary(flows, bookings=(cut,), free=DIARY)
    diary.closed = ("2026-06-02",)
    scene = Scene(diary).says("reschedule", time="2026-06-02T15:00")
    assert scene.said[-2:] == ["talk.unavailable", "reschedule.reschedule_collect_slot"]
    scene.says("book")
    assert (scene.state, scene.slot("time")) == ("COLLECT_SLOT", None)
    assert anchors(scene)[1] is None


def test_an_hour_alone_begins_a_booking_by_itself(shop: Scene) -> None:
    assert shop.hears(Understanding((), (), AT_THREE, ENGLISH)).state == "COLLECT_SERVICE"


def test_the_hour_of_what_is_booked_tells_it_apart(flows: FlowSet) -> None:
    cut = booking("b1", "haircut", "anna", "2026-06-01T15:00")
    scene = Scene(Salon(flows, bookings=(cut,)))
    three = TimeHeard(TimeAction.RESOLVE, None, "minute", after="15:00", before="15:01")
    scene.hears(Understanding((Act("cancel", 0.95),), (), None, ENGLISH, about=three))
    (call,) = [one for one in scene.salon.calls if one.tool == "list_my_bookings"]
    said = call.args["starts_at"]
    assert isinstance(said, Value)
    assert (said.value, said.facts["clock"]) == (None, "15:00")


def test_a_closed_day_is_told_though_nobody_was_named(shop: Scene, diary: Diary) -> None:
    diary.closed = ("2026-06-01",)
    shop.says("book", time="2026-06-01T15:00", service="swedish")
    assert shop.said[-2:] == ["talk.unavailable", "booking.collect_staff"]
    assert (shop.slot("time"), anchors(shop)) == (None, (None, time(15)))
    assert shop.says(staff="mary").state == "COLLECT_SLOT"


def test_a_day_that_somebody_could_serve_waits_without_a_word(shop: Scene) -> None:
    shop.says("book", time="2026-06-02", service="swedish")
    assert shop.said[-1] == "booking.collect_staff"
    assert "talk.unavailable" not in shop.said
    assert shop.slot("time") == "2026-06-02"


def test_a_closed_day_is_told_once_the_service_is_known(shop: Scene, diary: Diary) -> None:
    diary.closed = ("2026-06-01",)
    assert "talk.unavailable" not in shop.says("book", time="2026-06-01").said
    assert shop.says(service="swedish").said == ["talk.unavailable", "booking.collect_staff"]
