"""What models may cost for one booking, in US dollars."""

from collections.abc import Mapping
from dataclasses import dataclass

from engine.model.value import Scalar

SOFT, HARD = "model_cost_soft_usd", "model_cost_hard_usd"
"""Settings of a business."""


@dataclass(frozen=True, slots=True)
class CostLimits:
    """The limits of one business.

    Attributes:
        soft: from here on the logs warn.
        hard: from here on no model is asked; flows hear of it.
    """

    soft: float = 0.05
    hard: float = 0.20


USUAL = CostLimits()


def limits(given: Mapping[str, Scalar]) -> CostLimits:
    """The limits that a business has set, or the usual ones."""
    return CostLimits(_usd(given.get(SOFT), USUAL.soft), _usd(given.get(HARD), USUAL.hard))


def _usd(given: Scalar, usual: float) -> float:
    if isinstance(given, bool) or not isinstance(given, int | float):
        return usual
    return float(given)
