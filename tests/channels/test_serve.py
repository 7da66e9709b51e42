"""A process that is asked to stop tells so, finishes what it has, and exits with 0."""

import asyncio
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx2
import pytest

from tests.web import Web

ROOT = Path(__file__).parents[2]


@dataclass
class Served:
    process: asyncio.subprocess.Process
    web: httpx2.AsyncClient

    async def left(self) -> tuple[int, str]:
        out, _ = await asyncio.wait_for(self.process.communicate(), 10)
        return self.process.returncode or 0, out.decode().strip()


@asynccontextmanager
async def served(grace_s: float) -> AsyncIterator[Served]:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.channels.served", str(grace_s),
        cwd=ROOT, stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    try:
        assert process.stdout is not None
        port = int(await asyncio.wait_for(process.stdout.readline(), 20))
        base_url = f"http://127.0.0.1:{port}"
        async with Web(base_url) as web:
            yield Served(process, web)
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


async def test_a_request_under_way_is_finished() -> None:
    async with served(grace_s=0) as there:
        slow = asyncio.create_task(there.web.get("/slow"))
        await asyncio.sleep(0.2)
        there.process.send_signal(signal.SIGTERM)
        assert (await slow).json() == "done"
        assert await there.left() == (0, "left")


@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGINT])
async def test_during_the_grace_it_serves_but_is_not_ready(sign: signal.Signals) -> None:
    async with served(grace_s=30) as there:
        assert (await there.web.get("/readyz")).status_code == 200
        there.process.send_signal(sign)
        await asyncio.sleep(0.2)
        assert (await there.web.get("/readyz")).status_code == 503
        assert (await there.web.get("/healthz")).status_code == 200
        there.process.send_signal(sign)
        assert await there.left() == (0, "left")
