"""A conversation drawn as chat: the customer right, Ratiba left, the transitions beside it."""

from collections.abc import Sequence

from rich import box
from rich.align import Align
from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

ASIDE = 31
"""Columns of the transitions: an arrow, and the longest state with its 29 letters."""
NARROW = 76
"""Below, the transitions go under the bubbles."""
BUBBLE_SHARE = 0.9
BORDERS = 4

CUSTOMER, OURS, DIM, CHIP, PHONE = "green", "cyan", "bright_black", "bold cyan", "yellow"


class Chat:
    """Draws one exchange after another."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._beside = console.width >= NARROW
        self._width = console.width - (ASIDE + 2 if self._beside else 0)
        self._widest = int(self._width * BUBBLE_SHARE)

    def show(self, bubbles: Sequence[RenderableType], aside: RenderableType | None = None) -> None:
        """Print bubbles, and what happened inside beside them."""
        left = Group(*bubbles)
        if aside is None:
            aside = Text()
        if not self._beside:
            self._console.print(left)
            self._console.print(Padding(aside, (0, 0, 0, 2)))
            return
        grid = Table.grid(padding=(0, 2, 0, 0))
        grid.add_column(width=self._width)
        grid.add_column(width=ASIDE)
        grid.add_row(left, aside)
        self._console.print(grid)

    def customer(self, text: str) -> RenderableType:
        """What the customer wrote or tapped."""
        return Align.right(self._bubble(Text(text), CUSTOMER), width=self._width)

    def ours(self, text: str, chips: Sequence[str] = ()) -> RenderableType:
        """What Ratiba answered, its chips numbered."""
        body = Text(text)
        if chips:
            body = Text.assemble(body, "\n", _chips(chips, self._widest - BORDERS))
        return self._bubble(body, OURS)

    def phone(self, text: str) -> RenderableType:
        """What the customer's phone shows by itself: a payment prompt."""
        return Align.right(self._bubble(Text(text), PHONE, "M-Pesa"), width=self._width)

    def _bubble(self, body: Text, style: str, title: str | None = None) -> Panel:
        longest = max((cell_len(line) for line in body.plain.splitlines()), default=0)
        width = min(self._widest, max(longest, len(title or "") + 2) + BORDERS)
        return Panel(body, box=box.ROUNDED, border_style=style, width=width, title=title)


def _chips(labels: Sequence[str], width: int) -> Text:
    """`[1 Anna] [2 Anyone]`; a chip that does not fit into the line begins the next one."""
    shown, used = Text(), 0
    for number, label in enumerate(labels, 1):
        chip = f"[{number} {label}]"
        if used and used + 1 + cell_len(chip) > width:
            shown.append("\n")
            used = 0
        shown.append(" " if used else "")
        shown.append(chip, CHIP)
        used += cell_len(chip) + bool(used)
    return shown


def passage(states: Sequence[str], heard: str = "", took: str = "") -> Text:
    """The states of a turn on their way, what was understood above and the time behind."""
    lines = Text(style=DIM)
    if heard:
        lines.append(heard + "\n")
    for place, state in enumerate(states):
        lines.append("\u2192 " if place else "  ")
        is_last = place == len(states) - 1
        lines.append(state, "bold default" if is_last else "")
        lines.append("" if is_last else "\n")
    if took:
        lines.append(f"  {took}")
    return lines
