"""Numbers that can be set of a business, with bounds: beyond them it could not work."""

from collections.abc import Mapping
from dataclasses import dataclass

from engine.model import cost, thresholds
from engine.model.value import Scalar
from tools.quality import limits as quality
from tools.retention import limits as retention

DISCOUNT = "bundle_discount_percent"
NOTICE = "cancel_notice_hours"


@dataclass(frozen=True, slots=True)
class Range:
    """What a number may be.

    Attributes:
        least, most: both are allowed.
        whole: whether it counts something.
        kind: what it is; "": a number.
        such: an example, where its form may not be plain.
    """

    least: float
    most: float
    whole: bool = False
    kind: str = ""
    such: str = ""

    def fits(self, value: Scalar) -> bool:
        """Whether a value is such a number."""
        if isinstance(value, bool) or not isinstance(value, int if self.whole else int | float):
            return False
        return self.least <= value <= self.most

    @property
    def wanted(self) -> str:
        """What it may be, in words."""
        kind = self.kind or ("a whole number" if self.whole else "a number")
        such = f", such as {self.such}" if self.such else ""
        return f"{kind} from {self.least:g} to {self.most:g}{such}"


def _sure(name: str) -> Range:
    least, most = thresholds.BOUNDS[name]
    return Range(least, most, whole=isinstance(getattr(thresholds.USUAL, name), int))


_PERCENT = Range(0, 100)
_USD = Range(0, 1000, kind="US dollars", such="0.20")
NUMBERS: Mapping[str, Range] = {
    "interval_minutes": Range(1, 1440, whole=True),
    "notice_minutes": Range(0, 43_200, whole=True),
    "horizon_days": Range(0, 730, whole=True),
    NOTICE: Range(0, 720, whole=True),
    DISCOUNT: Range(0, 100, whole=True),
    cost.SOFT: _USD,
    cost.HARD: _USD,
    retention.DAYS: Range(retention.LEAST, retention.MOST, whole=True),
    quality.SOFT: _PERCENT,
    quality.HARD: _PERCENT,
    quality.LEAST: Range(1, 100_000, whole=True),
    **{key: _sure(name) for name, key in thresholds.SETTINGS.items()},
}
"""By setting: a day between two starts, a month's notice, two years ahead are the most."""
