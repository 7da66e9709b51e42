"""Which readings of an hour agree with the part of the day that was said."""

from typing import NamedTuple

from engine.nlu.when.face import DAY, either
from engine.nlu.when.pieces import Clock, Face, Reading
from engine.nlu.words.clock import Part


class Fit(NamedTuple):
    """The readings that are left.

    Attributes:
        sure: the first is meant for certain.
        clash: none agrees with the part of the day: which of the two is meant is to be asked,
            whatever opening hours say.
    """

    left: tuple[Reading, ...]
    sure: bool
    clash: bool = False


def readings(clock: Clock, part: Part | None) -> Fit:
    """The readings of an hour beside a part of the day, or beside none."""
    if part is None:
        if clock.usual is not None:
            return Fit((clock.usual,), True)
        return Fit(clock.readings, len(clock.readings) == 1)
    turned = either(clock.hour, clock.minute) if clock.turns and part.swahili else clock
    return _fitting(turned.readings, part)


def _fitting(options: tuple[Reading, ...], part: Part) -> Fit:
    core = tuple(r for r in options if within(r.minute, part.core))
    soft = tuple(r for r in options if within(r.minute, part.soft))
    if not soft:
        return Fit(options, sure=False, clash=True)
    if len(core) != 1:
        return Fit(core, sure=False) if core else _at_the_edge(options, soft)
    rivals = tuple(r for r in soft if r.face is Face.SWAHILI and r not in core)
    if core[0].face is Face.WEST and rivals:
        return Fit((*core, *rivals), sure=False)
    return Fit(core, sure=True)


def _at_the_edge(options: tuple[Reading, ...], soft: tuple[Reading, ...]) -> Fit:
    """Only at the soft edge of the part: it tells morning from evening, but not the two clocks."""
    if len({reading.face for reading in options}) > 1:
        return Fit(options, sure=False, clash=True)
    return Fit(soft, sure=len(soft) == 1)


def within(minute: int, window: tuple[int, int]) -> bool:
    """Whether a time of day lies in a window that may reach past midnight."""
    start, end = window
    return start <= minute < end or start <= minute + DAY < end
