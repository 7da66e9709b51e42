"""A picture as SVG: stands alone, light or dark as the reader's screen is, words selectable."""

from collections.abc import Iterator, Sequence
from importlib.resources import files
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from engine.picture.layout import layout
from engine.picture.parts import Box, Line, Picture
from engine.picture.paths import Path, paths
from engine.picture.routes import Point
from engine.picture.sizes import (
    ABOUT_PX,
    CHIP,
    HEAD,
    HEADER,
    MARGIN,
    PAD,
    Rect,
    canvas,
    chip_words,
)

_STYLE = files("engine.picture").joinpath("picture.css")
_CORNER = 9


def svg(picture: Picture) -> str:
    """Draw; the same flow gives the same bytes."""
    cells = layout(picture)
    place = canvas(picture, cells)
    drawn = paths(picture, cells, place)
    root = _root(picture, max(place.width, _reach(drawn)), place.height)
    _header(root, picture)
    for path in drawn:
        _line(root, path.line, path.points)
    for box in picture.boxes:
        _box(root, box, place.rects[box.id])
    indent(root, " ")
    return tostring(root, encoding="unicode") + "\n"


def _reach(drawn: Sequence[Path]) -> float:
    """How far to the right lines and their labels go."""
    lines = [x for path in drawn for x, _ in path.points]
    labels = [
        path.points[0][0] + 8 + len(path.line.label) * ABOUT_PX
        for path in drawn
        if path.points[1][0] >= path.points[0][0]
    ]
    return max((*lines, *labels), default=0) + MARGIN


def _root(picture: Picture, wide: float, high: float) -> Element:
    width, height = round(wide), round(high)
    root = Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "viewBox": f"0 0 {width} {height}",
            "width": str(width),
            "height": str(height),
            "role": "img",
            "aria-label": f"The flow {picture.name}: {picture.title}",
        },
    )
    SubElement(root, "style").text = _STYLE.read_text(encoding="utf-8")
    marker = {"id": "tip", "viewBox": "0 0 8 8", "refX": "7", "refY": "4"}
    marker |= {"markerWidth": "5", "markerHeight": "5", "orient": "auto"}
    SubElement(
        SubElement(SubElement(root, "defs"), "marker", marker), "path", {"d": "M0 0 8 4 0 8z"}
    )
    SubElement(root, "rect", {"class": "paper", "width": str(width), "height": str(height)})
    return root


def _header(root: Element, picture: Picture) -> None:
    _text(root, "title", MARGIN, MARGIN + 10, picture.title)
    for index, words in enumerate(picture.header, start=1):
        _text(root, "about", MARGIN, MARGIN + 10 + HEADER * index, words)


def _line(root: Element, line: Line, points: tuple[Point, ...]) -> None:
    kind = "main" if line.main else "side"
    SubElement(root, "path", {"class": f"line {kind}", "d": _path(points)})
    if line.label:
        (x, y), leftward = points[0], points[1][0] < points[0][0]
        kind, x = ("label before", x - 8) if leftward else ("label", x + 8)
        _text(root, kind, x, y - 4, line.label)


def _path(points: tuple[Point, ...]) -> str:
    """Straight pieces with rounded corners."""
    pieces = [f"M{_n(points[0][0])} {_n(points[0][1])}"]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        enter, leave = _toward(corner, before), _toward(corner, after)
        pieces.append(f"L{_n(enter[0])} {_n(enter[1])}")
        pieces.append(f"Q{_n(corner[0])} {_n(corner[1])} {_n(leave[0])} {_n(leave[1])}")
    pieces.append(f"L{_n(points[-1][0])} {_n(points[-1][1])}")
    return " ".join(pieces)


def _toward(corner: Point, other: Point) -> Point:
    (x, y), (ox, oy) = corner, other
    length = max(abs(ox - x), abs(oy - y), 1)
    share = min(_CORNER, length / 2) / length
    return x + (ox - x) * share, y + (oy - y) * share


def _box(root: Element, box: Box, rect: Rect) -> None:
    group = SubElement(root, "g", {"class": f"box {box.kind}", "id": box.id})
    frame = {"x": _n(rect.x), "y": _n(rect.y), "rx": "10"}
    frame |= {"width": _n(rect.width), "height": _n(rect.height)}
    SubElement(group, "rect", frame)
    head = _text(group, "name", rect.x + PAD, rect.y + HEAD / 2 + 5, box.title)
    SubElement(head, "tspan", {"class": "about", "dx": "8"}).text = box.about
    for y, words, tone in _chips(box, rect):
        chip = {"class": f"chip {tone}", "x": _n(rect.x + 4), "y": _n(y), "rx": "4"}
        chip |= {"width": _n(rect.width - 8), "height": str(CHIP - 2)}
        SubElement(group, "rect", chip)
        _text(group, "words", rect.x + PAD, y + CHIP / 2 + 3, words)


def _chips(box: Box, rect: Rect) -> Iterator[tuple[float, str, str]]:
    for index, chip in enumerate(box.chips):
        yield rect.y + HEAD + CHIP * index, chip_words(chip), chip.tone


def _text(parent: Element, kind: str, x: float, y: float, words: str) -> Element:
    text = SubElement(parent, "text", {"class": kind, "x": _n(x), "y": _n(y)})
    text.text = words
    return text


def _n(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
