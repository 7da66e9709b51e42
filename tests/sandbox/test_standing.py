"""Every stand-in runs as a process of its own."""

import asyncio
import signal
import sys
from pathlib import Path

import pytest

from tests.web import Web

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("module", "path"),
    [
        ("sandbox.graph", "/sandbox/messages"),
        ("sandbox.daraja", "/sandbox/prompts"),
        ("sandbox.models", "/sandbox/asked"),
    ],
)
async def test_it_says_where_it_stands_and_leaves_when_asked(module: str, path: str) -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", module, "--port", "0", cwd=ROOT, stdout=asyncio.subprocess.PIPE
    )
    try:
        assert process.stdout is not None
        line = await asyncio.wait_for(process.stdout.readline(), 20)
        async with Web(line.decode().strip()) as web:
            assert (await web.get(path)).json() == []
        process.send_signal(signal.SIGTERM)
        assert await asyncio.wait_for(process.wait(), 10) == 0
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
