"""Fixtures of every test: real Postgres and real Redis, each worker with its own."""

import os
from collections.abc import Iterator
from typing import Any

import pytest
import redis
import structlog

from ratiba.local import Stores, stores
from ratiba.local.paths import find_places
from tests.stores import (
    Suite,
    copied_database,
    open_suite,
    own_redis_database,
    with_database,
    with_redis_database,
)

# Before anything starts a store: tests may lose their data in a power cut.
os.environ.setdefault("RATIBA_FSYNC", "off")
# A key of whoever runs the tests must not cost money, nor decide what they find.
for _key in ("OPENAI_API_KEY", "ANTHROPIC_API_KEY"):
    os.environ.pop(_key, None)


@pytest.fixture(autouse=True)
def loggers_of_one_test(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What a test sets up for logs ends with it: no logger keeps a stream that was closed."""
    configure = structlog.configure

    def configured(**options: Any) -> None:
        configure(**{**options, "cache_logger_on_first_use": False})

    monkeypatch.setattr(structlog, "configure", configured)
    yield
    structlog.reset_defaults()


@pytest.fixture(scope="session")
def given_stores() -> Iterator[Stores]:
    """Both stores, as DATABASE_URL and REDIS_URL give them or embedded."""
    with stores() as given:
        yield given


@pytest.fixture(scope="session")
def suite(given_stores: Stores, testrun_uid: str) -> Iterator[Suite]:
    """This run's template database, migrated to the newest schema."""
    url = given_stores.database_url
    server_url = url if "DATABASE_URL" in os.environ else with_database(url, "postgres")
    with open_suite(server_url, testrun_uid) as opened:
        yield opened


@pytest.fixture(scope="session")
def database_url(suite: Suite, worker_id: str) -> Iterator[str]:
    """URL of a migrated database that this worker's tests share: each leaves it as it was."""
    with copied_database(suite, worker_id) as url:
        yield url


@pytest.fixture
def fresh_database_url(suite: Suite, worker_id: str) -> Iterator[str]:
    """URL of a migrated database for one test (50 ms): for schemas, roles and broken states."""
    with copied_database(suite, f"{worker_id}_fresh") as url:
        yield url


@pytest.fixture(scope="session")
def redis_database(given_stores: Stores) -> Iterator[redis.Redis]:
    """A client of a Redis database that this worker holds alone."""
    if given_stores.redis_url is None:
        pytest.skip("RATIBA_REDIS=off")
    with own_redis_database(find_places().home) as number:
        client = redis.from_url(with_redis_database(given_stores.redis_url, number))
        with client:
            yield client


@pytest.fixture
def redis_url(given_stores: Stores, redis_database: redis.Redis) -> str:
    """URL of this worker's Redis database, emptied."""
    redis_database.flushdb()
    number = redis_database.connection_pool.connection_kwargs["db"]
    return with_redis_database(given_stores.redis_url or "", number)
