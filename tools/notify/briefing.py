"""What a colleague reads before taking over: the last turns, as they were said."""

from collections.abc import Iterable, Mapping, Sequence
from typing import LiteralString

from engine.model.handler import Args, ReadGate
from engine.model.value import ANYONE, WORDED, Value

TURNS = 5
"""Turns on a briefing (seeds/003, 3.3)."""
MOST_WORDS = 300
"""Characters of one message on it."""

LAST: LiteralString = """
SELECT entry -> 'input' -> 'content' ->> 'text', entry -> 'input' -> 'content' ->> 'title',
    ARRAY(SELECT reply ->> 'text' FROM jsonb_array_elements(entry -> 'replies') AS reply)
FROM {t}.journal WHERE thread_id = %(thread)s ORDER BY id DESC LIMIT %(turns)s
"""


WHY: Mapping[str, str] = {
    "asked": "asks for a person",
    "not_understood": "was not understood",
    "silence": "has gone quiet",
    "failed": "met a fault of ours",
    "stuck": "got stuck",
    "too_long": "has been talking for very long",
    "cost": "has cost as much in models as one booking may",
}
"""Why a person is called, in the words of the card."""
_OURS = frozenset({"contact", "hold"})
"""Kinds of value that say nothing to a colleague."""


async def briefing(read: ReadGate, thread_id: str, said: str = "") -> str:
    """The last turns of a thread, oldest first: `> ` the customer, `< ` Ratiba.

    Args:
        read: rows of turns that are committed.
        thread_id: the conversation.
        said: the customer's words of the turn that calls the person.
    """
    turns = TURNS - 1 if said else TURNS
    rows = await read.fetch_all(LAST, {"thread": thread_id, "turns": turns})
    return "\n".join((*_lines(reversed(rows)), *([f"> {_cut(said)}"] if said else [])))


def card(customer: str, why: str, known: str, said: str) -> str:
    """The message to the team: who, why, what is known, what was said."""
    return "\n\n".join(part for part in (f"{customer} {why}.", known, said) if part)


def why(reason: str, about: str) -> str:
    """Why a person is called, in words: `met a fault of ours (confirm_booking)`."""
    words = WHY.get(reason, WHY["asked"])
    return f"{words} ({about})" if about else words


def known(args: Args) -> str:
    """What has been told or done so far, one thing a line: `service: Massage`."""
    values = {name: v for name, v in args.items() if isinstance(v, Value) and v.type not in _OURS}
    return "\n".join(f"{name}: {_shown(value)}" for name, value in values.items())


def _shown(value: Value) -> str:
    if value.value == ANYONE:
        return "anyone"
    name = value.names.get("en") or value.names.get("") or next(iter(value.names.values()), "")
    written = str(value.value)
    if value.type == "opening":
        written = written.replace("T", " ")
    return _cut(name or (written.replace("_", " ") if WORDED in value.facts else written))


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
