"""Bookings moved on real rows: the old time freed and the new one taken, or nothing at all."""

import asyncio
import random
from dataclasses import replace

import pytest

from engine.model.handler import Args
from engine.model.value import ANYONE, Value
from tests.tools.conftest import Business, Opened
from tests.tools.scheduling.race import overlaps
from tests.tools.scheduling.test_holds import BATH, CUT, PLAN, at
from tools.scheduling.confirm_booking.handler import HANDLER as CONFIRM
from tools.scheduling.get_available_slots.handler import HANDLER as SLOTS
from tools.scheduling.list_my_bookings.handler import HANDLER as MINE
from tools.scheduling.move_booking.handler import HANDLER as MOVE
from tools.scheduling.release_hold.handler import HANDLER as RELEASE
from tools.scheduling.reserve_move.handler import HANDLER as RESERVE_MOVE
from tools.scheduling.tentatively_reserve.handler import HANDLER as RESERVE

LIVE = """
SELECT a.id, to_char(a.starts_at AT TIME ZONE 'Africa/Nairobi', 'DD HH24:MI'), a.staff_id, a.moves
  FROM {t}.appointments a WHERE a.status = 'confirmed' ORDER BY a.starts_at, a.staff_id
"""
CLAIMS = """
SELECT r.resource_id, to_char(r.blocks_from AT TIME ZONE 'Africa/Nairobi', 'HH24:MI'),
       to_char(r.blocks_to AT TIME ZONE 'Africa/Nairobi', 'HH24:MI')
  FROM {t}.appointment_resources r WHERE r.live ORDER BY 1, 2
"""


@pytest.fixture
async def shop(open_business: Opened) -> Business:
    return await open_business(PLAN)


async def booked(
    shop: Business, clock: str, service: Value = CUT, phone: str = "+254712345678", **facts: str
) -> Value:
    """Book with Anna tomorrow; the booking as the customer's list gives it."""
    turn = shop.turn(f"thread-{phone}-{clock}", phone)
    args: Args = {"service": service, "time": at(clock, **facts)}
    _, answer = await shop.write(RESERVE, args, turn)
    got = {**args, **answer.gives, "contact": Value("contact", phone)}
    outcome, _ = await shop.write(CONFIRM, got, turn)
    assert outcome == "done"
    return await mine(shop, clock, phone)


async def mine(shop: Business, clock: str, phone: str = "+254712345678") -> Value:
    answer = await MINE.answer(shop.turn(phone=phone), {})
    return next(one for one in answer.options if str(one.facts["starts_at"]).endswith(clock))


async def to(
    shop: Business, booking: Value, clock: str, people: str = "anna", **more: Value
) -> tuple[str, Args]:
    """Hold a time for a booking; gives what moving it takes."""
    service = BATH if booking.facts["service"] == "bath" else CUT
    args: Args = {
        "appointment": booking,
        "service": service,
        "time": more.pop("time", at(clock, people)),
        **more,
    }
    outcome, answer = await shop.write(RESERVE_MOVE, args, shop.turn("moving"))
    return outcome, {**args, **answer.gives}


async def test_a_booking_is_moved_with_its_claims_and_keeps_its_id(shop: Business) -> None:
    booking = await booked(shop, "15:00")
    outcome, args = await to(shop, booking, "10:00")
    assert outcome == "held"
    assert await shop.gate.fetch_all(LIVE) == [(booking.value, "02 15:00", "anna", 0)]
    assert (await shop.write(MOVE, args, shop.turn("moving")))[0] == "done"
    assert await shop.gate.fetch_all(LIVE) == [(booking.value, "02 10:00", "anna", 1)]
    assert await shop.gate.fetch_all(CLAIMS) == [("anna", "09:55", "10:55")]
    assert len(await shop.gate.fetch_all("SELECT 1 FROM {t}.appointments")) == 1


async def test_a_time_that_overlaps_its_own_is_no_hindrance(shop: Business) -> None:
    booking = await booked(shop, "15:00")
    outcome, args = await to(shop, booking, "15:30")
    assert outcome == "held"
    assert await shop.gate.fetch_all(CLAIMS) == [
        ("anna", "14:55", "15:55"),
        ("anna", "15:55", "16:25"),
    ]
    assert (await shop.write(MOVE, args, shop.turn("moving")))[0] == "done"
    assert await shop.gate.fetch_all(CLAIMS) == [("anna", "15:25", "16:25")]


async def test_a_room_goes_along_and_another_one_will_do(shop: Business) -> None:
    booking = await booked(shop, "15:00", BATH, places="main/room:1|room:2")
    await booked(shop, "10:00", BATH, "+254700000009", people="mary", places="main/room:1")
    outcome, args = await to(
        shop, booking, "10:00", time=at("10:00", "anna", places="main/room:1|room:2")
    )
    assert outcome == "held"
    assert (await shop.write(MOVE, args, shop.turn("moving")))[0] == "done"
    lanes = [(lane, start) for lane, start, _ in await shop.gate.fetch_all(CLAIMS)]
    assert lanes == [("anna", "10:00"), ("mary", "10:00"), ("room:1", "10:00"), ("room:2", "10:00")]


