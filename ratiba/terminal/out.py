"""Where the command writes: people read `console()`, programs read one JSON object a line."""

import json
import os
import sys
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rich.console import Console

WIDEST = 104
"""Columns; beyond, lines are too long to read as a conversation."""


@cache
def console() -> "Console":
    """The terminal; without colour when it is none, or under NO_COLOR."""
    from rich.console import Console  # 40 ms that `--json` need not pay

    class Terminal(Console):
        def on_broken_pipe(self) -> None:
            """Nobody reads on (`| head`): what is under way is finished in silence."""
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

    probe = Console(highlight=False)
    return Terminal(highlight=False, width=min(probe.width, WIDEST))


def emit(record: "Mapping[str, object] | Sequence[object]") -> None:
    """Write one JSON object (or list) as a line, at once."""
    sys.stdout.write(json.dumps(record, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def raw(text: str) -> None:
    """Write a text as it is, for a file or another program: not wrapped, not coloured."""
    sys.stdout.write(text if text.endswith("\n") else f"{text}\n")
    sys.stdout.flush()
