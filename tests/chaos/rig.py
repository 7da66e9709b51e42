"""The product as a deployment runs it, on ground and among providers that the rig commands."""

import asyncio
import os
import secrets
import socket
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, LiteralString

import psycopg
from psycopg import sql
from pydantic import SecretStr

from engine.clock import SystemClock
from engine.net.http import Http
from engine.settings import Settings
from ratiba.keeping.add import add_to
from ratiba.keeping.pilot import ACCESS_TOKEN, CONSUMER, PASSKEY
from ratiba.sandboxes import Sandboxes, sandboxes
from sandbox.graph.webhook import Webhooks
from tests.chaos.ground import Ground
from tests.chaos.process import Process
from tests.chaos.town import TOWN, Business

LEASE_S = 4.0
SWEEP_S = 0.5
LOOK_S = 0.2
CALM_S = 90.0
"""What is left to do must be done in this time once nothing disturbs any more."""

OPEN: LiteralString = """
SELECT (SELECT count(*) FROM {t}.inbox WHERE state IN ('new', 'processing'))
    + (SELECT count(*) FROM {t}.outbox WHERE state IN ('new', 'sending'))
"""


@dataclass
class Rig:
    """Everything that a scenario may touch.

    Attributes:
        api: the process that takes the webhooks.
        workers: those that take turns and send; two, so that one can be missed.
        violence: how often what was done to it, by name: kills, freezes, flushes.
        posted: ids of messages that were acknowledged, by tenant.
    """

    ground: Ground
    at: Sandboxes
    http: Http
    webhooks: Webhooks
    api: Process
    workers: Sequence[Process]
    violence: dict[str, int] = field(default_factory=dict)
    posted: dict[str, set[str]] = field(default_factory=dict)
    customers: dict[str, set[str]] = field(default_factory=dict)

    @property
    def processes(self) -> Sequence[Process]:
        return (self.api, *self.workers)

    def did(self, what: str, times: int = 1) -> None:
        """Count what was done to the product."""
        self.violence[what] = self.violence.get(what, 0) + times

    async def rows(
        self, statement: LiteralString, business: Business, **params: object
    ) -> Sequence[tuple[Any, ...]]:
        """Read a tenant's rows (`{t}` is its schema) as an operator would, past the product."""
        query = sql.SQL(statement.replace("{t}", business.schema))
        async with await psycopg.AsyncConnection.connect(self.ground.database_url) as session:
            return await (await session.execute(query, params)).fetchall()

    async def move_clock(self, by: timedelta) -> None:
        """Move the time of every process on; what is under way ends first."""
        await self.calm()
        file = self.ground.clock_file
        seconds = float(file.read_text("utf-8") or 0) + by.total_seconds()
        await asyncio.to_thread(file.write_text, str(seconds), "utf-8")
        self.did("clock moved")

    async def calm(self, within_s: float = CALM_S) -> bool:
        """Wait until nothing is to be done; whether it came to that."""
        for _ in range(int(within_s / LOOK_S)):
            if not await self._at_work():
                return True
            await asyncio.sleep(LOOK_S)
        return False

    async def kill_a_worker(self, number: int = 0) -> None:
        """SIGKILL, and start it anew as a supervisor would."""
        await self.workers[number].kill()
        self.did("worker killed")
        await self.workers[number].start()

    async def kill_workers(self) -> None:
        """All of them at once."""
        await asyncio.gather(*(self.kill_a_worker(number) for number in range(len(self.workers))))

    async def all_up(self) -> None:
        """Whatever was frozen goes on, whatever is gone is started."""
        for process in self.processes:
            process.thaw()
            if not process.alive:
                await process.start()

    async def _at_work(self) -> int:
        total = 0
        for business in TOWN:
            ((open_rows,),) = await self.rows(OPEN, business)
            total += open_rows
        return total


@asynccontextmanager
async def rig(ground: Ground, workers: int = 2) -> AsyncIterator[Rig]:
    """Start the whole of it; every process has ended when the block has."""
    ground.clock_file.write_text("0", "utf-8")
    clock = SystemClock(ground.clock_file)
    secret, key = secrets.token_hex(), secrets.token_urlsafe(32)
    port = _free_port()
    async with Http() as http, sandboxes(clock, secret) as at:
        said = _environment(ground, at, port, secret, key)
        at.graph.webhook_url = f"http://127.0.0.1:{port}/webhooks/whatsapp"
        await _settle(said, at)
        crew = [_process(ground, said, f"worker{n}", ("worker",)) for n in range(workers)]
        api = _process(ground, said, "api", ("api", "--port", str(port)))
        mine = Rig(ground, at, http, Webhooks(at.graph, http), api, crew)
        try:
            await asyncio.gather(*(process.start() for process in mine.processes))
            yield mine
        finally:
            await asyncio.gather(*(one.kill() for one in mine.processes if one.alive))


async def _settle(said: Mapping[str, str], at: Sandboxes) -> None:
    """Add the businesses; the providers serve them."""
    fields = {name.lower(): value for name, value in said.items()}
    known = {name: fields[name] for name in Settings.model_fields if name in fields}
    settings = Settings.model_validate(known)
    for business in TOWN:
        await add_to(settings, business.wish)
        at.admit(
            business.slug.title(),
            {
                "whatsapp_token": ACCESS_TOKEN,
                "mpesa_passkey": PASSKEY,
                "mpesa_shortcode": business.shortcode,
                "mpesa_consumer_key": CONSUMER[0],
                "mpesa_consumer_secret": CONSUMER[1],
            },
        )


def _environment(
    ground: Ground, at: Sandboxes, port: int, secret: str, key: str
) -> Mapping[str, str]:
    return {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": str(ground.places.home),
        "RATIBA_ENV": "dev",
        "DATABASE_URL": ground.database_url,
        "REDIS_URL": ground.redis_url,
        "RATIBA_SECRET_KEY": SecretStr(key).get_secret_value(),
        "WHATSAPP_APP_SECRET": secret,
        "WHATSAPP_API_BASE": at.graph_url,
        "DARAJA_API_BASE": at.daraja_url,
        "RATIBA_PUBLIC_URL": f"http://127.0.0.1:{port}",
        "RATIBA_CLOCK_OFFSET_FILE": str(ground.clock_file),
        "RATIBA_LEASE_S": str(LEASE_S),
        "RATIBA_SWEEP_S": str(SWEEP_S),
        "RATIBA_LOG_FORMAT": "json",
    }


def _process(
    ground: Ground, said: Mapping[str, str], name: str, arguments: tuple[str, ...]
) -> Process:
    return Process(arguments, said, ground.places.home / f"{name}.log")


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])
