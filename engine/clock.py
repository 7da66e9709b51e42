"""The one place that reads the wall clock; everybody else is given a `Clock`."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Protocol

from engine.errors import ConfigError


class Clock(Protocol):
    """Source of the current instant."""

    def now(self) -> datetime:
        """Return the instant, aware and in UTC."""
        ...


class SystemClock:
    """The machine's clock, moved by the seconds that `offset_file` holds.

    The file is for rehearsals (`RATIBA_CLOCK_OFFSET_FILE`, dev only): it moves every process at
    once, is read anew on each use, and counts as 0 while it does not exist or is empty.
    """

    def __init__(self, offset_file: Path | None = None) -> None:
        self._offset_file = offset_file

    def now(self) -> datetime:
        """Return the instant, aware and in UTC.

        Raises:
            ConfigError: the offset file holds something else than seconds.
        """
        instant = datetime.now(UTC)  # noqa: TID251 - this is the place
        return instant if self._offset_file is None else instant + _offset(self._offset_file)


def _offset(path: Path) -> timedelta:
    try:
        text = path.read_text(encoding="utf-8").strip()
        return timedelta(seconds=float(text or "0"))
    except FileNotFoundError:
        return timedelta()
    except (ValueError, OverflowError) as error:
        raise ConfigError(
            "clock.offset",
            f"{path} must hold a number of seconds, such as 3600 or -60. Write one, or remove it.",
            path=str(path),
        ) from error


class FixedClock:
    """A clock that stands until it is advanced: for tests, scripts and replays."""

    def __init__(self, at: datetime) -> None:
        if at.tzinfo is None:
            raise ConfigError("clock.naive", f"{at} has no zone. Give an aware instant.")
        self._at = at.astimezone(UTC)

    def now(self) -> datetime:
        """Return the instant the clock stands at, in UTC."""
        return self._at

    def advance(self, by: timedelta) -> None:
        """Move the clock on."""
        self._at += by
