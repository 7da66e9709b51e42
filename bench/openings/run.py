"""A search over ten people and 7,000 appointments, beside the least one can ask of Postgres."""

from collections.abc import Awaitable, Callable, Mapping
from statistics import median
from typing import LiteralString

from bench.figures import Bar, Figure, Findings, Table
from bench.rig.house import NOW, fresh_spa, house_on
from bench.rig.meter import Meter, Reading
from bench.rig.own import Rig
from bench.rig.side import AstrayError
from engine.model.handler import TurnContext
from engine.model.tenant import Tenant
from engine.model.value import Value
from engine.store.tenancy import TenantGate
from tools.scheduling.get_available_slots.handler import HANDLER

SLUG = "bench_openings"
PEOPLE, APPOINTMENTS = 10, 7_000
ROUND = 20
COLLEAGUES: tuple[LiteralString, ...] = (
    """
    INSERT INTO {t}.staff SELECT (jsonb_populate_record(s,
        jsonb_build_object('id', 'p' || n, 'name', 'Person ' || n))).*
    FROM {t}.staff s, generate_series(2, %(people)s) n WHERE s.id = 'anna'
    """,
    """
    INSERT INTO {t}.staff_services SELECT 'p' || n, s.service_id
    FROM {t}.staff_services s, generate_series(2, %(people)s) n WHERE s.staff_id = 'anna'
    """,
    """
    INSERT INTO {t}.staff_schedules (staff_id, day_of_week, start_time, end_time)
    SELECT 'p' || n, s.day_of_week, s.start_time, s.end_time
    FROM {t}.staff_schedules s, generate_series(2, %(people)s) n WHERE s.staff_id = 'anna'
    """,
)
BOOKED: tuple[LiteralString, ...] = (
    """
    INSERT INTO {t}.appointments (id, customer_id, service_id, staff_id, starts_at, ends_at, status,
        price_kes, created_at, updated_at)
    SELECT 'a' || n, 'c' || n, 'haircut',
        CASE n %% 10 WHEN 0 THEN 'anna' ELSE 'p' || (n %% 10 + 1) END,
        at, at + interval '45 minutes', 'confirmed', 1500, %(now)s, %(now)s
    FROM generate_series(0, %(appointments)s - 1) n, LATERAL (SELECT
        date_trunc('day', %(now)s::timestamptz) + interval '6 hours'
        + (n / 50 - 80) * interval '1 day' + (n / 10 %% 5) * interval '105 minutes' AS at) t
    """,
    """
    INSERT INTO {t}.appointment_resources
        (appointment_id, resource_id, blocks_from, blocks_to, live)
    SELECT id, staff_id, starts_at, ends_at, true FROM {t}.appointments
    """,
    "ANALYZE {t}.appointment_resources",
)
"""Five a day for each of ten people, of 80 days past and 60 ahead."""
WISHES: Mapping[str, Mapping[str, Value]] = {
    "a day, anyone": {"wish": Value("opening", "2026-06-09", facts={"grain": "day"})},
    "a minute, one person": {
        "wish": Value("opening", "2026-06-09T11:00", facts={"grain": "minute"}),
        "staff": Value("staff", "anna"),
    },
    "no wish, anyone": {},
}
BAR = Bar(7, 14, most=True)
"""Of `select 1` through the same gate: about one millisecond on a quiet machine, and two."""


async def measure(rig: Rig, *, pairs: int, told: Callable[[str], None]) -> Findings:
    """Search and ask by turns."""
    async with house_on(rig) as house:
        told("filling a calendar")
        core = house.engine.core
        await _fill(TenantGate(core.database, await fresh_spa(house, SLUG)))
        tenant = await core.tenants.by_slug(SLUG, version=0)
        gate = TenantGate(core.database, tenant)
        meter, least = Meter(rig.roots), _least(gate)
        courses = {
            name: await _beside(_search(gate, tenant, args), least, meter, pairs)
            for name, args in WISHES.items()
        }
    rows = [
        [name, f"{ms:.2f}", f"{one:.2f}", f"{times:.1f}"]
        for name, (ms, one, times) in courses.items()
    ]
    columns = ("wish", "CPU ms a search", "`select 1`, ms", "searches' cost in them")
    title = f"Openings of {PEOPLE} people with {APPOINTMENTS:,} appointments"
    figures = [
        Figure(f"{name}, in `select 1`", times, bar=BAR) for name, (*_, times) in courses.items()
    ]
    return Findings("openings", [Table(title, columns, rows)], figures)


async def _fill(gate: TenantGate) -> None:
    params = {"people": PEOPLE, "appointments": APPOINTMENTS, "now": NOW}
    for statement in (*COLLEAGUES, *BOOKED):
        await gate.execute(statement, params if "%(" in statement else None)


def _search(
    gate: TenantGate, tenant: Tenant, args: Mapping[str, Value]
) -> Callable[[], Awaitable[object]]:
    context = TurnContext(
        tenant=tenant,
        now=NOW,
        thread_id="bench",
        customer_id="bench",
        phone=None,
        profile_name=None,
        channel="whatsapp",
        locale="en",
        read=gate,
        new_id=str,
    )

    async def search() -> object:
        answer = await HANDLER.answer(context, {"service": Value("service", "haircut"), **args})
        if not answer.options:
            raise AstrayError("nothing is free")
        return answer

    return search


def _least(gate: TenantGate) -> Callable[[], Awaitable[object]]:
    async def least() -> object:
        return await gate.fetch_one("SELECT 1")

    return least


async def _beside(
    one: Callable[[], Awaitable[object]],
    other: Callable[[], Awaitable[object]],
    meter: Meter,
    pairs: int,
) -> tuple[float, float, float]:
    """CPU milliseconds of each, and the median of their ratios."""
    await _rounds(one, meter)
    await _rounds(other, meter)
    found = [(await _rounds(one, meter), await _rounds(other, meter)) for _ in range(pairs)]
    return (
        median(ours.cpu_ms for ours, _ in found) / ROUND,
        median(theirs.cpu_ms for _, theirs in found) / ROUND,
        median(ours.cpu_ms / theirs.cpu_ms for ours, theirs in found),
    )


async def _rounds(work: Callable[[], Awaitable[object]], meter: Meter) -> Reading:
    before = meter.read()
    for _ in range(ROUND):
        await work()
    return meter.read() - before
