"""A wish that is counted from the booking that is to be moved: an hour later, a day earlier."""

from dataclasses import replace
from datetime import datetime, timedelta

from engine.model.value import Scalar, Value
from tools.scheduling.wish import ISO_DAY

SHIFT = "shift"
"""The fact that holds so many minutes, with a comma between where it may be either way."""


def counted(wish: Value | Scalar, moving: Value) -> Value | None:
    """The time, or of grain `day` the day, that a wish comes to; None: it counts from nothing.

    Where it may be either way, the booking's own time stands in: what is free beside it is shown.
    """
    if not isinstance(wish, Value) or not isinstance(wish.facts.get(SHIFT), str):
        return None
    ways = [int(way) for way in str(wish.facts[SHIFT]).split(",")]
    start = datetime.fromisoformat(str(moving.facts.get("starts_at")))
    at = start + timedelta(minutes=ways[0] if len(ways) == 1 else 0)
    text = at.isoformat(timespec="minutes")
    day = wish.facts.get("grain") == "day"
    return replace(wish, value=text[:ISO_DAY] if day else text)


def either_way(wish: Value | Scalar) -> bool:
    """Whether it may be counted forwards or backwards."""
    return isinstance(wish, Value) and "," in str(wish.facts.get(SHIFT, ""))
