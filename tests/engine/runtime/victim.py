"""A process of the product that is killed in mid-work: `victim.py turn|send URL FILE`.

It writes a line to FILE when the moment has come, then hangs until it is killed.
"""

import asyncio
import sys
from pathlib import Path

from engine.clock import SystemClock
from engine.model.session import Session
from engine.model.tenant import Tenant
from engine.runtime.sender import Sender
from engine.runtime.worker import Worker
from engine.store.bell import Bell
from engine.store.database import Database
from engine.store.delivery import Delivery, OutboxRow
from engine.store.postgres import PostgresStore
from engine.store.records import Conversation, Incoming
from engine.store.tenants import Tenants
from tests.engine.runtime.running import Unapologetic
from tests.stores import PATIENCE_S


async def hang(file: Path, line: str) -> None:
    with file.open("a") as out:
        out.write(f"{line}\n")
    await asyncio.Event().wait()


class Hanging(Unapologetic):
    """A turn and a carrier that stop in the middle."""

    def __init__(self, file: Path) -> None:
        self._file = file

    async def take(self, conversation: Conversation) -> Session | None:
        await hang(self._file, conversation.claimed.provider_id)
        return None

    async def carry(self, tenant: Tenant, row: OutboxRow) -> Delivery:
        await hang(self._file, row.key)
        raise AssertionError

    def stranded(self, tenant: Tenant, row: OutboxRow) -> tuple[Incoming, ...]:
        return ()


async def main(role: str, url: str, file: Path) -> None:
    hanging, clock = Hanging(file), SystemClock()
    async with Database(url, wait_s=PATIENCE_S) as database:
        tenants, bell = Tenants(database), Bell(database)
        loop: Worker | Sender
        if role == "turn":
            loop = Worker(PostgresStore(database, tenants, bell, clock), tenants, hanging, clock)
        else:
            carriers = {"reply": hanging, "stk": hanging}
            loop = Sender(database, tenants, carriers, bell, clock)
        loop.wake("alpha")
        await loop.run()


asyncio.run(main(sys.argv[1], sys.argv[2], Path(sys.argv[3])))
