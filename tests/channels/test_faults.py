"""Faults of callers and of ours have one shape, and tell nothing of the inside."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from dataclasses import replace

import pytest
from structlog.testing import capture_logs

from channels.app import create_app
from engine.model.message import DeliveryStatus, Inbound
from engine.runtime.ingress import Receipt
from sandbox.serving import running
from tests.channels.fakes import House
from tests.channels.test_app import PATH, body, post
from tests.web import Web


class Broken:
    async def store(self, _pieces: Sequence[Inbound | DeliveryStatus]) -> Receipt:
        raise ZeroDivisionError("a secret of the inside")


@pytest.fixture
async def web() -> AsyncIterator[Web]:
    services = replace(House().services, ingress=Broken())
    async with running(create_app(services)) as base_url, Web(base_url) as web:
        yield web


async def test_a_fault_of_ours_is_500_logged_and_not_told(web: Web) -> None:
    with capture_logs() as logs:
        answer = await post(web, body())
    assert answer.status_code == 500
    assert set(answer.json()) == {"error", "remedy"}
    assert "secret" not in answer.text
    assert [line["path"] for line in logs if line["event"] == "http.fault"] == [PATH]


async def test_a_parameter_beyond_reason_is_named(web: Web) -> None:
    answer = await web.get(PATH, params={"hub.challenge": "9" * 300})
    assert answer.status_code == 422
    assert "query.hub.challenge" in answer.json()["error"]


async def test_a_body_that_trickles_is_given_up(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("channels.body.READ_S", 0.1)
    reader, writer = await asyncio.open_connection(web.base_url.host, web.base_url.port)
    writer.write(f"POST {PATH} HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n{{".encode())
    answer = await asyncio.wait_for(reader.readuntil(b"}"), 2)
    writer.close()
    assert answer.startswith(b"HTTP/1.1 408 ")
