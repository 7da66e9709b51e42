"""For how long a business keeps what its customers said."""

from datetime import timedelta

from engine.model.value import Scalar

DAYS = "retention_days"
"""Setting of a business."""
USUAL = 90
LEAST, MOST = 30, 3650
"""Providers deliver again for days, and money is asked after for weeks."""


def kept_for(days: Scalar) -> timedelta:
    """The span that a business has set, or the usual one."""
    return timedelta(days=days if isinstance(days, int) and not isinstance(days, bool) else USUAL)
