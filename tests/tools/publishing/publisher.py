"""A process of the product that publishes: `publisher.py URL SLUG`; to be killed in the middle."""

import asyncio
import sys

from engine.clock import SystemClock
from engine.store.database import Database
from engine.store.tenants import Tenants
from tests.publishing import AMINA, PATIENT, gate, wish
from tests.stores import PATIENCE_S
from tools.publishing.service import Publishing


async def main(url: str, slug: str) -> None:
    async with Database(url, wait_s=PATIENCE_S) as database:
        tenant = await Tenants(database).by_slug(slug)
        publishing = Publishing(database, gate(), SystemClock())
        await publishing.publish(tenant, AMINA, wish(PATIENT, tenant))


asyncio.run(main(sys.argv[1], sys.argv[2]))
