"""Which of the free starts are worth showing: pure choices among minutes of a day."""

from collections.abc import Sequence

MOST = 10
"""What a list on WhatsApp holds."""
CLOSE = 4
"""How many of the starts next to a wished one are shown before others of the day."""
ROUND = (60, 30, 15, 1)
"""People think in hours, then half hours, then quarters."""
ENOUGH = 6
"""With so many to choose from, no odder ones are needed."""


def spread(minutes: Sequence[int], count: int = MOST) -> tuple[int, ...]:
    """Pick at most `count` over the whole day, on round hours where enough of them are free.

    Args:
        minutes: free starts in minutes of the wall clock, ascending.
        count: 1 or more.

    Returns:
        The picked ones, ascending.
    """
    if len(minutes) <= count:
        return tuple(minutes)
    picked: list[int] = []
    for step in ROUND:
        rounder = [minute for minute in minutes if minute % step == 0 and minute not in picked]
        picked += _evenly(rounder, count - len(picked))
        if len(picked) >= min(count, ENOUGH):
            break
    return tuple(sorted(picked))


def near(minutes: Sequence[int], wish: int, count: int = MOST) -> tuple[int, ...]:
    """Pick those next to the wish, and some over the rest of the day; the nearest come first."""
    ordered = by_distance(minutes, wish)
    close, rest = ordered[:CLOSE], sorted(ordered[CLOSE:])
    others = spread(rest, count - len(close)) if count > len(close) else ()
    return by_distance((*close, *others), wish)[:count]


def by_distance(minutes: Sequence[int], wish: int) -> tuple[int, ...]:
    """Sort by distance from the wish, the earlier first of two as near."""
    return tuple(sorted(minutes, key=lambda minute: (abs(minute - wish), minute)))


def _evenly(items: Sequence[int], count: int) -> list[int]:
    """Pick `count` of them at even distances, the first and the last among them."""
    if len(items) <= count:
        return list(items)
    if count == 1:
        return [items[0]]
    last = len(items) - 1
    return [items[round(place * last / (count - 1))] for place in range(count)]
