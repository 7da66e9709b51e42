"""Parts of the day: in the morning, this afternoon, tonight, jioni, usiku wa leo."""

from engine.nlu.tokens import Message
from engine.nlu.when.pieces import Day, Piece
from engine.nlu.words.calendar import THIS_EN, THIS_SW
from engine.nlu.words.clock import NIGHT, PART_PHRASES, PARTS, TO_NIGHT, TONIGHT, Part
from engine.nlu.words.lists import word_set

_LEAD = word_set("in at the on during za ya wa late early mid mapema later wakati")


def part(message: Message, at: int) -> Piece | None:
    """A part of the day that begins at `at`."""
    keys, start = message.keys, at
    while keys[at] in _LEAD:
        at += 1
    this = keys[at] in THIS_EN
    at += 1 if this else 0
    if keys[at] == "2" and keys[at + 1] in TO_NIGHT and message.glued(at + 1):
        return Piece(start, at + 2, day=Day(offset=0), part=NIGHT)
    if keys[at] in TONIGHT:
        return Piece(start, at + 1, day=Day(offset=0), part=NIGHT)
    found = _named(message, at)
    if found is None:
        return None
    name, at = found
    if keys[at] in THIS_SW:
        this, at = True, at + 1
    return Piece(start, at, day=Day(offset=0) if this else None, part=name)


def _named(message: Message, at: int) -> tuple[Part, int] | None:
    keys = message.keys
    for words, name in PART_PHRASES.items():
        if keys[at : at + len(words)] == words:
            return name, at + len(words)
    name_of = PARTS.get(keys[at])
    return (name_of, at + 1) if name_of else None