async def test_a_taken_time_is_refused_and_the_booking_stands(shop: Business) -> None:
    booking = await booked(shop, "15:00")
    await booked(shop, "10:00", phone="+254700000009")
    assert (await to(shop, booking, "10:15"))[0] == "taken"
    assert (booking.value, "02 15:00", "anna", 0) in await shop.gate.fetch_all(LIVE)


async def test_a_hold_that_ran_out_is_taken_again_or_lost(shop: Business) -> None:
    booking = await booked(shop, "15:00")
    _, args = await to(shop, booking, "10:00")
    shop.pass_time(minutes=6)
    assert (await shop.write(MOVE, args, shop.turn("moving")))[0] == "done"
    _, back = await to(shop, await mine(shop, "10:00"), "15:00")
    shop.pass_time(minutes=6)
    await booked(shop, "15:15", phone="+254700000009")
    assert (await shop.write(MOVE, back, shop.turn("moving")))[0] == "lost"
    assert (booking.value, "02 10:00", "anna", 1) in await shop.gate.fetch_all(LIVE)
    assert await overlaps(shop) == 0


async def test_a_hold_that_was_let_go_frees_the_time_and_nothing_else(shop: Business) -> None:
    booking = await booked(shop, "15:00")
    _, args = await to(shop, booking, "10:00")
    await shop.write(RELEASE, {"hold": args["hold"]}, shop.turn("moving"))
    assert await shop.gate.fetch_all(CLAIMS) == [("anna", "14:55", "15:55")]
    await booked(shop, "10:00", phone="+254700000009")


async def test_a_cancelled_booking_is_gone(shop: Business) -> None:
    booking = await booked(shop, "15:00")
    _, args = await to(shop, booking, "10:00")
    await shop.gate.execute(
        "UPDATE {t}.appointments SET status = 'cancelled' WHERE status = 'confirmed'"
    )
    assert (await shop.write(MOVE, args, shop.turn("moving")))[0] == "gone"


async def test_nobody_moves_what_is_somebody_elses(shop: Business) -> None:
    booking = await booked(shop, "15:00")
    _, args = await to(shop, booking, "10:00")
    stranger = shop.turn("other", "+254799999999")
    assert (await shop.write(MOVE, args, stranger))[0] == "gone"
    assert (await MINE.answer(stranger, {})).options == ()


async def test_two_moves_of_one_booking_at_once_are_one_booking(shop: Business) -> None:
    booking = await booked(shop, "15:00")
    _, first = await to(shop, booking, "10:00")
    _, second = await to(shop, booking, "12:00")
    turns = [shop.turn("moving"), shop.turn("moving")]
    outcomes = await asyncio.gather(
        shop.write(MOVE, first, turns[0]), shop.write(MOVE, second, turns[1])
    )
    assert [outcome for outcome, _ in outcomes] == ["done", "done"]
    assert len(await shop.gate.fetch_all(LIVE)) == 1
    assert len(await shop.gate.fetch_all(CLAIMS)) == 1


async def test_moves_that_cross_leave_every_booking_and_no_overlap(shop: Business) -> None:
    chance = random.Random(11)  # noqa: S311 - a repeatable race
    starts = ["09:30", "11:00", "12:30", "14:00", "15:30"]
    bookings = [
        await booked(shop, clock, phone=f"+2547000000{n:02}") for n, clock in enumerate(starts)
    ]

    async def move(number: int, booking: Value) -> str:
        phone = f"+2547000000{number:02}"
        hour = chance.choice([*starts, "10:15", "13:15", "16:30"])
        people = chance.choice(("anna", "mary"))
        args: Args = {
            "appointment": booking, "service": CUT, "time": at(hour, people),
            "staff": Value("staff", people),
        }  # fmt: skip
        outcome, answer = await shop.write(RESERVE_MOVE, args, shop.turn(f"m{number}", phone))
        if outcome == "held":
            moving = shop.turn(f"m{number}", phone)
            outcome, _ = await shop.write(MOVE, {**args, **answer.gives}, moving)
        return outcome

    for _ in range(8):
        await asyncio.gather(*(move(n, booking) for n, booking in enumerate(bookings)))
        live = await shop.gate.fetch_all(LIVE)
        assert sorted(row[0] for row in live) == sorted(str(one.value) for one in bookings)
        assert await overlaps(shop) == 0


