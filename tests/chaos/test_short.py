"""The short form: the rig itself, on real processes; `make chaos` kills and freezes them."""

import asyncio

import pytest

from tests.chaos.ground import Ground, ground
from tests.chaos.rig import rig
from tests.chaos.run import Outcome, outcomes
from tests.chaos.scenario import Scenario
from tests.chaos.scenarios.delivery import DELIVERY
from tests.chaos.scenarios.payments import PAYMENTS

SHORT: tuple[Scenario, ...] = (
    *(one for one in DELIVERY if "hundred times" in one.name),
    *(one for one in PAYMENTS if "fifty times" in one.name),
)


@pytest.mark.slow
def test_nothing_is_lost_doubled_or_paid_twice() -> None:
    with ground() as stores:
        found = asyncio.run(_all_of(stores))
    assert len(found) == len(SHORT)
    assert [(one.scenario.name, one.seen, one.broken) for one in found if not one.good] == []


async def _all_of(stores: Ground) -> list[Outcome]:
    async with rig(stores) as mine:
        return [outcome async for outcome in outcomes(mine, SHORT, much=1)]
