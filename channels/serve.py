"""Serves the web app until the process is asked to stop, and stops without dropping a request."""

import asyncio
import signal
import socket
from collections.abc import Callable
from types import FrameType

import uvicorn
from fastapi import FastAPI

from channels.ports import Drain

KEEP_ALIVE_S = 30
FINISH_S = 10
"""Requests under way get this long once the process leaves."""


async def serve(
    app: FastAPI,
    listener: socket.socket,
    drain: Drain,
    *,
    grace_s: float = 0.0,
    listening: Callable[[], None] = lambda: None,
) -> None:
    """Serve until SIGTERM or SIGINT.

    The first signal begins the drain: `/readyz` turns 503, and for `grace_s` requests are still
    taken, so that a balancer can look away. Then the listener closes, what is under way is
    finished, and this returns. A second signal cuts the grace short.

    Args:
        app: as `create_app` made it.
        listener: bound and listening; closed at the end.
        drain: the one of the app's services.
        grace_s: seconds; 0 on one's own machine.
        listening: called once requests are taken.
    """
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        lifespan="on",
        timeout_keep_alive=KEEP_ALIVE_S,
        timeout_graceful_shutdown=FINISH_S,
    )
    server = _Draining(config, drain, grace_s, listening)
    await server.serve(sockets=[listener])


class _Draining(uvicorn.Server):
    def __init__(
        self, config: uvicorn.Config, drain: Drain, grace_s: float, listening: Callable[[], None]
    ) -> None:
        super().__init__(config)
        self._drain = drain
        self._grace_s = grace_s
        self._listening = listening
        self._leaves_at: float | None = None

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._listening()

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        # Not kept for uvicorn to raise again at the end: having stopped as asked is no failure.
        if not self._drain.begun:
            self._drain.begin()
        elif self.should_exit and sig == signal.SIGINT:
            self.force_exit = True
        else:
            self.should_exit = True

    async def on_tick(self, counter: int) -> bool:
        if self._drain.begun:
            now = asyncio.get_running_loop().time()
            self._leaves_at = self._leaves_at or now + self._grace_s
            self.should_exit = self.should_exit or now >= self._leaves_at
        return await super().on_tick(counter)
