"""Holds and bookings on real rows: taken once, given way, taken again, let go."""

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from engine.model.handler import Args
from engine.model.value import ANYONE, WORDED, Value
from engine.store.tenancy import transaction
from tests.tools.conftest import Business, Opened
from tools.payments.release_booking.handler import HANDLER as RELEASE_BOOKING
from tools.scheduling.confirm_booking.handler import HANDLER as CONFIRM
from tools.scheduling.keep_hold.handler import HANDLER as KEEP_HOLD
from tools.scheduling.ledger import coming
from tools.scheduling.look_up_place.handler import HANDLER as LOOK_UP_PLACE
from tools.scheduling.release_hold.handler import HANDLER as RELEASE_HOLD
from tools.scheduling.tentatively_reserve.handler import HANDLER as RESERVE
from tools.tenants.plan import Hours, Plan, ResourcePlan, ServicePlan, StaffPlan

DAILY: Hours = tuple((day, "09:00", "18:00") for day in range(1, 8))
PLAN = Plan(
    "test",
    "Test",
    services=(
        ServicePlan("cut", "Cut", "Kata", (), "hair", 1500, 45, before=5, after=10),
        ServicePlan("bath", "Bath", "Bafu", (), "water", 900, 60, needs=("room",)),
    ),
    staff=(
        StaffPlan("anna", "Anna", ("cut", "bath"), DAILY),
        StaffPlan("mary", "Mary", ("cut", "bath"), DAILY),
    ),
    resources=(ResourcePlan("room:1", "room", "Room"), ResourcePlan("room:2", "room", "Room")),
)
CUT = Value(
    "service", "cut", facts={"price": 1500, "minutes": 45, "buffer_before": 5, "buffer_after": 10}
)
BATH = Value("service", "bath", facts={"price": 900, "minutes": 60})


@pytest.fixture
async def shop(open_business: Opened) -> Business:
    return await open_business(PLAN)


def at(clock: str, people: str = "anna", **facts: str) -> Value:
    names = "|".join(name.title() for name in people.split(","))
    return Value(
        "opening", f"2026-06-02T{clock}", facts={"people": people, "names": names, **facts}
    )


def wanted(clock: str = "15:00", people: str = "anna", service: Value = CUT, **facts: str) -> Args:
    return {"service": service, "time": at(clock, people, **facts)}


async def held(shop: Business, args: Args | None = None, thread: str = "thread-1") -> Args:
    """Hold something; gives what confirming it takes."""
    args = args or wanted()
    outcome, answer = await shop.write(RESERVE, args, shop.turn(thread))
    assert outcome == "held"
    return {**args, **answer.gives, "contact": Value("contact", "+254712345678")}


async def rows(shop: Business) -> list[tuple[object, ...]]:
    return list(
        await shop.gate.fetch_all(
            "SELECT a.status, r.resource_id, r.live FROM {t}.appointments a"
            " JOIN {t}.appointment_resources r ON r.appointment_id = a.id ORDER BY r.id"
        )
    )


async def test_a_hold_takes_the_person_with_buffers_for_five_minutes(shop: Business) -> None:
    args = await held(shop)
    assert shop.statements == 1
    row = await shop.gate.fetch_one(
        "SELECT a.staff_id, a.starts_at, a.ends_at, a.price_kes, a.status, a.hold_expires_at,"
        " a.customer_phone, r.blocks_from, r.blocks_to FROM {t}.appointments a"
        " JOIN {t}.appointment_resources r ON r.appointment_id = a.id"
    )
    start = datetime(2026, 6, 2, 15, 0, tzinfo=ZoneInfo("Africa/Nairobi"))
    assert row == (
        "anna", start, start + timedelta(minutes=45), 1500, "held",
        shop.clock.now() + timedelta(minutes=5), "+254712345678",
        start - timedelta(minutes=5), start + timedelta(minutes=55),
    )  # fmt: skip
    assert args["person"] == Value("staff", "anna", {"": "Anna"})
    assert args["price"] == Value("money", 1500)


async def test_two_never_hold_the_same_time_and_the_loser_leaves_nothing(shop: Business) -> None:
    await held(shop)
    outcome, _ = await shop.write(RESERVE, wanted("15:15"), shop.turn("thread-2"))
    assert outcome == "taken"
    assert await rows(shop) == [("held", "anna", True)]
    await held(shop, wanted("16:00"), "thread-2")


