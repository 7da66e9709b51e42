"""What follows a booking of several services or people, and what a customer has booked: on rows."""

from engine.model.tool import Answer
from engine.model.value import ANYONE, Value
from tests.tools.catalog.test_last_time import had
from tests.tools.conftest import Business
from tools.scheduling.see_how_many.handler import HANDLER as COUNT
from tools.scheduling.take_next.handler import HANDLER as TAKE
from tools.scheduling.tell_my_bookings.handler import HANDLER as TELL
from tools.scheduling.what_is_next.handler import HANDLER as NEXT

TWO = "gel:gel_polish;massage:swedish_massage/back_massage"
AT = Value("opening", "2026-06-02T15:00")


async def follows(spa: Business, service: str | None, **more: Value) -> list[object]:
    """How it came out, and what is to follow."""
    known = {"service": Value("service", service), **more} if service else more
    answer = await COUNT.answer(spa.turn(), known)
    later = answer.gives["to_follow"].items if answer.gives else ()
    return [answer.outcome, *(one.value for one in later)]


async def following(spa: Business, service: str, **more: Value) -> Answer:
    given = {"service": Value("service", service), "time": AT, **more}
    return await TAKE.answer(spa.turn(), given)


async def test_what_is_left_of_several_services_is_told(spa: Business) -> None:
    several = Value("wanted_services", TWO)
    assert await follows(spa, "gel_polish", wanted_services=several) == ["services", "massage"]
    assert await follows(spa, "back_massage", wanted_services=several) == ["services", "gel_polish"]
    both = ["services", "gel_polish", "massage"]
    assert await follows(spa, "facial", wanted_services=several) == both
    assert await follows(spa, "gel_polish") == ["alone"]
    assert await follows(spa, None, wanted_services=several) == ["alone"]


async def test_times_of_their_own_tell_with_which_one_to_begin(spa: Business) -> None:
    timed = Value("wanted_services", "gel:gel_polish;cut:haircut@16:00")
    assert await follows(spa, None, wanted_services=timed) == ["services", "haircut"]


async def test_what_was_told_before_is_no_news(spa: Business) -> None:
    told = {"earlier": True}
    assert await follows(spa, "facial", people=Value("party", 3, facts=told)) == ["alone"]
    assert await follows(
        spa, "facial", wanted_services=Value("wanted_services", TWO, facts=told)
    ) == ["alone"]
    assert await follows(spa, None, people=Value("party", 3)) == ["people"]


async def test_a_word_for_several_services_stays_open(spa: Business) -> None:
    answer = await following(spa, "gel_polish", wanted_services=Value("wanted_services", TWO))
    gives = answer.gives
    assert answer.outcome == "taken"
    assert gives["service"].value is None
    assert gives["service"].facts["candidates"] == "swedish_massage,back_massage"
    assert gives["wanted_services"].value is None
    shown = await NEXT.answer(
        spa.turn(),
        {
            "service": Value("service", "gel_polish"),
            "wanted_services": Value("wanted_services", TWO),
        },
    )
    assert shown.gives["next"].names == {"": "massage"}
    assert (gives["time"].value, gives["time"].facts) == (
        "2026-06-02",
        {"grain": "day", "beside": "15:00"},
    )


async def test_of_three_two_are_left_and_then_one(spa: Business) -> None:
    three = Value("wanted_services", "a:facial;b:manicure;c:pedicure")
    first = await following(spa, "facial", wanted_services=three)
    assert first.gives["service"].value == "manicure"
    second = await following(spa, "manicure", wanted_services=first.gives["wanted_services"])
    assert second.gives["service"].value == "pedicure"
    assert second.gives["wanted_services"].value is None


async def test_what_two_of_three_want_comes_twice_and_anyone_stays_anyone(spa: Business) -> None:
    three = Value("wanted_services", "a:facial;b:manicure;b:manicure")
    free = Value("staff", ANYONE)
    assert await follows(spa, "facial", wanted_services=three) == ["services", *["manicure"] * 2]
    first = await following(spa, "facial", wanted_services=three, staff=free)
    assert (first.gives["service"].value, first.gives["staff"].value) == ("manicure", ANYONE)
    left = {"service": Value("service", "manicure")}
    left["wanted_services"] = first.gives["wanted_services"]
    shown = await NEXT.answer(spa.turn(), {**left, "wanted_services": three})
    assert shown.gives["next"].value == "facial"
    twice = Value("wanted_services", "b:manicure;b:manicure")
    shown = await NEXT.answer(spa.turn(), {**left, "wanted_services": twice})
    assert (shown.gives["next"].value, shown.gives["next"].facts) == (
        "manicure",
        {"once_more": True},
    )