async def test_free_times_for_a_move_are_its_persons_and_not_where_it_is(shop: Business) -> None:
    booking = await booked(shop, "15:00")
    args: Args = {"service": CUT, "appointment": booking}
    at_three = Value("opening", "2026-06-02T15:00", facts={"grain": "minute"})
    there = await SLOTS.answer(shop.turn(), {**args, "wish": at_three})
    assert (there.exact, there.said) == (None, {"why": "same"})
    assert all(option.value != at_three.value for option in there.options)
    beside = replace(at_three, value="2026-06-02T15:15")
    found = await SLOTS.answer(shop.turn(), {**args, "wish": beside})
    assert found.exact is not None
    assert found.exact.facts["people"] == "anna"
    anyone = await SLOTS.answer(
        shop.turn(), {**args, "wish": at_three, "staff": Value("staff", ANYONE)}
    )
    assert anyone.exact is not None


NEXT_DAY = Value("opening", "2026-06-03", facts={"grain": "day"})
SAME_HOUR = replace(NEXT_DAY, facts={"grain": "day", "same_hour": True})


async def test_a_move_to_another_day_shows_what_is_nearest_to_its_hour(shop: Business) -> None:
    args: Args = {"service": CUT, "appointment": await booked(shop, "15:00")}
    found = await SLOTS.answer(shop.turn(), {**args, "wish": NEXT_DAY})
    assert (found.exact, found.said) == (None, {})
    assert found.options[0].value == "2026-06-03T15:00"
    morning = replace(NEXT_DAY, facts={"grain": "day", "before": "12:00"})
    found = await SLOTS.answer(shop.turn(), {**args, "wish": morning})
    assert all(str(one.value)[11:] < "12:00" for one in found.options)


async def test_the_same_time_of_another_day_is_its_hour(shop: Business) -> None:
    args: Args = {"service": CUT, "appointment": await booked(shop, "15:00")}
    found = await SLOTS.answer(shop.turn(), {**args, "wish": SAME_HOUR})
    assert (found.exact and found.exact.value, found.said) == ("2026-06-03T15:00", {})


async def test_the_same_time_of_a_day_on_which_it_is_taken_is_told(shop: Business) -> None:
    args: Args = {"service": CUT, "appointment": await booked(shop, "15:00")}
    other = shop.turn("other", "+254700000009")
    taken = Value("opening", "2026-06-03T15:00", facts={"people": "anna", "names": "Anna"})
    await shop.write(RESERVE, {"service": CUT, "time": taken}, other)
    found = await SLOTS.answer(shop.turn(), {**args, "wish": SAME_HOUR})
    assert (found.exact, found.said["why"], found.said["who"]) == (None, "full", "Anna")
    assert found.said["sought"] == "2026-06-03T15:00"
    assert all(str(one.value).startswith("2026-06-03") for one in found.options)


@pytest.mark.parametrize(
    ("shift", "grain", "meant"),
    [
        ("60", "minute", "2026-06-02T16:00"),
        ("-120", "minute", "2026-06-02T13:00"),
        ("1440", "minute", "2026-06-03T15:00"),
        ("1440", "day", None),
        ("-60,60", "minute", None),
    ],
)
async def test_an_hour_later_counts_from_the_booking(
    shop: Business, shift: str, grain: str, meant: str | None
) -> None:
    args: Args = {"service": CUT, "appointment": await booked(shop, "15:00")}
    wish = Value("opening", None, facts={"grain": grain, "shift": shift})
    found = await SLOTS.answer(shop.turn(), {**args, "wish": wish})
    assert (found.exact and found.exact.value, found.said) == (meant, {})
    day = "2026-06-03" if shift == "1440" else "2026-06-02"
    assert all(str(one.value).startswith(day) for one in found.options)
    assert found.options


async def test_who_else_could_is_told_where_its_person_cannot(shop: Business) -> None:
    booking = await booked(shop, "15:00")
    await booked(shop, "10:00", phone="+254700000009")
    at_ten = Value("opening", "2026-06-02T10:00", facts={"grain": "minute"})
    found = await SLOTS.answer(
        shop.turn(), {"service": CUT, "appointment": booking, "wish": at_ten}
    )
    assert found.said == {"why": "full", "who": "Anna", "instead": "Mary"}


async def test_a_list_is_narrowed_by_what_is_said_of_a_booking(shop: Business) -> None:
    cut, bath = await booked(shop, "15:00"), await booked(shop, "10:00", BATH)

    async def listed(**said: Value) -> list[object]:
        answer = await MINE.answer(shop.turn(), {**said})
        return [*(one.value for one in answer.options), *answer.said.values()]

    assert await listed() == [bath.value, cut.value]
    assert await listed(service=Value("service", "cut")) == [cut.value]
    both = Value("service", None, facts={"candidates": "cut,bath"})
    assert await listed(service=both) == [bath.value, cut.value]
    tomorrow = Value("opening", "2026-06-02", facts={"grain": "day"})
    assert await listed(starts_at=tomorrow) == [bath.value, cut.value]
    assert await listed(starts_at=Value("opening", "2026-06-02T15:00")) == [cut.value]
    morning = Value("opening", "2026-06-02", facts={"grain": "day", "before": "12:00"})
    assert await listed(starts_at=morning) == [bath.value]
    assert await listed(staff=Value("staff", "mary")) == [bath.value, cut.value, "not_yours"]
