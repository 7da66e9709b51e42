"""Bars as SVG, which a page shows in light and in dark."""

from collections.abc import Sequence
from html import escape

WIDTH, BAR, GAP, LEFT, RIGHT, TOP = 640, 26, 12, 170, 90, 40
STYLE = """
text { font: 13px system-ui, sans-serif; fill: #222; }
.title { font-weight: 600; }
rect { fill: #8aa0b8; }
rect.ours { fill: #1f7a4d; }
@media (prefers-color-scheme: dark) { text { fill: #ddd; } }
"""


def chart(title: str, bars: Sequence[tuple[str, float]], *, ours: str) -> str:
    """Draw bars, one under the other.

    Args:
        title: what they show, with its unit.
        bars: what each is called, and how long it is.
        ours: the one that is in colour.
    """
    longest = max((value for _, value in bars), default=0.0) or 1.0
    room = WIDTH - LEFT - RIGHT
    drawn = [
        _bar(name, value, value / longest * room, TOP + at * (BAR + GAP), name == ours)
        for at, (name, value) in enumerate(bars)
    ]
    height = TOP + len(bars) * (BAR + GAP)
    box = f'viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" role="img"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {box}>\n<style>{STYLE}</style>\n'
        f'<text class="title" x="0" y="20">{escape(title)}</text>\n'
        + "\n".join(drawn)
        + "\n</svg>\n"
    )


def _bar(name: str, value: float, length: float, top: int, ours: bool) -> str:
    middle = top + BAR * 0.68
    kind = ' class="ours"' if ours else ""
    return (
        f'<text x="0" y="{middle:.0f}">{escape(name)}</text>'
        f'<rect{kind} x="{LEFT}" y="{top}" width="{max(length, 1):.0f}" height="{BAR}" rx="3"/>'
        f'<text x="{LEFT + length + 8:.0f}" y="{middle:.0f}">{value:.2f}</text>'
    )
