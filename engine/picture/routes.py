"""How a line runs from box to box."""

from engine.picture.sizes import Rect

Point = tuple[float, float]
ASIDE = 24
"""How far from the axis of a column a line goes up it: the axis is for lines down."""


def route(source: Rect, target: Rect, level: float) -> tuple[Point, ...]:
    """The corners of a line.

    Args:
        source: the box it leaves.
        target: the box it goes to.
        level: the y at which it leaves if it goes to the side.
    """
    below = target.y >= source.foot
    if below and abs(source.middle - target.middle) < 1:
        return (source.middle, source.foot), (source.middle, target.y)
    if below and target.x > source.right:
        return (source.right, level), (target.middle, level), (target.middle, target.y)
    if below:
        x, end = source.x - ASIDE, (target.right, target.level)
        return (source.x, level), (x, level), (x, target.level), end
    return _level_or_up(source, target, level)


def _level_or_up(source: Rect, target: Rect, level: float) -> tuple[Point, ...]:
    if target.foot > source.y and target.x > source.right:
        return (source.right, level), (target.x, level)
    if target.foot > source.y:
        return (source.x, source.level), (target.right, source.level)
    if target.x > source.right:
        return (source.right, level), (target.middle, level), (target.middle, target.foot)
    x = source.middle + ASIDE
    if target.x < x < target.right:
        return (x, source.y), (x, target.foot)
    return (x, source.y), (x, target.level), (target.right, target.level)


def passing(source: Rect, target: Rect, x: float) -> tuple[Point, ...]:
    """Past the boxes between two of the spine, by the lane at `x`."""
    start, end = (source.x, source.level), (target.x, target.level)
    return start, (x, source.level), (x, target.level), end


def around(source: Rect, target: Rect, level: float, x: float, y: float) -> tuple[Point, ...]:
    """Past what is between: down or up the gap at `x`, then the gap above the target at `y`."""
    end = (target.middle, y), (target.middle, target.y)
    return (source.right, level), (x, level), (x, y), *end
