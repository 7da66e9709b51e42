"""The few things a template may do to a value: each gives a value again."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from types import MappingProxyType

from engine.model.value import Value
from engine.render import kinds
from engine.render.shown import Shown, Unshowable

_MINUTE, _HOUR = 60, 3600


def money(shown: Shown) -> Shown:
    """A number as an amount of shillings."""
    return Shown(Value("money", _of(shown).value.value), shown.style)


def duration(shown: Shown) -> Shown:
    """Minutes as "1 hour and 30 minutes"."""
    return _lasting(shown, _MINUTE)


def hours(shown: Shown) -> Shown:
    """A number of hours as "1 hour", "2 days"."""
    return _lasting(shown, _HOUR)


def exact(shown: Shown) -> Shown:
    """A time with its full date."""
    at = _moment(shown)
    if not isinstance(at, datetime):
        return shown
    return _words(shown, shown.style.tongue.exact(at, spoken=shown.style.spoken))


def day(shown: Shown) -> Shown:
    """Only the day of a time."""
    at = _moment(shown)
    on = at.date() if isinstance(at, datetime) else at
    return Shown(Value("opening", on.isoformat()), shown.style)


def clock(shown: Shown) -> Shown:
    """Only the time of day."""
    at = _moment(shown)
    hour = at.time() if isinstance(at, datetime) else time.min
    return _words(shown, shown.style.tongue.clock(hour, spoken=shown.style.spoken))


def on(shown: Shown) -> Shown:
    """A day or time as the part of a sentence that says when: "on Friday", "tomorrow"."""
    return _words(shown, shown.style.tongue.on(str(_of(shown))))


def capital(shown: Shown) -> Shown:
    """The first letter large, for the start of a sentence."""
    words = str(_of(shown))
    return _words(shown, words[:1].upper() + words[1:])


FILTERS: Mapping[str, Callable[[Shown], Shown]] = MappingProxyType(
    {made.__name__: made for made in (money, duration, hours, exact, day, clock, on, capital)}
)
"""By the name that templates use."""

PARTIAL = frozenset({day.__name__, clock.__name__})
"""Filters that show only a part: what they print is not shown whole."""


def _lasting(shown: Shown, seconds: int) -> Shown:
    count = _of(shown).value.value
    if isinstance(count, bool) or not isinstance(count, int):
        raise Unshowable("shows something as a duration that is no whole number")
    return _words(shown, shown.style.tongue.span(count * seconds, spoken=shown.style.spoken))


def _of(shown: object) -> Shown:
    if not isinstance(shown, Shown):
        raise Unshowable("uses a filter on something that is not there")
    return shown


def _moment(shown: object) -> datetime | date:
    at = kinds.moment(_of(shown).value)
    if at is None:
        raise Unshowable("shows something as a time that is none")
    return at


def _words(shown: Shown, words: str) -> Shown:
    return Shown(shown.value, shown.style, words)
