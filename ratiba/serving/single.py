"""Single processes for a deployment: the API, a worker."""

import asyncio
import signal
from functools import partial

import structlog

from channels.app import create_app
from channels.ports import Drain
from channels.serve import serve
from engine.clock import SystemClock
from engine.settings import Settings
from ratiba import loop
from ratiba.logs import start_logs
from ratiba.serving.api import address, listening
from ratiba.serving.crew import Role, read_roles, working
from ratiba.surroundings import deployed
from ratiba.wiring import housed, services

log = structlog.get_logger("process")
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
            url = address(listener)
            started = partial(log.info, "api.started", address=url)
            await serve(app, listener, drain, grace_s=grace, listening=started)
    log.info("api.stopped")


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
        asked = _asked_to_stop()
        log.info("worker.started", roles=sorted(roles))
        await asked.wait()
    log.info("worker.stopped")


def _asked_to_stop() -> asyncio.Event:
    """Is set by SIGTERM or SIGINT."""
    asked = asyncio.Event()
    for one in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(one, asked.set)
    return asked
