"""What a colleague reads before taking over: the last turns, as they were said."""

from collections.abc import Iterable, Sequence
from typing import LiteralString

from engine.model.handler import ReadGate

TURNS = 5
"""Turns on a briefing (seeds/003, 3.3)."""
MOST_WORDS = 300
"""Characters of one message on it."""

LAST: LiteralString = """
SELECT entry -> 'input' -> 'content' ->> 'text', entry -> 'input' -> 'content' ->> 'title',
    ARRAY(SELECT reply ->> 'text' FROM jsonb_array_elements(entry -> 'replies') AS reply)
FROM {t}.journal WHERE thread_id = %(thread)s ORDER BY id DESC LIMIT %(turns)s
"""


async def briefing(read: ReadGate, thread_id: str) -> str:
    """The last turns of a thread, oldest first: `> ` the customer, `< ` Ratiba."""
    rows = await read.fetch_all(LAST, {"thread": thread_id, "turns": TURNS})
    return "\n".join(_lines(reversed(rows)))


def card(customer: str, reason: str, said: str) -> str:
    """The message to the team: who, why, what was said."""
    return f"{customer} asks for a person ({reason}).\n\n{said}".strip()


def _lines(rows: Iterable[Sequence[object]]) -> Iterable[str]:
    for text, title, replies in rows:
        heard = text or title
        if heard:
            yield f"> {_cut(str(heard))}"
        for reply in replies if isinstance(replies, list) else ():
            yield f"< {_cut(str(reply))}"


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= MOST_WORDS else f"{line[: MOST_WORDS - 1]}…"
