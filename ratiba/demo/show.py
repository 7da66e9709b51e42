"""The walk on the terminal, or as JSON lines."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from textwrap import dedent

from rich.text import Text

from ratiba.demo.rows import Found, shown
from ratiba.demo.walk import Exchange
from ratiba.terminal.bubbles import DIM, Chat, passage
from ratiba.terminal.out import console, emit
from ratiba.terminal.tables import table


class People:
    """Bubbles and tables."""

    def __init__(self) -> None:
        self._console = console()
        self._chat = Chat(self._console)

    def note(self, text: str) -> None:
        """Say something beside the conversation."""
        self._console.print(Text(text, DIM))

    def exchange(self, one: Exchange) -> None:
        """Draw an exchange."""
        chat = self._chat
        bubbles = [chat.customer(one.customer)] if one.customer else []
        bubbles += [chat.phone("PIN entered")] if one.approved else []
        bubbles += [chat.ours(reply) for reply in one.replies]
        bubbles += [chat.phone(one.prompt)] if one.prompt else []
        chat.show(bubbles, passage(one.states, one.heard, f"{one.ms:.0f} ms"))

    def rows(self, found: Sequence[Found], slug: str, at: datetime) -> None:
        """Print the queries with their rows."""
        for one in found:
            query = dedent(one.query).strip().replace("{t}", f"tenant_{slug}")
            self._console.print(Text(f"\n{query};", DIM))
            cells = [[shown(cell, at) for cell in row] for row in one.rows]
            self._console.print(table(one.columns, cells, self._console.width))

    def end(self, took_s: float) -> None:
        """Say that the walk was as it should be."""
        done = f"Booked and paid, every step as the walk says; {took_s:.1f} s."
        self._console.print(Text(done, "bold green"))
        self._console.print("Now talk to it yourself: ratiba chat --tenant spa_pilot")
        self._console.print("(once per terminal before that: . .venv/bin/activate)")


class Programs:
    """One JSON object a line."""

    def note(self, text: str) -> None:
        """Say something beside the conversation."""
        emit({"note": text})

    def exchange(self, one: Exchange) -> None:
        """Print an exchange."""
        emit(asdict(one) | {"ms": round(one.ms, 1)})

    def rows(self, found: Sequence[Found], slug: str, at: datetime) -> None:
        """Print the rows by their columns."""
        for one in found:
            query = " ".join(one.query.split()).replace("{t}", f"tenant_{slug}")
            rows = [
                dict(zip(one.columns, (shown(c, at) for c in r), strict=True)) for r in one.rows
            ]
            emit({"query": query, "rows": rows})

    def end(self, took_s: float) -> None:
        """Say that the walk was as it should be."""
        emit({"walk": "ok", "s": round(took_s, 2)})
