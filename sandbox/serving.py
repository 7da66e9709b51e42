"""Runs an app on a loopback port of its own, inside the caller's event loop."""

import asyncio
import signal
import socket
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager

import uvicorn
from fastapi import FastAPI

LOOPBACK = "127.0.0.1"
FINISH_S = 1.0


class _Guest(uvicorn.Server):
    """A server that tells when it listens and leaves the process's signals to the process."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.listening = asyncio.Event()
        self.stopping = asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.listening.set()

    async def main_loop(self) -> None:
        """Sleep until told: the original looks ten times a second whether it is to end."""
        await self.on_tick(0)
        await self.stopping.wait()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End the app first, which lets go of requests that it holds; then no tenth is slept."""
        for server in self.servers:
            server.close()
        await self.lifespan.shutdown()
        for connection in list(self.server_state.connections):
            connection.shutdown()
        if under_way := set(self.server_state.tasks):
            _, late = await asyncio.wait(under_way, timeout=FINISH_S)
            for task in late:
                task.cancel()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


@asynccontextmanager
async def running(app: FastAPI, port: int = 0) -> AsyncIterator[str]:
    """Serve `app` while the block lasts; requests open at its end get a second more.

    Args:
        app: its lifespan is run.
        port: 0 takes a free one.

    Yields:
        The base URL, `http://127.0.0.1:<port>`.
    """
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        date_header=False,
        lifespan="on",
    )
    server = _Guest(config)
    with socket.create_server((LOOPBACK, port)) as listener:
        # Not a task group: that would wrap whatever the block raises.
        serving = asyncio.create_task(server.serve(sockets=[listener]))
        listening = asyncio.create_task(server.listening.wait())
        await asyncio.wait({serving, listening}, return_when=asyncio.FIRST_COMPLETED)
        try:
            if listening.done():
                yield f"http://{LOOPBACK}:{listener.getsockname()[1]}"
        finally:
            listening.cancel()
            server.stopping.set()
            await serving


async def stand(app: FastAPI, port: int, say: Callable[[str], None]) -> None:
    """Serve until SIGINT or SIGTERM, having said where."""
    asked = asyncio.Event()
    loop = asyncio.get_running_loop()
    for sign in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(sign, asked.set)
    async with running(app, port) as base_url:
        say(base_url)
        await asked.wait()
