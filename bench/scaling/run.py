"""The same turns over one tenant and over many."""

from collections.abc import Callable, Sequence
from statistics import median

from bench.figures import Bar, Figure, Findings, Table
from bench.rig.meter import Meter
from bench.rig.own import Rig
from bench.rig.side import SAID
from bench.turns.product import Product, product

CUSTOMERS = 100
FLAT = Bar(1.2, 1.5, most=True)
LANES = 5
"""Parts of the pool, as in service with many tenants: two connections for each of them."""
WARM = 6
"""Pairs before anything counts: a statement is prepared at its fifth use on a connection, and some
are used once a booking."""


async def measure(rig: Rig, *, tenants: int, pairs: int, told: Callable[[str], None]) -> Findings:
    """Measure bookings spread over so many tenants, beside as many of one tenant."""
    told(f"opening {tenants + 1} businesses")
    slugs = [f"bench_{number}" for number in range(tenants)]
    async with product(rig, ("bench_alone", *slugs), lanes=LANES) as every:
        alone, spread = every.only(0, 1), every.only(1, None)
        customers = max(CUSTOMERS, tenants)
        found = [
            await _pair(alone, spread, Meter(rig.roots), customers, told)
            for _ in range(WARM + pairs)
        ]
    one, many = (median(pair[at] for pair in found[WARM:]) for at in (0, 1))
    ratio = median(pair[1] / pair[0] for pair in found[WARM:])
    rows = [["1", f"{one:.2f}"], [f"{tenants:,}", f"{many:.2f}"]]
    figure = Figure(f"a turn over {tenants:,} tenants, beside one", ratio, bar=FLAT)
    title = "Turns over many tenants"
    return Findings("scaling", [Table(title, ("tenants", "CPU ms a turn"), rows)], [figure])


async def _pair(
    alone: Product, spread: Product, meter: Meter, customers: int, told: Callable[[str], None]
) -> Sequence[float]:
    told("many tenants beside one")
    one = await alone.block(CUSTOMERS, meter)
    many = await spread.block(customers, meter)
    return one.cpu_ms / CUSTOMERS / len(SAID), many.cpu_ms / customers / len(SAID)
