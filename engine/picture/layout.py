"""Where each box goes: the spine straight down, side roads to its right, what is left below."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from engine.picture.parts import Line, Picture

LEFTOVERS_A_ROW = 3


@dataclass(frozen=True, slots=True)
class Cell:
    """A place on the grid; column 0 is the spine, rows count from the top."""

    column: int
    row: int


@dataclass(frozen=True, slots=True)
class _Extent:
    """What a road with its side roads takes: the first free row and column."""

    row: int
    column: int


@dataclass(slots=True)
class _Grid:
    """Boxes placed so far, and those that a road has claimed for itself."""

    picture: Picture
    cells: dict[str, Cell] = field(default_factory=dict)
    claimed: set[str] = field(default_factory=set)

    def road(self, start: str, column: int, row: int) -> _Extent:
        """Place a road: the main ways from `start` down, side roads to the right.

        A box with side roads waits until those above it have ended, so that a line to the
        right meets no box; a side road takes the columns after all before it.
        """
        widest, below = column + 1, row
        for step in self._chain(start):
            sides = self._sides(step)
            row = max(row, below) if sides else row
            self.cells[step] = Cell(column, row)
            free = column + 1
            for target in sides:
                if target not in self.claimed:
                    extent = self.road(target, free, row + 1)
                    free, below = extent.column, max(below, extent.row)
            widest, row = max(widest, free), row + 1
        return _Extent(max(row, below), widest)

    def _chain(self, start: str) -> list[str]:
        mains = {line.source: line.target for line in self.picture.lines if line.main}
        found: list[str] = []
        step: str | None = start
        while step is not None and step not in self.claimed:
            found.append(step)
            self.claimed.add(step)
            step = mains.get(step)
        return found

    def _sides(self, step: str) -> list[str]:
        targets = [x.target for x in self.picture.lines if x.source == step and not x.main]
        return [target for target in targets if target not in self.claimed]


def layout(picture: Picture) -> Mapping[str, Cell]:
    """Place every box: column and row by step id."""
    grid = _Grid(picture)
    if not picture.boxes:
        return grid.cells
    row = grid.road(picture.boxes[0].id, 0, 0).row
    for index, box in enumerate(box for box in picture.boxes if box.id not in grid.cells):
        grid.cells[box.id] = Cell(index % LEFTOVERS_A_ROW, row + index // LEFTOVERS_A_ROW)
    return grid.cells


def lanes(picture: Picture, cells: Mapping[str, Cell]) -> Mapping[Line, int]:
    """Number the lines that pass over boxes of the spine: each has a lane of its own beside it."""
    passing = (line for line in picture.lines if _passes(line, cells))
    return {line: lane for lane, line in enumerate(passing)}


def _passes(line: Line, cells: Mapping[str, Cell]) -> bool:
    source, target = cells[line.source], cells[line.target]
    return not line.main and source.column == target.column == 0 and target.row > source.row
