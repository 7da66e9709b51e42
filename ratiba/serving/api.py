"""The web app over a house, on a socket that is there already."""

import asyncio
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

from channels.app import create_app
from channels.ports import Drain
from channels.serve import serve
from engine.errors import InputError, RatibaError
from ratiba.wiring import House, services


@contextmanager
def listening(host: str, port: int) -> Iterator[socket.socket]:
    """Bind before anything else is done; 0 takes a free port.

    Raises:
        InputError: the port is taken, or the address is not this machine's.
    """
    try:
        listener = socket.create_server((host, port))
    except OSError as error:
        raise InputError(
            "api.port", f"{host}:{port} cannot be had ({error.strerror}). Try another --port."
        ) from error
    with listener:
        yield listener


def address(listener: socket.socket) -> str:
    """The base URL of a listener."""
    host, port = listener.getsockname()[:2]
    return f"http://{host}:{port}"


@asynccontextmanager
async def served(house: House, listener: socket.socket) -> AsyncIterator[None]:
    """Serve while the block lasts.

    Raises:
        RatibaError: a signal stopped it before the block was done.
    """
    drain, ready = Drain(), asyncio.Event()

    async def until_drained() -> None:
        await serve(create_app(services(house, drain)), listener, drain, listening=ready.set)
        if not done:
            raise RatibaError("stopped", "Stopped before the end.")

    done = False
    async with asyncio.TaskGroup() as group:
        task = group.create_task(until_drained())
        await ready.wait()
        try:
            yield
        finally:
            done = True
            drain.begin()
            await asyncio.wait({task})
