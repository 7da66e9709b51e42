"""Whatever races, two live bookings never overlap on one person or room."""

import pytest

from tests.tools.conftest import Business, Opened
from tests.tools.scheduling.race import race
from tests.tools.scheduling.test_holds import PLAN


@pytest.fixture
async def shop(open_business: Opened) -> Business:
    return await open_business(PLAN)


async def test_hundreds_of_racing_attempts_never_overlap(shop: Business) -> None:
    outcome = await race(shop, 400)
    assert outcome.overlaps == 0
    assert outcome.won > 30
    assert outcome.lost > 100


@pytest.mark.slow
async def test_ten_thousand_racing_attempts_never_overlap(shop: Business) -> None:
    outcome = await race(shop, 10_000)
    assert outcome.overlaps == 0