async def test_a_hold_that_ran_out_gives_way(shop: Business) -> None:
    first = await held(shop)
    shop.pass_time(minutes=6)
    await held(shop, thread="thread-2")
    assert await rows(shop) == [("expired", "anna", False), ("held", "anna", True)]
    assert (await shop.write(CONFIRM, first))[0] == "lost"
    assert await rows(shop) == [("expired", "anna", False), ("held", "anna", True)]


async def test_a_hold_that_ran_out_is_booked_if_nobody_came(shop: Business) -> None:
    args = await held(shop)
    shop.pass_time(minutes=20)
    shop.statements = 0
    assert (await shop.write(CONFIRM, args))[0] == "done"
    assert shop.statements == 1
    assert await rows(shop) == [("confirmed", "anna", True)]


async def test_an_expired_hold_is_taken_again_if_the_time_is_free_again(shop: Business) -> None:
    first = await held(shop)
    shop.pass_time(minutes=6)
    second = await held(shop, thread="thread-2")
    await shop.write(RELEASE_HOLD, second)
    assert (await shop.write(CONFIRM, first))[0] == "done"
    live = [row for row in await rows(shop) if row[2]]
    assert live == [("confirmed", "anna", True)]


async def test_a_booking_outlives_the_time_of_its_hold(shop: Business) -> None:
    args = await held(shop)
    assert (await shop.write(CONFIRM, {**args, "until_paid": True}))[0] == "done"
    shop.pass_time(minutes=30)
    assert (await shop.write(RESERVE, wanted(), shop.turn("thread-2")))[0] == "taken"
    assert await rows(shop) == [("pending", "anna", True)]


async def test_a_time_that_has_begun_is_not_booked(shop: Business) -> None:
    args = await held(shop)
    shop.pass_time(days=2)
    assert (await shop.write(CONFIRM, args))[0] == "lost"


async def test_an_unpaid_booking_is_let_go_and_a_confirmed_one_stands(shop: Business) -> None:
    unpaid = await held(shop)
    await shop.write(CONFIRM, {**unpaid, "until_paid": True})
    await shop.write(RELEASE_BOOKING, {"appointment": Value("appointment", unpaid["hold"].value)})  # type: ignore[union-attr]
    booked = await held(shop)
    await shop.write(CONFIRM, booked)
    await shop.write(RELEASE_BOOKING, {"appointment": Value("appointment", booked["hold"].value)})  # type: ignore[union-attr]
    assert await rows(shop) == [("cancelled", "anna", False), ("confirmed", "anna", True)]


async def test_a_hold_is_moved_in_one_transaction(shop: Business) -> None:
    old = await held(shop)
    turn = shop.turn()
    answer = RESERVE.plan(turn, wanted("15:15"))
    async with transaction(shop.database, shop.tenant) as tx:
        await RELEASE_HOLD.write(tx, turn, old, RELEASE_HOLD.plan(turn, old))
        assert await RESERVE.write(tx, turn, wanted("15:15"), answer) == "held"
    assert await rows(shop) == [("expired", "anna", False), ("held", "anna", True)]


async def test_anyone_is_the_first_who_is_free_and_not_unwanted(shop: Business) -> None:
    anyone = Value("staff", ANYONE, facts={"excluded": "mary"})
    args = await held(shop, {**wanted(people="mary,anna"), "staff": anyone})
    assert args["person"] == Value("staff", "anna", {"": "Anna"})
    args = await held(shop, {**wanted(people="anna,mary"), "staff": Value("staff", "mary")})
    assert args["person"] == Value("staff", "mary", {"": "Mary"})


async def test_a_person_who_is_not_among_those_free_is_taken(shop: Business) -> None:
    args = {**wanted(people="mary"), "staff": Value("staff", "anna")}
    assert (await shop.write(RESERVE, args))[0] == "taken"


async def test_the_second_room_is_taken_when_somebody_was_quicker(shop: Business) -> None:
    places = "main/room:1|room:2"
    await held(shop, wanted(people="mary", service=BATH, places=places))
    await held(shop, wanted(people="anna", service=BATH, places=places), "thread-2")
    assert [row[1] for row in await rows(shop)] == ["mary", "room:1", "anna", "room:2"]


