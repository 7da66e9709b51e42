"""Sizes in pixels: how wide words run, how tall a box is, where rows and columns begin."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate

from engine.picture.layout import Cell, lanes
from engine.picture.parts import SIGNS, Box, Chip, Line, Picture

MARGIN, GAP_X, GAP_Y = 24, 56, 34
TITLE_PX, ABOUT_PX, CHIP_PX = 9.2, 6.4, 6.4
"""Mean width of a character at 15, 11 and 11 px; generous, so that nothing runs over."""
HEAD, CHIP, PAD, LEAST = 34, 20, 12, 150
HEADER = 22
LANE = 14
"""Between two lines that run side by side."""


@dataclass(frozen=True, slots=True)
class Rect:
    """A box on the canvas; x and y are its upper left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> float:
        """The x of its vertical axis."""
        return self.x + self.width / 2

    @property
    def level(self) -> float:
        """The y at which lines to the side leave and arrive: the middle of its head."""
        return self.y + HEAD / 2

    @property
    def right(self) -> float:
        """The x of its right edge."""
        return self.x + self.width

    @property
    def foot(self) -> float:
        """The y of its lower edge."""
        return self.y + self.height


@dataclass(frozen=True, slots=True)
class Canvas:
    """Every box in its place, and the size of the whole."""

    rects: Mapping[str, Rect]
    width: float
    height: float


def chip_words(chip: Chip) -> str:
    """Sign and text."""
    return f"{SIGNS[chip.tone]} {chip.text}"


def canvas(picture: Picture, cells: Mapping[str, Cell]) -> Canvas:
    """Turn the grid into pixels: a column as wide as its widest box, a row as its tallest."""
    boxes = {box.id: box for box in picture.boxes}
    columns = 1 + max((cell.column for cell in cells.values()), default=0)
    rows = 1 + max((cell.row for cell in cells.values()), default=0)
    widths = [_widest(boxes, cells, column) for column in range(columns)]
    heights = [_tallest(boxes, cells, row) for row in range(rows)]
    first = MARGIN + gutter(lanes(picture, cells))
    lefts = [first, *accumulate((w + GAP_X for w in widths), initial=first)][1:]
    start = MARGIN + HEADER * (1 + len(picture.header)) + 10
    tops = [start, *accumulate((h + GAP_Y for h in heights), initial=start)][1:]
    rects = {
        step: _rect(boxes[step], lefts[cell.column], widths[cell.column], tops[cell.row])
        for step, cell in cells.items()
    }
    words = max(map(len, (picture.title, *picture.header)), default=0) * TITLE_PX
    width = max(lefts[-1] - GAP_X + MARGIN, words + 2 * MARGIN)
    return Canvas(rects, width, tops[-1] - GAP_Y + MARGIN)


def gutter(lanes: Mapping[Line, int]) -> float:
    """The room left of the spine for the lines that pass over boxes, and their labels."""
    words = max((len(line.label) * ABOUT_PX for line in lanes), default=0)
    return len(lanes) * LANE + words + PAD if lanes else 0


def _rect(box: Box, left: float, column: float, top: float) -> Rect:
    width = _width(box)
    return Rect(left + (column - width) / 2, top, width, _height(box))


def _width(box: Box) -> float:
    head = len(box.title) * TITLE_PX + 8 + len(box.about) * ABOUT_PX
    chips = max((len(chip_words(chip)) * CHIP_PX for chip in box.chips), default=0)
    return max(LEAST, head + 2 * PAD, chips + 2 * PAD)


def _height(box: Box) -> float:
    return HEAD + CHIP * len(box.chips) + (6 if box.chips else 0)


def _widest(boxes: Mapping[str, Box], cells: Mapping[str, Cell], column: int) -> float:
    inside = [boxes[step] for step, cell in cells.items() if cell.column == column]
    return max((_width(box) for box in inside), default=0)


def _tallest(boxes: Mapping[str, Box], cells: Mapping[str, Cell], row: int) -> float:
    inside = [boxes[step] for step, cell in cells.items() if cell.row == row]
    return max((_height(box) for box in inside), default=0)
