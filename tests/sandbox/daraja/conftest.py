"""A running stand-in for Daraja."""

from collections.abc import AsyncIterator

import pytest

from engine.clock import FixedClock
from sandbox.daraja.app import daraja_app
from sandbox.daraja.book import DarajaBook, Merchant
from sandbox.serving import running
from tests.sandbox.daraja.scene import NOW, PASSKEY, SHORTCODE, Api


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(NOW)


@pytest.fixture
def book(clock: FixedClock) -> DarajaBook:
    return DarajaBook(clock, {SHORTCODE: Merchant("Ratiba Spa Pilot", PASSKEY)}, ("key", "secret"))


@pytest.fixture
async def api(book: DarajaBook) -> AsyncIterator[Api]:
    async with (
        running(daraja_app(book)) as base_url,
        Api(base_url) as api,
    ):
        await api.sign_in()
        yield api