async def test_without_a_room_nothing_is_held(shop: Business) -> None:
    await held(shop, wanted(people="mary", service=BATH, places="main/room:1"))
    args = wanted(people="anna", service=BATH, places="main/room:1")
    assert (await shop.write(RESERVE, args, shop.turn("thread-2")))[0] == "taken"
    assert [row[1] for row in await rows(shop)] == ["mary", "room:1"]


async def test_a_booked_row_keeps_the_quote_whatever_the_catalogue_says(shop: Business) -> None:
    args = await held(shop)
    await shop.gate.execute("UPDATE {t}.services SET price_kes = 9999")
    await shop.write(CONFIRM, args)
    assert await shop.gate.fetch_one("SELECT price_kes FROM {t}.appointments") == (1500,)


async def test_a_customer_without_a_phone_can_hold(shop: Business) -> None:
    turn = replace(shop.turn(phone=None), channel="web")
    assert (await shop.write(RESERVE, wanted(), turn))[0] == "held"
    row = await shop.gate.fetch_one("SELECT customer_id, customer_phone FROM {t}.appointments")
    assert row == ("web:thread-1", None)


async def test_what_was_asked_beside_is_kept_and_shown_to_the_team(shop: Business) -> None:
    own = {
        "note.plate": Value("plate", "KDT 123A"),
        "note.party": Value("number", 6),
        "note.level": Value("choice", "form_two", facts={WORDED: "booking.level.form_two"}),
    }
    await shop.write(CONFIRM, {**await held(shop), **own})
    (row,) = await coming(shop.gate, shop.clock.now())
    assert (row.service, row.person, row.status) == ("Cut", "Anna", "confirmed")
    assert row.details == {"plate": "KDT 123A", "party": 6, "level": "form two"}
    shop.pass_time(days=2)
    assert await coming(shop.gate, shop.clock.now()) == ()


async def test_the_place_is_the_one_that_was_really_got(shop: Business) -> None:
    """Both were shown the first room; who was slower has the second, and is told so."""
    for thread, people, room in (("thread-1", "anna", "room:1"), ("thread-2", "mary", "room:2")):
        args = await held(
            shop, wanted(people=people, service=BATH, places="main/room:1|room:2"), thread
        )
        answer = await LOOK_UP_PLACE.answer(shop.turn(thread), args)
        assert (answer.outcome, answer.gives["place"].value) == ("found", room)


async def test_what_needs_no_place_is_found_without_one(shop: Business) -> None:
    answer = await LOOK_UP_PLACE.answer(shop.turn(), await held(shop))
    assert (answer.outcome, dict(answer.gives)) == ("found", {})


async def test_a_place_that_has_gone_to_somebody_else_is_none(shop: Business) -> None:
    room = "main/room:1"
    args = await held(shop, wanted(service=BATH, places=room))
    shop.clock.advance(timedelta(minutes=6))
    await held(shop, wanted(people="mary", service=BATH, places=room), "thread-2")
    assert (await LOOK_UP_PLACE.answer(shop.turn(), args)).outcome == "none"


async def test_a_hold_is_kept_as_long_as_something_is_waited_for(shop: Business) -> None:
    args = await held(shop)
    assert (await shop.write(KEEP_HOLD, {**args, "seconds": 86_400}))[0] == "kept"
    shop.clock.advance(timedelta(hours=23))
    outcome, _ = await shop.write(RESERVE, wanted(), shop.turn("thread-2"))
    assert outcome == "taken"
    assert (await shop.write(CONFIRM, args))[0] == "done"


async def test_what_ran_out_is_kept_again_if_nobody_came(shop: Business) -> None:
    args = await held(shop)
    shop.clock.advance(timedelta(minutes=20))
    assert (await shop.write(KEEP_HOLD, {**args, "seconds": 3600}))[0] == "kept"
    shop.clock.advance(timedelta(minutes=30))
    assert (await shop.write(RESERVE, wanted(), shop.turn("thread-2")))[0] == "taken"


async def test_what_somebody_else_has_is_not_kept(shop: Business) -> None:
    args = await held(shop)
    shop.clock.advance(timedelta(minutes=6))
    await held(shop, thread="thread-2")
    assert (await shop.write(KEEP_HOLD, {**args, "seconds": 3600}))[0] == "taken"
