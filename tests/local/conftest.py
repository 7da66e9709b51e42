"""Stores of the launcher's tests: apart from those of the suite, and gone after each test."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from ratiba.local.paths import Places, find_places
from tests.local.support import down, folder

OURS = ("DATABASE_URL", "REDIS_URL", "RATIBA_REDIS", "RATIBA_RUN_DIR")


@pytest.fixture(scope="session")
def used_home() -> Iterator[Path]:
    """A home that the tests of a worker use one after the other: its data are made once."""
    with folder() as path:
        yield path / "home"


@pytest.fixture
def places(used_home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Places]:
    """Places with nothing running, in an environment that names no store; data may be there."""
    with _environment(used_home, monkeypatch) as found:
        yield found


@pytest.fixture
def new_places(monkeypatch: pytest.MonkeyPatch) -> Iterator[Places]:
    """Places where nothing is yet, for tests of the first start or that break things."""
    with folder() as path, _environment(path / "home", monkeypatch) as found:
        yield found


@contextmanager
def _environment(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Places]:
    for name in OURS:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("RATIBA_FSYNC", "off")
    monkeypatch.setenv("RATIBA_HOME", str(home))
    found = find_places()
    yield found
    monkeypatch.setenv("RATIBA_HOME", str(home))
    if found.run.exists() or found.neutral.exists():
        down("purge")
