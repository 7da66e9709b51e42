import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import redis

from engine.model.session import Session
from engine.model.tenant import Tenant
from engine.store.hot import ANSWER_S, NoHotState, RedisHotState
from engine.store.shape import session_from_json
from tests.engine.proxy import Deaf, Door

TENANT = Tenant(7, "spa_pilot", "Spa", "spa", "en", 1)
SESSION = Session("01J0", turns=3)
STATE, LOCK = "ratiba:{7:01J0}:state", "ratiba:{7:01J0}:lock"


@pytest.fixture
async def hot(redis_url: str) -> AsyncIterator[RedisHotState]:
    made = RedisHotState(redis_url)
    yield made
    await made.close()


@pytest.fixture
def plain(redis_url: str, redis_database: redis.Redis) -> redis.Redis:
    return redis_database


async def test_a_lock_is_held_by_one_and_freed_by_its_owner_only(
    hot: RedisHotState, plain: redis.Redis
) -> None:
    token = await hot.lock(TENANT, "01J0")
    assert plain.get(LOCK) == (token or "").encode()
    assert 29_000 < plain.pttl(LOCK) <= 30_000

    await hot.release(TENANT, "01J0", "somebody else's")
    await hot.release(TENANT, "01J0", None)
    assert plain.exists(LOCK)
    await hot.release(TENANT, "01J0", token)
    assert not plain.exists(LOCK)


async def test_the_next_one_waits_for_the_lock(hot: RedisHotState) -> None:
    first = await hot.lock(TENANT, "01J0")
    waiting = asyncio.create_task(hot.lock(TENANT, "01J0"))
    await asyncio.sleep(0.15)
    assert not waiting.done()
    await hot.release(TENANT, "01J0", first)
    second = await waiting
    assert second not in (None, first)


async def test_a_lock_that_is_never_freed_is_given_up(
    hot: RedisHotState, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.store.hot.LOCK_CEILING_S", 0.3)
    await hot.lock(TENANT, "01J0")
    assert await hot.lock(TENANT, "01J0") is None
    assert hot.alive


async def test_after_the_commit_the_state_is_written_and_the_lock_freed(
    hot: RedisHotState, plain: redis.Redis
) -> None:
    token = await hot.lock(TENANT, "01J0")
    await hot.settle(TENANT, SESSION, 4, token)
    stored = json.loads(plain.get(STATE) or b"")
    assert stored["version"] == 4
    assert session_from_json(json.dumps(stored["session"]), 1) == SESSION
    assert 86_300 < plain.ttl(STATE) <= 86_400
    assert not plain.exists(LOCK)


async def test_an_ended_threads_state_is_dropped(hot: RedisHotState, plain: redis.Redis) -> None:
    await hot.settle(TENANT, SESSION, 4, None)
    await hot.settle(TENANT, Session("01J0", ended="booked"), 5, None)
    assert not plain.exists(STATE)


async def test_a_flush_in_mid_turn_changes_nothing(hot: RedisHotState, plain: redis.Redis) -> None:
    token = await hot.lock(TENANT, "01J0")
    plain.flushdb()
    await hot.settle(TENANT, SESSION, 1, token)
    assert plain.exists(STATE)


async def test_a_redis_that_is_gone_is_asked_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.store.hot.CIRCUIT_S", 3600.0)
    socket = tmp_path / "redis.sock"
    hot = RedisHotState(f"unix://{socket}")
    assert await hot.lock(TENANT, "01J0") is None
    async with Deaf(socket) as came_later:
        for _ in range(50):
            assert await hot.lock(TENANT, "01J0") is None
            await hot.settle(TENANT, SESSION, 1, None)
        assert came_later.asked == 0
        assert not hot.alive
        assert not await hot.ping()
    await hot.close()


async def test_a_redis_that_hangs_is_waited_for_a_quarter_second_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.store.hot.CIRCUIT_S", 3600.0)
    socket = tmp_path / "redis.sock"
    async with Deaf(socket) as deaf:
        hot = RedisHotState(f"unix://{socket}")
        for _ in range(10):
            assert await hot.lock(TENANT, "01J0") is None
        assert deaf.asked == 1
        await hot.close()
    assert ANSWER_S == 0.25, "a customer waits for it"


async def test_a_redis_that_stops_in_mid_turn_and_comes_back(
    redis_url: str, plain: redis.Redis, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.store.hot.CIRCUIT_S", 0.05)
    async with Door(redis_url, tmp_path / "redis.sock") as door:
        hot = RedisHotState(door.url)
        token = await hot.lock(TENANT, "01J0")
        assert token is not None
        await door.shut()
        await hot.settle(TENANT, SESSION, 1, token)
        assert await hot.lock(TENANT, "other") is None
        await asyncio.sleep(0.06)
        assert not await hot.ping()

        await door.open()
        await asyncio.sleep(0.06)
        assert await hot.ping()
        await hot.settle(TENANT, SESSION, 1, token)
        assert plain.exists(STATE)
        assert not plain.exists(LOCK)
        await hot.close()


async def test_without_redis_everything_is_answered() -> None:
    none = NoHotState()
    assert await none.lock(TENANT, "t") is None
    await none.settle(TENANT, SESSION, 1, None)
    await none.release(TENANT, "t", None)
    await none.close()
