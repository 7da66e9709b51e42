"""An extra beside a hold, on real rows: found, held, booked with it or not at all."""

import asyncio
import random
from dataclasses import replace

import pytest

from engine.model.handler import Args
from engine.model.tool import Answer
from engine.model.value import Value
from tests.tools.conftest import Business, Opened
from tests.tools.scheduling.race import overlaps
from tests.tools.scheduling.test_holds import DAILY, held
from tools.catalog.read import read_catalogue
from tools.catalog.values import service_value
from tools.scheduling.bundle import discounted, share_of
from tools.scheduling.confirm_booking.handler import HANDLER as CONFIRM
from tools.scheduling.find_adjacent_opening.handler import HANDLER as FIND
from tools.scheduling.get_available_slots.handler import HANDLER as SLOTS
from tools.scheduling.release_extra.handler import HANDLER as RELEASE_EXTRA
from tools.scheduling.reserve_pair.handler import HANDLER as PAIR
from tools.scheduling.tentatively_reserve.handler import HANDLER as RESERVE
from tools.tenants.plan import BranchPlan, Plan, ResourcePlan, ServicePlan, StaffPlan

PLAN = Plan(
    "test",
    "Test",
    services=(
        ServicePlan("gel", "Gel", "Jeli", (), "nails", 2000, 60, goes_with=("brows", "bath")),
        ServicePlan("brows", "Brows", "Nyusi", (), "face", 500, 30),
        ServicePlan("bath", "Bath", "Bafu", (), "water", 901, 60, after=15, needs=("room",),
                    goes_with=("gel",)),
        ServicePlan("advice", "Advice", "Ushauri", (), "talk", 0, 30, goes_with=("brows",)),
        ServicePlan("lone", "Lone", "Pekee", (), "talk", 700, 30),
        ServicePlan("dye", "Dye", "Rangi", (), "hair", 700, 30, goes_with=("advice", "gone")),
    ),
    staff=(
        StaffPlan("zuri", "Zuri", ("gel", "bath", "advice", "lone", "dye"), DAILY),
        StaffPlan("mercy", "Mercy", ("gel", "brows"), DAILY),
    ),
    branches=(BranchPlan("main", "Main", DAILY),),
    resources=(ResourcePlan("room:1", "room", "Room"),),
    settings={"bundle_discount_percent": 10},
)  # fmt: skip


@pytest.fixture
async def shop(open_business: Opened) -> Business:
    return await open_business(PLAN)


async def first_hold(
    shop: Business,
    service: str = "gel",
    clock: str = "11:00",
    staff: str = "zuri",
    thread: str = "thread-1",
) -> Args:
    """Hold a service as a conversation does; gives its slots."""
    catalogue = await read_catalogue(shop.gate, shop.tenant)
    wanted: Args = {
        "service": service_value(catalogue.services[service], catalogue),
        "staff": Value("staff", staff),
    }
    wish = Value("opening", f"2026-06-02T{clock}", facts={"grain": "minute"})
    found = await SLOTS.answer(shop.turn(thread), {**wanted, "wish": wish})
    assert found.exact is not None
    return await held(shop, {**wanted, "time": found.exact}, thread)


async def offer(shop: Business, first: Args, thread: str = "thread-1") -> Answer:
    return await FIND.answer(shop.turn(thread), first)


def shown(answer: Answer) -> tuple[object, ...]:
    names = ("extra", "extra_time", "extra_person", "bundle", "apart")
    return tuple(answer.gives[name].value for name in names)


async def paired(shop: Business, first: Args, thread: str = "thread-1") -> tuple[str, Args]:
    found = await offer(shop, first, thread)
    outcome, answer = await shop.write(PAIR, {**first, **found.gives}, shop.turn(thread))
    return outcome, {**first, **found.gives, **answer.gives}


async def test_right_after_by_somebody_who_does_it_for_less_together(shop: Business) -> None:
    first = await first_hold(shop)
    assert shown(await offer(shop, first)) == ("brows", "2026-06-02T12:00", "mercy", 2250, 2500)


async def test_the_same_person_comes_first(shop: Business) -> None:
    first = await first_hold(shop, staff="mercy")
    assert shown(await offer(shop, first))[:3] == ("brows", "2026-06-02T12:00", "mercy")
    bath = await first_hold(shop, "bath", "14:00", thread="thread-2")
    found = await offer(shop, bath, "thread-2")
    assert shown(found)[:3] == ("gel", "2026-06-02T15:15", "zuri")  # the room is made ready first


