"""A time taken apart into what people count it in."""

_MINUTE, _HOUR, _DAY = 60, 3_600, 86_400


def spans(seconds: int) -> tuple[tuple[int, str], ...]:
    """Return counts with their units, the largest first.

    A day is "24 hours" and two are "2 days"; 36 hours stay hours.
    """
    if seconds >= 2 * _DAY and seconds % _DAY == 0:
        return ((seconds // _DAY, "day"),)
    parts = (
        (seconds // _HOUR, "hour"),
        (seconds % _HOUR // _MINUTE, "minute"),
        (seconds % _MINUTE, "second"),
    )
    return tuple(part for part in parts if part[0])
