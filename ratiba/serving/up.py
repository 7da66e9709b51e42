"""Everything on one's own machine: stores, API, worker, and sandboxes if nothing else is set."""

import secrets
import socket
from collections.abc import Iterator
from contextlib import AsyncExitStack, contextmanager

from channels.app import create_app
from channels.ports import Drain
from channels.serve import serve
from engine.clock import SystemClock
from engine.errors import InputError
from engine.settings import Settings
from ratiba import loop
from ratiba.keeping.pilot import have_pilot
from ratiba.keeping.schema import bring_up
from ratiba.logs import start_logs
from ratiba.presence import present
from ratiba.sandboxes import sandboxes
from ratiba.serving.api import address, listening
from ratiba.serving.crew import working
from ratiba.serving.hello import hello
from ratiba.surroundings import own_machine
from ratiba.terminal.faults import GOOD
from ratiba.terminal.progress import Progress
from ratiba.wiring import housed, services

HOST = "127.0.0.1"
SANDBOX_PORTS = (8021, 8022)
NEXT_PORTS = 20
"""How far a free port is looked for."""


def run(*, port: int) -> int:
    """Run until Ctrl-C.

    Raises:
        RatibaError: a store cannot be had, or a demo is at work on the database.
    """
    with Progress() as progress, own_machine(progress) as settings, _near(port) as listener:
        start_logs(settings)
        bring_up(settings.database_url, progress)
        if settings.dev:
            have_pilot(settings, progress, only_if_empty=True)
        progress.done()
        with present(settings.database_url):
            loop.run(_up(settings, listener))
    return GOOD


@contextmanager
def _near(port: int) -> Iterator[socket.socket]:
    """The port, or the next free one."""
    for candidate in range(port, port + NEXT_PORTS):
        try:
            with listening(HOST, candidate) as listener:
                yield listener
                return
        except InputError:
            if candidate == port + NEXT_PORTS - 1:
                raise


async def _up(settings: Settings, listener: socket.socket) -> None:
    clock = SystemClock(settings.ratiba_clock_offset_file)
    async with AsyncExitStack() as stack:
        at = None
        if settings.dev and not settings.whatsapp_app_secret:
            ports = _free(SANDBOX_PORTS[0]), _free(SANDBOX_PORTS[1])
            at = await stack.enter_async_context(sandboxes(clock, secrets.token_hex(), ports))
            settings = at.over(settings, address(listener))
        house = await stack.enter_async_context(housed(settings, clock))
        tenants = await house.engine.core.tenants.every()
        for tenant in reversed(tenants):
            if at is not None:
                at.admit(tenant.name, await house.engine.core.credentials.of(tenant.slug))
        await stack.enter_async_context(working(house.engine))
        drain = Drain()
        app = create_app(services(house, drain))
        url = address(listener)
        await serve(app, listener, drain, listening=lambda: hello(url, settings, tenants, at))


def _free(port: int) -> int:
    """The port, or 0 (any) where it is taken."""
    try:
        with listening(HOST, port):
            return port
    except InputError:
        return 0
