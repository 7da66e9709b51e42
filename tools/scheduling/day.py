"""A local day as a grid of starts, measured in real minutes from its midnight."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from tools.catalog.model import Span

MINUTES = 1440


@dataclass(frozen=True, slots=True, eq=False)
class Day:
    """One day in one zone.

    Attributes:
        midnight: its first minute, counted in UTC from the epoch.
        labels: what the clock on the wall shows at each start, in minutes; no start lies in
            an hour that a change of the clocks leaves out.
        starts: the same starts in real minutes after midnight.
        plain: the clocks do not change on this day.
    """

    date: date
    zone: str
    midnight: int
    labels: tuple[int, ...]
    starts: tuple[int, ...]
    plain: bool

    @property
    def end(self) -> int:
        """The first minute of the next day, as `midnight` is counted."""
        return self.midnight + self.real(MINUTES)

    def real(self, minute: int) -> int:
        """Give the real minutes from midnight until the wall shows `minute` (1440: its end)."""
        if self.plain:
            return minute
        return _epoch_minute(self.date, minute, ZoneInfo(self.zone)) - self.midnight

    def spans(self, local: tuple[Span, ...]) -> tuple[Span, ...]:
        """Turn spans of the wall clock into real minutes."""
        return tuple((self.real(first), self.real(last)) for first, last in local)


@lru_cache(maxsize=4096)
def local_day(day: date, zone: str, interval: int) -> Day:
    """Lay the grid over a day: a start every `interval` minutes, counted from midnight."""
    place = ZoneInfo(zone)
    midnight = _epoch_minute(day, 0, place)
    labels = tuple(m for m in range(0, MINUTES, interval) if _exists(_wall(day, m, place)))
    starts = tuple(_epoch_minute(day, minute, place) - midnight for minute in labels)
    hours = range(0, MINUTES + 1, 60)
    plain = all(_epoch_minute(day, hour, place) - midnight == hour for hour in hours)
    return Day(day, zone, midnight, labels, starts, plain)


def epoch_minute(at: datetime) -> int:
    """Count whole minutes from the epoch; seconds are cut off."""
    return int(at.timestamp() // 60)


def ceil_minute(at: datetime) -> int:
    """Count minutes from the epoch, a begun one as a whole."""
    return -int(-at.timestamp() // 60)


def instant(minute: int) -> datetime:
    """Give the UTC instant of an epoch minute."""
    return datetime.fromtimestamp(minute * 60, UTC)


def local_instant(value: str, zone: str) -> datetime:
    """Give the UTC instant of an ISO local minute such as `2026-06-01T15:00`."""
    return datetime.fromisoformat(value).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def local_date(at: datetime, zone: str) -> date:
    """Give the date on the wall of a zone."""
    return at.astimezone(ZoneInfo(zone)).date()


def _wall(day: date, minute: int, zone: ZoneInfo) -> datetime:
    extra, rest = divmod(minute, MINUTES)
    on = day + timedelta(days=extra)
    return datetime(on.year, on.month, on.day, rest // 60, rest % 60, tzinfo=zone)


def _epoch_minute(day: date, minute: int, zone: ZoneInfo) -> int:
    return epoch_minute(_wall(day, minute, zone))


def _exists(wall: datetime) -> bool:
    """Tell whether clocks ever show this; compared as the wall shows it, both in one zone."""
    return wall.astimezone(UTC).astimezone(wall.tzinfo).replace(fold=0) == wall
