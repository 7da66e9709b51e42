"""`up`, `api`, `worker`: processes that are asked to stop, and stop."""

import asyncio
import json
import os
import signal
import sys
from asyncio.subprocess import Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx2
import psycopg
import pytest

from tests.web import Web

ROOT = Path(__file__).parents[2]
PATIENCE_S = 30
DEPLOYED = {
    "RATIBA_ENV": "prod",
    "RATIBA_SECRET_KEY": "a key of this test alone",
    "WHATSAPP_APP_SECRET": "shared with Meta",
}


@pytest.fixture
def environment(fresh_database_url: str, redis_url: str, tmp_path: Path) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return kept | {
        "PYTHONPATH": str(ROOT),
        "DATABASE_URL": fresh_database_url,
        "REDIS_URL": redis_url,
        "RATIBA_HOME": str(tmp_path / "home"),
    }


@asynccontextmanager
async def running(env: dict[str, str], *arguments: str) -> AsyncIterator[Process]:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "ratiba", *arguments, env=env,
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


async def leaves(process: Process, by: signal.Signals) -> tuple[int, str]:
    """Ask to stop; gives the exit code and stderr."""
    process.send_signal(by)
    _, err = await asyncio.wait_for(process.communicate(), PATIENCE_S)
    return process.returncode or 0, err.decode()


async def ready(url: str) -> None:
    async with Web(url) as web, asyncio.timeout(PATIENCE_S):
        while True:
            try:
                if (await web.get("/readyz")).status_code == 200:
                    return
            except httpx2.ConnectError:
                pass
            await asyncio.sleep(0.1)


async def said(process: Process, word: str) -> str:
    """Read stdout to the line that begins with a word; gives what follows it."""
    assert process.stdout is not None
    async with asyncio.timeout(PATIENCE_S):
        while line := (await process.stdout.readline()).decode():
            if line.startswith(word):
                return line.removeprefix(word).split()[0]
    raise AssertionError(word)


async def logged(process: Process, event: str) -> None:
    """Read stderr to an event."""
    assert process.stderr is not None
    async with asyncio.timeout(PATIENCE_S):
        while line := (await process.stderr.readline()).decode():
            if json.loads(line)["event"] == event:
                return
    raise AssertionError(event)


async def test_up_takes_a_message_over_the_wire_and_stops(environment: dict[str, str]) -> None:
    env = environment | {"RATIBA_ENV": "dev", "RATIBA_SECRET_KEY": "a key of this test alone"}
    async with running(env, "up", "--port", "18010") as process:
        api = await said(process, "API")
        graph = await said(process, "WhatsApp")
        assert await said(process, "businesses") == "spa_pilot"
        await ready(api)
        async with Web(graph) as web:
            says = {"account": "100000000000001", "phone": "254712000100", "text": "Hi"}
            assert (await web.post("/sandbox/customer", json=says)).json()["statuses"] == [200]
            (reply,) = (await web.get("/sandbox/messages", params={"wait": 10})).json()
        assert reply["text"].startswith("Hi, this is Ratiba Spa Pilot.")
        code, err = await leaves(process, signal.SIGINT)
    assert code == 0, err
    assert "Traceback" not in err


async def test_single_processes_serve_and_stop(
    environment: dict[str, str], unused_tcp_port: int
) -> None:
    env = environment | DEPLOYED
    async with (
        running(env, "api", "--port", str(unused_tcp_port)) as api,
        running(env, "worker", "--role", "turns,sender") as worker,
    ):
        await ready(f"http://127.0.0.1:{unused_tcp_port}")
        async with Web(f"http://127.0.0.1:{unused_tcp_port}") as web:
            assert (await web.post("/webhooks/whatsapp", content=b"{}")).status_code == 403
            assert (await web.get("/docs")).status_code == 404
        await logged(worker, "worker.started")
        assert (await leaves(worker, signal.SIGTERM))[0] == 0
        api.send_signal(signal.SIGINT)  # begins the grace for balancers; the next one ends it
        await asyncio.sleep(0.2)
        assert (await leaves(api, signal.SIGINT))[0] == 0


async def test_a_port_that_is_taken_is_named(
    environment: dict[str, str], unused_tcp_port: int
) -> None:
    server = await asyncio.start_server(lambda _r, _w: None, "127.0.0.1", unused_tcp_port)
    async with (
        server,
        running(environment | DEPLOYED, "api", "--port", str(unused_tcp_port)) as api,
    ):
        _, err = await asyncio.wait_for(api.communicate(), PATIENCE_S)
    assert api.returncode == 2
    assert f"127.0.0.1:{unused_tcp_port} cannot be had" in err.decode()


async def test_secrets_must_be_set_in_production(environment: dict[str, str]) -> None:
    async with running(environment | {"RATIBA_ENV": "prod"}, "worker") as worker:
        _, err = await asyncio.wait_for(worker.communicate(), PATIENCE_S)
    assert worker.returncode == 2
    assert "RATIBA_SECRET_KEY and WHATSAPP_APP_SECRET must be set" in err.decode()


async def test_ready_says_what_is_missing(
    environment: dict[str, str], fresh_database_url: str, unused_tcp_port: int
) -> None:
    env = environment | DEPLOYED
    async with running(env, "api", "--port", str(unused_tcp_port)):
        await ready(f"http://127.0.0.1:{unused_tcp_port}")
        with psycopg.connect(fresh_database_url) as session:
            session.execute("update public.alembic_version set version_num = '0000'")
        async with Web(f"http://127.0.0.1:{unused_tcp_port}") as web:
            answer = await web.get("/readyz")
    assert answer.status_code == 503
    assert answer.json()["parts"]["migrations"] == (
        "The schema is older than the code (public): ratiba migrate"
    )


async def test_a_migration_that_runs_ahead_takes_no_process_out_of_service(
    environment: dict[str, str], fresh_database_url: str, unused_tcp_port: int
) -> None:
    env = environment | DEPLOYED
    async with running(env, "api", "--port", str(unused_tcp_port)):
        await ready(f"http://127.0.0.1:{unused_tcp_port}")
        with psycopg.connect(fresh_database_url) as session:
            session.execute("update public.alembic_version set version_num = '9999'")
        async with Web(f"http://127.0.0.1:{unused_tcp_port}") as web:
            answer = await web.get("/readyz")
    assert answer.status_code == 200
    assert answer.json()["parts"]["migrations"].startswith(
        "ok: the schema is newer than the code (public)"
    )