async def test_before_where_after_is_taken_or_closed(shop: Business) -> None:
    busy = await first_hold(shop, "brows", "12:00", "mercy", "thread-9")
    first = await first_hold(shop)
    found = await offer(shop, first)
    assert shown(found)[:3] == ("brows", "2026-06-02T10:30", "mercy")
    assert found.gives["extra_time"].facts["before"] is True
    assert busy
    late = await first_hold(shop, clock="17:00", thread="thread-3")
    assert shown(await offer(shop, late, "thread-3"))[:2] == ("brows", "2026-06-02T16:30")


async def test_a_quarter_of_an_hour_is_the_longest_wait(shop: Business) -> None:
    for number, clock in enumerate(("12:00", "10:00", "10:30")):
        await first_hold(shop, "brows", clock, "mercy", f"thread-{number + 5}")
    first = await first_hold(shop)
    found = await offer(shop, first)
    assert shown(found)[:3] == ("bath", "2026-06-02T12:00", "zuri")


async def test_nobody_there_nothing_offered(shop: Business) -> None:
    for number, clock in enumerate(("12:00", "10:00", "10:30")):
        await first_hold(shop, "brows", clock, "mercy", f"thread-{number + 5}")
    for number, clock in enumerate(("12:00", "09:30")):
        await first_hold(shop, "gel", clock, "zuri", f"thread-{number + 8}")
    first = await first_hold(shop)
    assert (await offer(shop, first)).outcome == "none"


@pytest.mark.parametrize("service", ["advice", "lone", "dye"])
async def test_nothing_beside_a_quote_or_what_goes_with_nothing(
    shop: Business, service: str
) -> None:
    first = await first_hold(shop, service)
    shop.statements = 0
    assert (await offer(shop, first)).outcome == "none"
    assert shop.statements == 0


async def test_what_the_customer_has_that_day_is_not_offered_again(shop: Business) -> None:
    mine = await first_hold(shop, "brows", "16:00", "mercy", "thread-7")
    assert (await shop.write(CONFIRM, mine))[0] == "done"
    assert shown(await offer(shop, await first_hold(shop)))[0] == "bath"


async def test_the_customer_is_not_in_two_places(shop: Business) -> None:
    mine = await first_hold(shop, "lone", "12:00", "zuri", "thread-7")
    assert (await shop.write(CONFIRM, mine))[0] == "done"
    first = await first_hold(shop)
    assert shown(await offer(shop, first))[:2] == ("brows", "2026-06-02T10:30")


async def rows(shop: Business) -> list[tuple[object, ...]]:
    return list(
        await shop.gate.fetch_all(
            "SELECT service_id, status, price_kes, payment_id IS NULL FROM {t}.appointments"
            " ORDER BY starts_at"
        )
    )


async def test_both_are_held_from_now_on_and_booked_at_the_price_of_both(shop: Business) -> None:
    first = await first_hold(shop)
    shop.pass_time(minutes=4)
    outcome, pair = await paired(shop, first)
    assert (outcome, pair["price"]) == ("held", Value("money", 2250))
    row = await shop.gate.fetch_all(
        "SELECT hold_expires_at, (SELECT min(held_until) FROM {t}.appointment_resources)"
        " FROM {t}.appointments"
    )
    until = shop.turn().now + (row[0][0] - shop.turn().now)
    assert {*row} == {(until, until)}
    assert (until - shop.clock.now()).total_seconds() == 300
    assert (await shop.write(CONFIRM, pair))[0] == "done"
    assert await rows(shop) == [
        ("gel", "confirmed", 1800, True),
        ("brows", "confirmed", 450, True),
    ]


async def test_until_paid_both_share_the_payment_of_the_first(shop: Business) -> None:
    _, pair = await paired(shop, await first_hold(shop))
    assert (await shop.write(CONFIRM, {**pair, "until_paid": True}))[0] == "done"
    hold = pair["hold"]
    assert isinstance(hold, Value)
    ids = await shop.gate.fetch_all("SELECT DISTINCT payment_id, status FROM {t}.appointments")
    assert ids == [(hold.value, "pending")]


async def test_taken_meanwhile_leaves_the_first_hold_as_it_was(shop: Business) -> None:
    first = await first_hold(shop)
    found = await offer(shop, first)
    await first_hold(shop, "brows", "12:00", "mercy", "thread-2")
    shop.pass_time(minutes=1)
    outcome, _ = await shop.write(PAIR, {**first, **found.gives})
    assert outcome == "taken"
    assert await rows(shop) == [("gel", "held", 2000, True), ("brows", "held", 500, True)]
    assert (await shop.write(CONFIRM, first))[0] == "done"


