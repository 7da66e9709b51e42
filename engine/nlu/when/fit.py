"""Which readings of an hour agree with the part of the day that was said."""

from engine.nlu.when.face import DAY, either
from engine.nlu.when.pieces import Clock, Face, Reading
from engine.nlu.words.clock import Part


def readings(clock: Clock, part: Part | None) -> tuple[tuple[Reading, ...], bool]:
    """The readings that are left, and whether the first is meant for certain."""
    if part is None:
        if clock.usual is not None:
            return (clock.usual,), True
        return clock.readings, len(clock.readings) == 1
    turned = either(clock.hour, clock.minute) if clock.turns and part.swahili else clock
    return _fitting(turned.readings, part)


def _fitting(options: tuple[Reading, ...], part: Part) -> tuple[tuple[Reading, ...], bool]:
    core = tuple(r for r in options if within(r.minute, part.core))
    soft = tuple(r for r in options if within(r.minute, part.soft))
    if not soft:
        return options, False
    if len(core) != 1:
        return (core, False) if core else (soft, len(soft) == 1)
    rivals = tuple(r for r in soft if r.face is Face.SWAHILI and r not in core)
    if core[0].face is Face.WEST and rivals:
        return (*core, *rivals), False
    return core, True


def within(minute: int, window: tuple[int, int]) -> bool:
    """Whether a time of day lies in a window that may reach past midnight."""
    start, end = window
    return start <= minute < end or start <= minute + DAY < end
