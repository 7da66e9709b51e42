"""The two clocks: what an hour may mean on each."""

from engine.nlu.when.pieces import Clock, Face, Reading, Strength
from engine.nlu.words.clock import HALF_DAY

DAY = 24 * 60
NOON = 12 * 60
_FIRST_LIGHT = 7 * 60
_FIRST_USUAL = 10
"""From ten to half past twelve, an hour with minutes is meant as it is written."""


def fixed(minute: int) -> Clock:
    """A time that has one reading."""
    return Clock((Reading(minute % DAY, Face.WEST),))


def west(hour: int, minute: int, strength: Strength, *, exact: bool = False) -> Clock:
    """An hour of the Western clock, morning or evening left open where it is.

    Args:
        hour: 0 to 24.
        minute: 0 to 59.
        strength: how surely it is a time.
        exact: written with minutes, or with a leading zero as timetables do.
    """
    if hour == 0 or hour > HALF_DAY:
        return Clock((Reading((hour * 60 + minute) % DAY, Face.WEST),), strength)
    readings = _twice(hour * 60 + minute, Face.WEST)
    usual = readings[0] if exact and hour >= _FIRST_USUAL else None
    return Clock(readings, strength, usual, hour, minute, turns=strength is not Strength.AT)


def swahili(hour: int, minute: int) -> Clock:
    """An hour of the Swahili clock: saa moja is seven, morning or evening left open."""
    return Clock(_twice(((hour + 6) * 60 + minute) % NOON, Face.SWAHILI), hour=hour, minute=minute)


def either(hour: int, minute: int) -> Clock:
    """Digits that may be on either clock: saa 9."""
    if hour == 0 or hour > HALF_DAY:
        return west(hour, minute, Strength.SURE)
    there = west(hour, minute, Strength.SURE).readings
    here = swahili(hour, minute).readings
    return Clock((*here, *(r for r in there if r.minute not in {h.minute for h in here})))


def of_half(clock: Clock, *, afternoon: bool) -> Clock:
    """The same time with am or pm said."""
    half = (NOON, DAY) if afternoon else (0, NOON)
    kept = tuple(r for r in clock.readings if half[0] <= r.minute < half[1])
    return Clock(kept or clock.readings)


def _twice(minute: int, face: Face) -> tuple[Reading, ...]:
    """Before and after noon, the one by daylight first."""
    pair = (Reading(minute % NOON, face), Reading(minute % NOON + NOON, face))
    return pair if pair[0].minute >= _FIRST_LIGHT else pair[::-1]