async def test_whoever_wants_nothing_yet_is_not_forgotten(spa: Business) -> None:
    two, three = Value("wanted_services", "a:facial;b:manicure"), Value("party", 3)
    assert await follows(spa, "facial", wanted_services=two, people=three) == ["people"]
    assert await follows(spa, None, wanted_services=two, people=three) == ["alone"]
    first = await following(spa, "facial", wanted_services=two, people=three)
    assert (first.gives["service"].value, first.gives["people"].value) == ("manicure", 2)
    last = await following(spa, "manicure", people=first.gives["people"])
    assert (last.gives["service"].value, last.gives["people"].value) == ("manicure", None)
    couple = await following(spa, "facial", wanted_services=two, people=Value("party", 2))
    assert couple.gives["people"].value is None


async def test_what_has_a_time_of_its_own_keeps_it(spa: Business) -> None:
    four = "a:facial;b:manicure@16:00+anna;c:pedicure@2026-06-04T10:00;d:facial@2026-06-05"
    wanted = Value("wanted_services", four)
    shown = {"service": Value("service", "facial"), "wanted_services": wanted}
    assert (await NEXT.answer(spa.turn(), shown)).gives["next"].names["en"] == "Manicure (16:00)"
    times, people, service = [], [], "facial"
    for _ in range(3):
        answer = await following(spa, service, wanted_services=wanted)
        service, wanted = str(answer.gives["service"].value), answer.gives["wanted_services"]
        times.append((answer.gives["time"].value, answer.gives["time"].facts["grain"]))
        people.append(answer.gives["staff"].value)
    assert times == [
        ("2026-06-02T16:00", "minute"),
        ("2026-06-04T10:00", "minute"),
        ("2026-06-05", "day"),
    ]
    assert people == ["anna", None, None]
    cannot = Value("wanted_services", "a:facial;b:manicure+mary")
    answer = await following(spa, "facial", wanted_services=cannot)
    assert answer.gives["staff"].value is None


async def test_the_next_person_has_the_same_and_the_last_is_the_last(spa: Business) -> None:
    first = await following(spa, "facial", people=Value("party", 3))
    assert (first.gives["service"].value, first.gives["people"].value) == ("facial", 2)
    given = {"service": Value("service", "facial"), "people": Value("party", 3)}
    shown = await NEXT.answer(spa.turn(), given)
    assert (shown.gives["next"].value, shown.gives["next"].facts) == ("facial", {"once_more": True})
    assert first.gives["staff"].value is None
    second = await following(spa, "facial", people=first.gives["people"])
    assert second.gives["people"].value is None
    assert (await following(spa, "facial", people=Value("party", 1))).outcome == "none"
    assert (await following(spa, "facial")).outcome == "none"


async def test_what_the_business_has_not_is_not_promised(spa: Business) -> None:
    unknown = Value("wanted_services", "gel:gel_polish;brows:brow_shaping")
    shown = {"service": Value("service", "gel_polish"), "wanted_services": unknown}
    assert (await NEXT.answer(spa.turn(), shown)).outcome == "none"
    assert (await following(spa, "gel_polish", wanted_services=unknown)).outcome == "none"


async def test_only_what_lies_ahead_and_is_theirs_is_told(spa: Business) -> None:
    assert (await TELL.answer(spa.turn(), {})).outcome == "none"
    await had(spa, "2026-05-02T10:00", "manicure", "anna")
    await had(spa, "2026-06-09T10:00", "pedicure", "anna", "confirmed")
    await had(spa, "2026-06-12T10:00", "facial", "jane", "pending")
    await had(spa, "2026-06-13T10:00", "facial", "jane", "confirmed", who="+254700000009")
    told = await TELL.answer(spa.turn(), {})
    assert [one.facts["service"] for one in told.gives["mine"].items] == ["pedicure", "facial"]
    assert "appointment" not in told.gives


async def test_what_is_asked_about_is_told_and_nothing_else_is_taken_for_it(spa: Business) -> None:
    await had(spa, "2026-06-09T10:00", "pedicure", "anna", "confirmed")
    await had(spa, "2026-06-12T10:00", "facial", "jane", "confirmed")
    facial = await TELL.answer(spa.turn(), {"service": Value("service", "facial")})
    assert facial.gives["told_as"].value == "meant"
    assert facial.gives["appointment"].facts["starts_at"] == "2026-06-12T10:00"
    friday = Value("opening", "2026-06-12", facts={"grain": "day"})
    assert (await TELL.answer(spa.turn(), {"time": friday})).gives["appointment"] == (
        facial.gives["appointment"]
    )
    other = Value("opening", "2026-06-20", facts={"grain": "day"})
    told = await TELL.answer(spa.turn(), {"time": other})
    assert told.gives["told_as"].value == "others"
    assert len(told.gives["mine"].items) == 2
