"""Openings near a wish, read from real rows."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import LiteralString

import pytest

from engine.model.tool import Answer
from engine.model.value import ANYONE, Scalar, Value
from tests.tools.conftest import Business, Opened
from tools.scheduling.any_day import MOST_DAYS
from tools.scheduling.get_available_slots.handler import HANDLER
from tools.tenants.plan import ClosurePlan, Hours, Plan, ResourcePlan, ServicePlan, StaffPlan

WEEK: Hours = tuple((day, "09:00", "18:00") for day in range(1, 7))
PLAN = Plan(
    "test",
    "Test",
    services=(
        ServicePlan("cut", "Cut", "Kata", (), "hair", 1500, 45),
        ServicePlan("bath", "Bath", "Bafu", (), "water", 900, 60, after=30, needs=("room",)),
    ),
    staff=(
        StaffPlan("anna", "Anna", ("cut", "bath"), WEEK),
        StaffPlan("mary", "Mary", ("cut", "bath"), tuple(day for day in WEEK if day[0] != 2)),
    ),
    resources=(ResourcePlan("room:1", "room", "Room"),),
    closures=(ClosurePlan("2026-06-05"),),
    settings={"horizon_days": 30, "notice_minutes": 60},
)


@pytest.fixture
async def shop(open_business: Opened) -> Business:
    return await open_business(PLAN)


async def ask(
    shop: Business,
    wish: str | None = None,
    facts: Mapping[str, Scalar] | None = None,
    **args: Value,
) -> Answer:
    inputs: dict[str, Value | Scalar] = {"service": Value("service", "cut"), **args}
    if wish or facts:
        inputs["wish"] = Value("opening", wish, facts=facts or {})
    return await HANDLER.answer(shop.turn(), inputs)


def shown(answer: Answer) -> list[str]:
    return [str(option.value) for option in answer.options]


async def take(shop: Business, who: str, start: str, minutes: int) -> None:
    """Somebody else's booking."""
    at = datetime.fromisoformat(start).astimezone(UTC)
    id_ = f"{who}-{start}"
    await shop.gate.execute(
        "INSERT INTO {t}.appointments (id, service_id, staff_id, starts_at, ends_at, status,"
        " price_kes, created_at, updated_at)"
        " VALUES (%(id)s, 'cut', 'anna', %(at)s, %(to)s, 'confirmed', 0, %(at)s, %(at)s)",
        {"id": id_, "at": at, "to": at + timedelta(minutes=minutes)},
    )
    await shop.gate.execute(
        "INSERT INTO {t}.appointment_resources"
        " (appointment_id, resource_id, blocks_from, blocks_to, live)"
        " VALUES (%s, %s, %s, %s, true)",
        [id_, who, at, at + timedelta(minutes=minutes)],
    )


async def test_a_free_minute_is_exact_with_what_a_hold_needs(shop: Business) -> None:
    await ask(shop)
    shop.statements = 0
    answer = await ask(shop, "2026-06-02T15:00")
    assert shop.statements == 1
    assert answer.exact == Value(
        "opening",
        "2026-06-02T15:00",
        facts={
            "day": "2026-06-02",
            "people": "anna",
            "names": "Anna",
            "weekday": "tue",
            "clock": "15:00",
        },
    )
    assert answer.said == {}
    assert shown(answer)[:3] == ["2026-06-02T15:00", "2026-06-02T14:45", "2026-06-02T15:15"]


async def test_a_day_is_spread_over_its_round_hours(shop: Business) -> None:
    answer = await ask(shop, "2026-06-03")
    assert answer.exact is None
    assert shown(answer) == [f"2026-06-03T{hour:02}:00" for hour in range(9, 18)]


async def test_an_hour_without_a_day_gives_the_days_on_which_it_is_free(shop: Business) -> None:
    answer = await ask(shop, facts={"clock": "15:00"})
    assert (answer.exact, answer.said) == (None, {})
    assert len(answer.options) == MOST_DAYS
    assert {start[11:] for start in shown(answer)} == {"15:00"}
    assert shown(answer) == sorted(shown(answer))
    assert "2026-06-05T15:00" not in shown(answer), "closed"


async def test_a_day_on_which_the_hour_is_taken_or_past_is_left_out(shop: Business) -> None:
    first = shown(await ask(shop, facts={"clock": "15:00"}))
    anna = Value("staff", "anna")
    await take(shop, "anna", "2026-06-02T15:00+03:00", 45)
    assert "2026-06-02T15:00" in first
    assert "2026-06-02T15:00" not in shown(await ask(shop, facts={"clock": "15:00"}, staff=anna))
    early = shown(await ask(shop, facts={"clock": "09:00"}))
    assert early[0] > shop.turn().now.isoformat()[:10]


