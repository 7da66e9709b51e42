"""A turn of the product beside the same turn on LangGraph."""

from collections.abc import Callable, Mapping

from bench.figures import Bar, Figure, Findings, Table
from bench.peer.side import peers
from bench.rig.meter import Meter
from bench.rig.own import Rig
from bench.turns.abba import Course, run
from bench.turns.counting import Counted, count
from bench.turns.product import product

COUNTED_CUSTOMERS = 60
COLUMNS = (
    "side", "turns/s", "CPU ms a turn", "of it client", "Postgres", "Valkey", "statements a turn",
    "rows a booking", "WAL KiB a booking", "table KiB a booking",
)  # fmt: skip


async def measure(rig: Rig, *, pairs: int, customers: int, told: Callable[[str], None]) -> Findings:
    """Measure the three sides in this process.

    Args:
        rig: the bench's own stores.
        pairs: blocks of each side, forth and back, that are compared.
        customers: who book in a block, five turns each.
        told: how far it has come.
    """
    async with product(rig) as ours, peers(rig) as (sync, at_exit):
        sides = (sync, at_exit, ours)
        courses = await run(sides, Meter(rig.roots), pairs=pairs, customers=customers, told=told)
        told("counting what is written")
        counts = {side.name: await count(side, rig, COUNTED_CUSTOMERS) for side in sides}
    rows = [_row(name, course, counts[name]) for name, course in courses.items()]
    figures = _figures(courses, counts, [side.name for side in sides])
    bars = [(name, course.cpu_ms) for name, course in courses.items()]
    title = f"A turn, median of {pairs} pairs of {2 * customers} bookings"
    return Findings("turns", [Table(title, COLUMNS, rows)], figures, bars, "CPU ms a turn")


def _row(name: str, course: Course, counted: Counted) -> list[str]:
    return [
        name,
        f"{1000 / course.wall_ms:.0f}",
        f"{course.cpu_ms:.2f}",
        f"{course.client_ms:.2f}",
        f"{course.store_ms(0):.2f}",
        f"{course.store_ms(1):.2f}",
        f"{counted.statements:.1f}",
        f"{counted.rows:.0f}",
        f"{counted.wal_kib:.1f}",
        f"{counted.table_kib:.1f}",
    ]


def _figures(
    courses: Mapping[str, Course], counts: Mapping[str, Counted], names: list[str]
) -> list[Figure]:
    sync, at_exit, ours = (courses[name] for name in names)
    all_nodes, one_a_turn, own = (counts[name] for name in names)
    return [
        Figure(f"{names[0]}: CPU a turn", sync.times(ours), bar=Bar(10, 7)),
        Figure(f"{names[1]}: CPU a turn", at_exit.times(ours), bar=Bar(5, 4)),
        Figure(f"{names[0]}: WAL a booking", all_nodes.wal_kib / own.wal_kib, bar=Bar(10, 6)),
        Figure(
            f"{names[0]}: table bytes a booking",
            all_nodes.table_kib / own.table_kib,
            bar=Bar(10, 6),
        ),
        Figure(
            f"WAL a booking of {names[2]}, as a share of {names[1]}",
            own.wal_kib / one_a_turn.wal_kib,
            bar=Bar(1.0, most=True),
        ),
    ]
