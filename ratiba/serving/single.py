"""Single processes for a deployment: the API, a worker."""

import asyncio
import signal

from channels.app import create_app
from channels.ports import Drain
from channels.serve import serve
from engine.clock import SystemClock
from engine.settings import Settings
from ratiba import loop
from ratiba.logs import start_logs
from ratiba.serving.api import listening
from ratiba.serving.crew import Role, read_roles, working
from ratiba.surroundings import deployed
from ratiba.wiring import housed, services

GRACE_S = 5.0
"""A balancer that asks every two seconds has looked away by then."""


def serve_api(host: str, port: int) -> None:
    """Serve until SIGTERM.

    Raises:
        RatibaError: the environment is not usable, or the port is taken.
    """
    settings = deployed()
    start_logs(settings)
    loop.run(_api(settings, host, port))


async def _api(settings: Settings, host: str, port: int) -> None:
    drain = Drain()
    with listening(host, port) as listener:
        async with housed(settings, SystemClock(settings.ratiba_clock_offset_file)) as house:
            app = create_app(services(house, drain))
            grace = 0.0 if settings.dev else GRACE_S
            await serve(app, listener, drain, grace_s=grace)


def serve_worker(roles: str) -> None:
    """Work until SIGTERM or SIGINT.

    Raises:
        RatibaError: the environment is not usable, or a role is none.
    """
    chosen = read_roles(roles)
    settings = deployed()
    start_logs(settings)
    loop.run(_worker(settings, chosen))


async def _worker(settings: Settings, roles: frozenset[Role]) -> None:
    async with (
        housed(settings, SystemClock(settings.ratiba_clock_offset_file)) as house,
        working(house.engine, roles),
    ):
        await asked_to_stop()


async def asked_to_stop() -> None:
    """Wait for SIGTERM or SIGINT."""
    asked = asyncio.Event()
    for one in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(one, asked.set)
    await asked.wait()