async def test_the_days_of_an_hour_begin_at_the_day_that_was_spoken_of(shop: Business) -> None:
    answer = await ask(shop, facts={"clock": "15:00", "near": "2026-06-11"})
    assert shown(answer)[:2] == ["2026-06-11T15:00", "2026-06-12T15:00"]
    over = await ask(shop, facts={"clock": "15:00", "near": "2026-05-01"})
    assert shown(over) == shown(await ask(shop, facts={"clock": "15:00"}))


async def test_an_hour_that_may_mean_two_gives_both_where_they_are_free(shop: Business) -> None:
    answer = await ask(shop, facts={"clock": "14:00", "clocks": "14:00,20:00,10:00"})
    assert {start[11:] for start in shown(answer)} == {"14:00", "10:00"}


@pytest.mark.parametrize(
    ("hour", "why"), [("20:00", "off"), ("17:45", "too_late_in_day"), ("03:00", "off")]
)
async def test_an_hour_that_never_is_says_why(shop: Business, hour: str, why: str) -> None:
    answer = await ask(shop, facts={"clock": hour})
    assert answer.said == {"why": why}
    assert answer.options


async def test_a_part_of_the_day_narrows(shop: Business) -> None:
    assert shown(await ask(shop, "2026-06-03", {"after": "16:00"})) == [
        "2026-06-03T16:00", "2026-06-03T16:15", "2026-06-03T16:30", "2026-06-03T16:45",
        "2026-06-03T17:00", "2026-06-03T17:15",
    ]  # fmt: skip


async def test_a_part_of_the_day_that_is_full_shows_what_lies_next_to_it(shop: Business) -> None:
    await take(shop, "anna", "2026-06-02T16:00+03:00", 120)
    answer = await ask(shop, "2026-06-02", {"after": "16:00"})
    assert answer.said == {"why": "full"}
    assert shown(answer)[0] == "2026-06-02T15:15"


async def test_a_taken_minute_shows_the_nearest_and_says_full(shop: Business) -> None:
    await take(shop, "anna", "2026-06-02T15:00+03:00", 45)
    answer = await ask(shop, "2026-06-02T15:00")
    assert answer.exact is None
    assert answer.said == {"why": "full"}
    assert shown(answer)[:2] == ["2026-06-02T14:15", "2026-06-02T15:45"]
    assert all(value.startswith("2026-06-02") for value in shown(answer))
    assert len(answer.options) == 10


@pytest.mark.parametrize(
    ("wish", "why"),
    [
        ("2026-05-31", "past"),
        ("2026-06-01T08:00", "past"),
        ("2026-06-01T09:30", "too_soon"),
        ("2026-07-20", "too_far"),
        ("2026-06-05", "closed"),
        ("2026-06-05T10:00", "closed"),
        ("2026-06-07", "off"),
        ("2026-06-03T17:30", "too_late_in_day"),
        ("2026-06-03T18:00", "off"),
        ("2026-06-03T07:30", "off"),
    ],
)
async def test_a_wish_that_cannot_be_is_told_why_and_what_can(
    shop: Business, wish: str, why: str
) -> None:
    answer = await ask(shop, wish)
    assert answer.said == {"why": why}
    assert answer.exact is None
    assert answer.options


async def test_a_person_who_does_not_work_that_day_is_off(shop: Business) -> None:
    answer = await ask(shop, "2026-06-02", staff=Value("staff", "mary"))
    assert answer.said == {"why": "off"}
    assert {value[:10] for value in shown(answer)} == {"2026-06-03", "2026-06-04", "2026-06-06"}


async def test_when_too_little_of_today_is_left_it_is_too_late_in_the_day(shop: Business) -> None:
    shop.pass_time(hours=8, minutes=20)
    assert (await ask(shop, "2026-06-01")).said == {"why": "too_late_in_day"}


async def test_a_service_that_runs_into_a_break_or_the_closing_of_the_branch(
    shop: Business,
) -> None:
    await shop.gate.execute(
        "INSERT INTO {t}.branch_hours (branch_id, day_of_week, start_time, end_time)"
        " VALUES ('main', 3, '08:00', '12:00'), ('main', 3, '14:00', '16:00')"
    )
    await shop.refresh()
    assert (await ask(shop, "2026-06-03T11:30")).said == {"why": "closed"}
    assert (await ask(shop, "2026-06-03T15:30")).said == {"why": "too_late_in_day"}
    assert (await ask(shop, "2026-06-03T16:30")).said == {"why": "closed"}


