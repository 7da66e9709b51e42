"""Calls of models as a business's journal has them."""

from collections.abc import Iterator
from typing import LiteralString

from engine.journal.entry import Entry, read_entry
from engine.model.event import Words
from engine.model.handler import ReadGate
from engine.model.model_call import ModelCall

JOURNAL: LiteralString = "SELECT entry FROM {t}.journal ORDER BY id"


async def read_calls(read: ReadGate) -> tuple[ModelCall, ...]:
    """Give every call that a turn made, oldest first: to understand, then to word a reply."""
    rows = await read.fetch_all(JOURNAL)
    return tuple(call for (stored,) in rows for call in _of(read_entry(stored)))


def _of(entry: Entry) -> Iterator[ModelCall]:
    if isinstance(entry.event, Words):
        yield from entry.event.understanding.calls
    yield from entry.calls