async def test_no_extra_beside_a_first_hold_that_is_no_longer_ours(shop: Business) -> None:
    first = await first_hold(shop)
    found = await offer(shop, first)
    shop.pass_time(minutes=6)
    await first_hold(shop, thread="thread-2")
    assert (await shop.write(PAIR, {**first, **found.gives}))[0] == "lost"


async def test_an_extra_let_go_frees_only_itself(shop: Business) -> None:
    _, pair = await paired(shop, await first_hold(shop))
    await shop.write(RELEASE_EXTRA, pair)
    assert [row[:2] for row in await rows(shop)] == [("gel", "held"), ("brows", "expired")]
    await first_hold(shop, "brows", "12:00", "mercy", "thread-2")


@pytest.mark.parametrize("lost", ["gel", "brows"])
async def test_one_lost_both_lost(shop: Business, lost: str) -> None:
    _, pair = await paired(shop, await first_hold(shop))
    shop.pass_time(minutes=6)
    clock, staff = ("11:00", "zuri") if lost == "gel" else ("12:00", "mercy")
    await first_hold(shop, lost, clock, staff, "thread-2")
    assert (await shop.write(CONFIRM, pair))[0] == "lost"
    assert "confirmed" not in {row[1] for row in await rows(shop)}


async def test_run_out_but_free_both_are_taken_again(shop: Business) -> None:
    _, pair = await paired(shop, await first_hold(shop))
    shop.pass_time(minutes=20)
    assert (await shop.write(CONFIRM, pair))[0] == "done"
    assert await overlaps(shop) == 0


@pytest.mark.parametrize(
    ("price", "percent", "together"),
    [(2500, 10, 2250), (2700, 10, 2430), (1005, 10, 905), (1005, 0, 1005), (999, 15, 849)],
)
def test_a_bundle_costs_whole_shillings_halves_up(price: int, percent: int, together: int) -> None:
    assert discounted(price, percent) == together
    part = share_of(price // 3, price, together)
    assert 0 < part < together


@pytest.mark.parametrize("seed", [1, 2, 3])
async def test_racing_pairs_are_never_half_booked_and_never_overlap(
    shop: Business, seed: int
) -> None:
    """Many couples of times at once, half-overlapping: whole or not at all."""
    chance = random.Random(seed)  # noqa: S311 - a repeatable race
    catalogue = await read_catalogue(shop.gate, shop.tenant)
    at_once = asyncio.Semaphore(12)
    gel = service_value(catalogue.services["gel"], catalogue)

    async def one(number: int) -> tuple[bool, str, str]:
        thread = f"race-{number}"
        turn = replace(shop.turn(thread), customer_id=thread)
        clock = f"{chance.randrange(9, 16):02}:{chance.choice((0, 15, 30, 45)):02}"
        staff = chance.choice(("zuri", "mercy"))
        at = Value(
            "opening", f"2026-06-02T{clock}", facts={"people": staff, "names": staff.title()}
        )
        async with at_once:
            args: Args = {"service": gel, "time": at, "contact": Value("contact", "x")}
            outcome, answer = await shop.write(RESERVE, args, turn)
            if outcome != "held":
                return False, "", ""
            args = {**args, **answer.gives}
            found = await FIND.answer(turn, args)
            if found.outcome == "none":
                return False, "", ""
            outcome, pair = await shop.write(PAIR, {**args, **found.gives}, turn)
            if outcome != "held":
                return False, "", ""
            args = {**args, **found.gives, **pair.gives, "until_paid": chance.random() < 0.5}
            outcome, _ = await shop.write(CONFIRM, args, turn)
            return (
                outcome == "done",
                str(answer.gives["hold"].value),
                str(pair.gives["extra_hold"].value),
            )

    results = await asyncio.gather(*(one(number) for number in range(120)))
    stood = await shop.gate.fetch_all(
        "SELECT id FROM {t}.appointments WHERE status IN ('pending', 'confirmed')"
    )
    live = {id_ for (id_,) in stood}
    for done, first, extra in results:
        assert (first in live) is done
        assert (extra in live) is done
    assert sum(done for done, _, _ in results) >= 3
    assert await overlaps(shop) == 0