async def test_a_full_day_leads_to_the_next_ones_in_a_second_read(shop: Business) -> None:
    await take(shop, "anna", "2026-06-02T08:00+03:00", 660)
    await ask(shop)
    shop.statements = 0
    answer = await ask(shop, "2026-06-02")
    assert shop.statements == 2
    assert answer.said == {"why": "full"}
    assert [value[:10] for value in shown(answer)] == ["2026-06-03"] * 4 + ["2026-06-04"] * 3 + [
        "2026-06-06"
    ] * 3


async def test_weeks_without_an_opening_are_looked_through(shop: Business) -> None:
    await shop.gate.execute(
        "INSERT INTO {t}.staff_blocks (staff_id, starts_at, ends_at)"
        " SELECT id, '2026-06-01T00:00Z', '2026-06-26T00:00Z' FROM {t}.staff"
    )
    answer = await ask(shop, "2026-06-02")
    assert [value[:10] for value in shown(answer)][:5] == ["2026-06-26"] * 4 + ["2026-06-27"]
    await shop.gate.execute("UPDATE {t}.staff_blocks SET ends_at = '2027-01-01T00:00Z'")
    assert (await ask(shop, "2026-06-02")).options == ()


async def test_without_a_wish_the_next_days_are_offered(shop: Business) -> None:
    answer = await ask(shop)
    assert answer.said == {}
    assert shown(answer)[0] == "2026-06-01T10:00"
    assert len({value[:10] for value in shown(answer)}) == 3


async def test_a_past_time_is_past_whatever_else_was_said(shop: Business) -> None:
    assert (await ask(shop, None, {"past": True})).said == {"why": "past"}


async def test_anyone_is_the_least_loaded_first_and_never_who_was_excluded(shop: Business) -> None:
    await take(shop, "anna", "2026-06-03T09:00+03:00", 60)
    answer = await ask(shop, "2026-06-03T15:00", staff=Value("staff", ANYONE))
    assert answer.exact is not None
    assert answer.exact.facts["people"] == "mary,anna"
    without = Value("staff", ANYONE, facts={"excluded": "mary"})
    answer = await ask(shop, "2026-06-03T15:00", staff=without)
    assert answer.exact is not None
    assert answer.exact.facts["people"] == "anna"


async def test_a_room_that_is_taken_stands_in_the_way(shop: Business) -> None:
    bath = Value("service", "bath")
    answer = await ask(shop, "2026-06-03T15:00", service=bath)
    assert answer.exact is not None
    assert answer.exact.facts["places"] == "main/room:1;main/room:1"
    await take(shop, "room:1", "2026-06-03T16:00+03:00", 30)
    answer = await ask(shop, "2026-06-03T15:00", service=bath)
    assert answer.said == {"why": "full"}, "the half hour after the bath needs the room too"
    assert shown(answer)[0] == "2026-06-03T14:30"


async def test_a_block_of_somebodys_time_stands_in_the_way(shop: Business) -> None:
    await shop.gate.execute(
        "INSERT INTO {t}.staff_blocks (staff_id, starts_at, ends_at)"
        " VALUES ('anna', '2026-05-01T00:00Z', '2026-06-20T00:00Z')"
    )
    answer = await ask(shop, "2026-06-03T15:00")
    assert answer.exact is not None
    assert answer.exact.facts["people"] == "mary"


async def test_a_service_or_person_that_is_none_has_no_openings(shop: Business) -> None:
    assert (await ask(shop, service=Value("service", "gone"))).options == ()
    assert (await ask(shop, staff=Value("staff", "nobody"))).options == ()


async def test_a_change_of_the_catalogue_is_seen_at_the_next_version(shop: Business) -> None:
    await ask(shop, "2026-06-07")
    statement: LiteralString = (
        "INSERT INTO {t}.staff_schedules (staff_id, day_of_week, start_time, end_time)"
        " VALUES ((SELECT id FROM {t}.staff LIMIT 1), 7, '09:00', '18:00')"
    )
    await shop.gate.execute(statement)
    before = shop.tenant.version
    await shop.refresh()
    assert shop.tenant.version > before
    assert (await ask(shop, "2026-06-07T15:00")).said == {}
