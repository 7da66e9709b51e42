from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from engine.clock import FixedClock, SystemClock
from engine.errors import ConfigError
from engine.ids import new_ulid

NOON = datetime(2026, 6, 1, 12, 0, tzinfo=timezone(timedelta(hours=3)))


def test_a_fixed_clock_stands_until_it_is_advanced() -> None:
    clock = FixedClock(NOON)
    assert clock.now() == clock.now() == NOON
    assert clock.now().tzinfo is UTC
    clock.advance(timedelta(minutes=8))
    assert clock.now() == NOON + timedelta(minutes=8)


def test_an_instant_needs_a_zone() -> None:
    with pytest.raises(ConfigError, match="has no zone"):
        FixedClock(NOON.replace(tzinfo=None))


def test_the_systems_clock_is_moved_by_a_file_whenever_it_changes(tmp_path: Path) -> None:
    file, plain = tmp_path / "offset", SystemClock()
    clock = SystemClock(file)
    for text, seconds in (("", 0), ("3600", 3600), ("-60.5\n", -60.5), ("0", 0)):
        file.write_text(text)
        moved = clock.now() - plain.now()
        assert abs(moved.total_seconds() - seconds) < 1
    file.unlink()
    assert clock.now().tzinfo is UTC
    assert abs((clock.now() - plain.now()).total_seconds()) < 1


@pytest.mark.parametrize("text", ["soon", "1h", "inf", "nan"])
def test_an_offset_that_is_none_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "offset"
    file.write_text(text)
    with pytest.raises(ConfigError, match="must hold a number of seconds"):
        SystemClock(file).now()


def test_ids_are_ordered_by_the_clock_and_never_equal() -> None:
    clock = FixedClock(NOON)
    first = {new_ulid(clock) for _ in range(1000)}
    clock.advance(timedelta(milliseconds=1))
    later = new_ulid(clock)
    assert len(first) == 1000
    assert all(len(ulid) == 26 and ulid < later for ulid in first)
