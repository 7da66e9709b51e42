"""Every line of a picture as corners that keep clear of the boxes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from engine.picture.layout import Cell, lanes
from engine.picture.parts import Line, Picture
from engine.picture.routes import Point, around, passing, route
from engine.picture.sizes import GAP_X, GAP_Y, LANE, MARGIN, Canvas, Rect

BESIDE = 7
"""Between two lines that run through the same gap, in pixels."""


@dataclass(frozen=True, slots=True)
class Path:
    """A line, and its corners from the box it leaves to the box it goes to."""

    line: Line
    points: tuple[Point, ...]


def paths(picture: Picture, cells: Mapping[str, Cell], place: Canvas) -> tuple[Path, ...]:
    """Run every line: straight where nothing is in the way, else through the gaps."""
    aside, found, detours = lanes(picture, cells), list[Path](), 0
    for line, level in _levels(picture, place):
        source, target = place.rects[line.source], place.rects[line.target]
        points = route(source, target, level)
        if line in aside:
            points = passing(source, target, MARGIN + aside[line] * LANE)
        elif crosses(points, line, place.rects):
            gutter = _right_of(cells[line.source].column, cells, place) + GAP_X / 2
            shift = detours % 3 * BESIDE - BESIDE
            detours += 1
            points = around(source, target, level, gutter + shift, target.y - GAP_Y / 2 + shift)
        found.append(Path(line, points))
    return tuple(found)


def crosses(points: tuple[Point, ...], line: Line, rects: Mapping[str, Rect]) -> bool:
    """Whether it runs through a box that is neither of its ends."""
    others = [rect for step, rect in rects.items() if step not in {line.source, line.target}]
    return any(_through(rect, a, b) for rect in others for a, b in pairwise(points))


def _through(rect: Rect, start: Point, end: Point) -> bool:
    (x1, x2), (y1, y2) = sorted((start[0], end[0])), sorted((start[1], end[1]))
    return x1 < rect.right - 1 and x2 > rect.x + 1 and y1 < rect.foot - 1 and y2 > rect.y + 1


def _right_of(column: int, cells: Mapping[str, Cell], place: Canvas) -> float:
    return max(place.rects[step].right for step, cell in cells.items() if cell.column == column)


def _levels(picture: Picture, place: Canvas) -> Iterator[tuple[Line, float]]:
    """Each line with the height at which it leaves to the side: the furthest road on top."""
    for box in picture.boxes:
        mine = [line for line in picture.lines if line.source == box.id]
        sides = [line for line in mine if not line.main]
        for index, line in enumerate(reversed(sides)):
            yield line, place.rects[box.id].level + index * LANE - (len(sides) > 1) * LANE / 2
        yield from ((line, place.rects[box.id].level) for line in mine if line.main)
