"""One real process of the product: started, killed, frozen, thawed; its log kept."""

import asyncio
import signal
import sys
from asyncio.subprocess import Process as Child
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

STARTED = ("api.started", "worker.started")
START_S = 60.0
STOP_S = 30.0
LOOK_S = 0.05


@dataclass
class Process:
    """`ratiba api` or `ratiba worker`, as a deployment runs it.

    Attributes:
        arguments: of `ratiba`.
        environment: all of it: nothing of the caller's leaks in.
        log: where both its streams go, appended over restarts.
    """

    arguments: tuple[str, ...]
    environment: Mapping[str, str]
    log: Path
    child: Child | None = None

    async def start(self) -> None:
        """Start it and wait until it says so."""
        known = self._started()
        with self.log.open("ab") as log:
            self.child = await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                "ratiba",
                *self.arguments,
                env=dict(self.environment),
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        async with asyncio.timeout(START_S):
            while self._started() == known:
                assert self.child.returncode is None, self.log.read_text("utf-8")[-2000:]
                await asyncio.sleep(LOOK_S)

    async def kill(self) -> None:
        """SIGKILL: it has no time for anything."""
        await self._end(signal.SIGKILL)

    async def stop(self) -> int:
        """SIGTERM, as a deployment does; returns the exit status."""
        return await self._end(signal.SIGTERM)

    def freeze(self) -> None:
        """SIGSTOP: it stands still with its connections and claims."""
        self._signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Go on as if nothing had been."""
        self._signal(signal.SIGCONT)

    @property
    def alive(self) -> bool:
        return self.child is not None and self.child.returncode is None

    async def _end(self, how: signal.Signals) -> int:
        assert self.child is not None
        self._signal(how)
        self._signal(signal.SIGCONT)
        async with asyncio.timeout(STOP_S):
            return await self.child.wait()

    def _signal(self, how: signal.Signals) -> None:
        if self.child is not None and self.child.returncode is None:
            self.child.send_signal(how)

    def _started(self) -> int:
        if not self.log.exists():
            return 0
        text = self.log.read_text("utf-8", errors="replace")
        return sum(text.count(word) for word in STARTED)
