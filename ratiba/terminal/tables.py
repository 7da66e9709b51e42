"""Rows as a table."""

from collections.abc import Sequence

from rich.table import Table
from rich.text import Text

ROOMY = 84
"""Columns of a terminal from which the columns of a table stand further apart."""


def table(columns: Sequence[str], rows: Sequence[Sequence[object]], width: int) -> Table:
    """A plain table that fits a terminal of `width`; what is None is shown as nothing."""
    gap = 2 if width >= ROOMY else 1
    drawn = Table(box=None, header_style="bold underline", padding=(0, gap, 0, 0))
    drawn.add_column(columns[0], overflow="ellipsis")  # an id: the one that may lose its end
    for column in columns[1:]:
        drawn.add_column(column, no_wrap=True)
    for row in rows:
        drawn.add_row(*(Text("" if cell is None else str(cell)) for cell in row))
    return drawn
