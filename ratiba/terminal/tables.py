"""Rows as a table."""

from collections.abc import Sequence

from rich.cells import cell_len
from rich.table import Table
from rich.text import Text

ROOMY = 84
"""Columns of a terminal from which the columns of a table stand further apart."""
WORD = 14
"""Characters of a word (a phone, a zone) that are kept on one line while there is room at all."""
LEAST = 4


def table(columns: Sequence[str], rows: Sequence[Sequence[object]], width: int) -> Table:
    """A plain table that fits a terminal of `width`; what is None is shown as nothing.

    The first column is what a row is called: it is written on to the next command, and stays
    whole. The others give way by going on below; nothing is cut.
    """
    gap = 2 if width >= ROOMY else 1
    drawn = Table(box=None, header_style="bold underline", padding=(0, gap, 0, 0))
    lines = [["" if cell is None else str(cell) for cell in row] for row in rows]
    given = _widths(list(zip(columns, *lines, strict=True)), width - gap * len(columns))
    for column, wide in zip(columns, given, strict=True):
        drawn.add_column(column, width=wide, no_wrap=column is columns[0], overflow="fold")
    for line in lines:
        drawn.add_row(*map(Text, line))
    return drawn


def _widths(columns: Sequence[Sequence[str]], room: int) -> list[int]:
    """How wide each is: the widest give way first, between words before within them."""
    widths = [max(cell_len(line) for cell in one for line in cell.split("\n")) for one in columns]
    words = [max((cell_len(w) for cell in one for w in cell.split()), default=0) for one in columns]
    for floors in ([min(word, WORD) for word in words], [LEAST] * len(words)):
        while sum(widths) > room:
            wide = [at for at in range(1, len(widths)) if widths[at] > floors[at]]
            if not wide:
                break
            widths[max(wide, key=widths.__getitem__)] -= 1
    return widths
