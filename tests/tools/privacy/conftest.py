"""A spa with real turns, and Redis beside it."""

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import timedelta

import pytest

from engine.settings import Settings
from engine.store.hot import NoHotState
from tests.stores import PATIENCE_S
from tests.turns.conftest import open_spa
from tests.turns.spa import Customer, Spa, settle_latest
from tools.privacy.erase import Erased, Eraser

PHONE, OTHER = "+254712000001", "+254733999888"
HAIRCUT = "haircut tomorrow at 3pm"
TWO_DAYS = timedelta(days=2)
Erase = Callable[..., Awaitable[Erased]]


@pytest.fixture
def settings(database_url: str) -> Settings:
    """Without Redis."""
    return Settings(
        ratiba_env="dev",
        database_url=database_url,
        redis_url=None,
        ratiba_pool_wait_s=PATIENCE_S,
        _env_file=None,
    )


@pytest.fixture
async def spa(settings: Settings) -> AsyncIterator[Spa]:
    async with open_spa(settings) as opened:
        yield opened


async def paid(spa: Spa, phone: str = PHONE) -> Customer:
    """Somebody who has booked and paid."""
    customer = await (await spa.customer(phone).says(HAIRCUT)).says("yes")
    assert customer.state == "PAYMENT_PENDING"
    await settle_latest(spa)
    await spa.work()
    return customer


async def was_there(spa: Spa, phone: str = PHONE) -> Customer:
    """Somebody whose visit is over; M-Pesa's id of the prompt shows the phone, as theirs do."""
    customer = await paid(spa, phone)
    checkout = {"id": f"ws_CO_01062026090000123{phone[-9:]}", "phone": phone}
    for sql in (
        "UPDATE {t}.payment_attempts SET checkout_request_id = %(id)s WHERE phone = %(phone)s",
        "UPDATE {t}.payments SET checkout_request_id = %(id)s WHERE customer_id = %(phone)s",
        "UPDATE public.payment_routing SET checkout_request_id = %(id)s WHERE attempt_id IN"
        " (SELECT id FROM {t}.payment_attempts WHERE phone = %(phone)s)",
    ):
        await spa.gate.execute(sql, checkout)
    spa.clock.advance(TWO_DAYS)
    return customer


@pytest.fixture
def erase(spa: Spa) -> Erase:
    async def run(phone: str = PHONE) -> Erased:
        eraser = Eraser(spa.house.engine.core.database, NoHotState(), spa.clock)
        return await eraser.erase(spa.tenant, phone)

    return run
