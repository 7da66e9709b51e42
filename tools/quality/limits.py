"""What share of turns may be misheard before somebody is told, and what a count comes to."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from engine.model.value import Scalar

SOFT, HARD, LEAST = "misheard_soft_percent", "misheard_hard_percent", "misheard_least_turns"
"""Settings of a business."""
FEWEST = 3
"""Misheard turns below which nobody is told: one or two may be chance in any number of turns."""
OVER = 0.5
"""Part of a limit below which it counts as over: a share around the limit tells once."""
PERCENT = 100


class Level(StrEnum):
    """How it stands."""

    GOOD = "good"
    SOFT = "soft"
    HARD = "hard"

    def above(self, other: "Level") -> bool:
        """Whether this one is worse."""
        order = list(Level)
        return order.index(self) > order.index(other)


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of one business (seeds/002, the failure budget).

    Attributes:
        soft, hard: percent of the turns of 24 hours; more than that is told.
        least: turns in 24 hours below which a share says nothing.
    """

    soft: float = 2.0
    hard: float = 5.0
    least: int = 50


USUAL = Limits()


@dataclass(frozen=True, slots=True)
class Count:
    """Turns whose words were acted upon in 24 hours, and how many of them were misheard."""

    turns: int
    misheard: int

    @property
    def percent(self) -> float:
        """Misheard of a hundred."""
        return PERCENT * self.misheard / self.turns if self.turns else 0.0


def limits(given: Mapping[str, Scalar]) -> Limits:
    """The limits that a business has set, or the usual ones."""
    return Limits(
        _number(given.get(SOFT), USUAL.soft),
        _number(given.get(HARD), USUAL.hard),
        int(_number(given.get(LEAST), USUAL.least)),
    )


def level(count: Count, may: Limits, was: Level) -> Level:
    """How it stands now; what was told lasts until the share is well below its limit."""
    if count.turns >= may.least and count.misheard >= FEWEST:
        now = _reached(count.percent, may.soft, may.hard)
        if now.above(was):
            return now
    lasting = _reached(count.percent, may.soft * OVER, may.hard * OVER)
    return lasting if was.above(lasting) else was


def _reached(percent: float, soft: float, hard: float) -> Level:
    if percent > hard:
        return Level.HARD
    return Level.SOFT if percent > soft else Level.GOOD


def _number(given: Scalar, usual: float) -> float:
    if isinstance(given, bool) or not isinstance(given, int | float):
        return usual
    return float(given)
