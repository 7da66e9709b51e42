"""Rows as a table."""

from collections.abc import Sequence

from rich import box
from rich.table import Table
from rich.text import Text


def table(columns: Sequence[str], rows: Sequence[Sequence[object]], title: str = "") -> Table:
    """A table with thin lines; what is None is shown as nothing."""
    drawn = Table(
        box=box.SIMPLE_HEAD, title=title or None, title_justify="left", header_style="bold"
    )
    for column in columns:
        drawn.add_column(column, overflow="fold")
    for row in rows:
        drawn.add_row(*(Text("" if cell is None else str(cell)) for cell in row))
    return drawn
