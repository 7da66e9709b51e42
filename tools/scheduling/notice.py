"""How long before it begins a booking may still be changed."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from engine.model.handler import Args


def too_late(args: Args, starts: Sequence[datetime], now: datetime) -> bool:
    """Tell whether the notice of one of these has run out.

    Args:
        args: `notice` in seconds, as the flow has it; `own_notice` in hours, as the business has
            it, counts in its place. With neither there is always time.
        starts: instants at which they begin.
        now: UTC.
    """
    least = _notice(args)
    return any(start - now < least for start in starts)


def _notice(args: Args) -> timedelta:
    hours, seconds = args.get("own_notice"), args.get("notice")
    if isinstance(hours, int | float):
        return timedelta(hours=hours)
    return timedelta(seconds=seconds) if isinstance(seconds, int | float) else timedelta()
