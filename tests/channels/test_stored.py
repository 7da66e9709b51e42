"""From Meta's POST to the inbox's row, over real HTTP into real Postgres."""

import asyncio
import hashlib
import hmac
import json
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from time import perf_counter
from typing import Any

import httpx2
import psycopg
import pytest

from channels.app import create_app
from engine.runtime.ingress import Inbox, Ingress
from engine.store.bell import Bell
from engine.store.database import Database
from engine.store.tenants import Tenants
from sandbox.serving import running
from tests.channels.fakes import ACCOUNT, SECRET, House
from tests.stores import PATIENCE_S
from tests.web import Web

TEXT = json.loads((Path(__file__).parent / "whatsapp" / "payloads" / "text.json").read_text())
Sql = psycopg.Connection[tuple[Any, ...]]


def message(number: int, account: str = ACCOUNT) -> bytes:
    body = json.dumps(TEXT["body"]).replace(ACCOUNT, account)
    return body.replace("wamid.A1", f"wamid.{number}").encode()


async def post(web: httpx2.AsyncClient, body: bytes, secret: bytes = SECRET) -> int:
    signed = "sha256=" + hmac.new(secret, body, hashlib.sha256).hexdigest()
    headers = {"x-hub-signature-256": signed}
    return (await web.post("/webhooks/whatsapp", content=body, headers=headers)).status_code


def house_on(database: Database) -> House:
    house = House()
    bell = Bell(database, listens=False)
    inbox = Inbox(database, bell, house.clock)
    ingress = Ingress(database, Tenants(database), inbox)
    house.services = replace(house.services, ingress=ingress)
    return house


@pytest.fixture
async def web(channels_url: str, sql: Sql) -> AsyncIterator[Web]:
    async with (
        Database(channels_url, size=8, wait_s=PATIENCE_S) as database,
        running(create_app(house_on(database).services)) as base_url,
        Web(base_url) as web,
    ):
        yield web


def rows(sql: Sql) -> list[tuple[Any, ...]]:
    query = "SELECT provider_id, customer_id, state FROM tenant_kinyozi.inbox ORDER BY seq"
    return sql.execute(query).fetchall()


async def test_a_message_is_a_row_before_it_is_acknowledged(web: Web, sql: Sql) -> None:
    assert await post(web, message(1)) == 200
    assert rows(sql) == [("wamid.1", "+254712345678", "new")]


async def test_a_bad_signature_leaves_no_row(web: Web, sql: Sql) -> None:
    assert await post(web, message(1), b"another secret") == 403
    assert rows(sql) == []


async def test_the_same_message_a_hundred_times_at_once_is_one_row(web: Web, sql: Sql) -> None:
    told = await asyncio.gather(*(post(web, message(1)) for _ in range(100)))
    assert set(told) == {200}
    assert len(rows(sql)) == 1


async def test_a_number_of_no_tenant_leaves_no_row(web: Web, sql: Sql) -> None:
    assert await post(web, message(1, "999000000009999")) == 200
    assert rows(sql) == []


async def test_half_of_a_surrogate_pair_and_nul_are_storable(web: Web, sql: Sql) -> None:
    body = message(1).replace(b"haircut", rb"hair\u0000\ud83dcut")
    assert await post(web, body) == 200
    (stored,) = sql.execute("SELECT body::text FROM tenant_kinyozi.inbox").fetchall()
    assert "hair\ufffdcut" in stored[0]


async def test_a_database_that_is_not_there_means_503_within_two_seconds() -> None:
    async with (
        Database("postgresql://nobody@127.0.0.1:9/nothing", size=2, wait_s=1.5) as database,
        running(create_app(house_on(database).services)) as base_url,
        Web(base_url) as web,
    ):
        started = perf_counter()
        assert await post(web, message(1)) == 503
        assert perf_counter() - started < 2
