"""One of what an answer has printed: "the second one", `ya kwanza`, "the one at 1,800"."""

from engine.model.understanding import Hearing, Mention
from engine.model.value import Value
from engine.nlu.choice.chips import place
from engine.nlu.tokens import Message
from engine.nlu.when.amounts import amount

_SURE = 0.95
_SMALL = frozenset(range(-1, 50))
"""A number below is no price: it counts, or is an hour."""
_GROUP = 3
"""Digits behind the comma of "2,800"."""
_SHORT = 8
"""Words of an answer in which a price stands for what costs it."""


def of_list(message: Message, hearing: Hearing) -> Mention | None:
    """What was printed at that place or at that price."""
    found = _by_place(message, hearing) or _by_price(message, hearing)
    if found is None:
        return None
    return Mention(found.type, found.value, _SURE, text=message.text.strip())


def _by_place(message: Message, hearing: Hearing) -> Value | None:
    """By its place; in the midst of a task a bare number is rather an hour, or a count."""
    found = place(message, len(hearing.listed)) if hearing.listed else None
    if found is None or not 0 < found[0] <= len(hearing.listed):
        return None
    if hearing.standing.idle:
        return hearing.listed[found[0] - 1]
    one = hearing.listed[found[0] - 1]
    told = any(expected.type.name == one.type for expected in hearing.expected)
    return one if told and not found[1] else None


def _by_price(message: Message, hearing: Hearing) -> Value | None:
    """The one thing of that price; of two at the same price none."""
    if len(message) > _SHORT or not (hearing.listed and hearing.standing.idle):
        return None
    said = {found[0] for at in range(len(message)) if (found := amount(message, at))}
    said |= {_joined(message, at) for at in range(len(message))}
    fits = [one for one in hearing.listed if one.facts.get("price") in said - _SMALL]
    return fits[0] if len(fits) == 1 else None


def _joined(message: Message, at: int) -> int:
    """A number that is written with a comma between its thousands and the rest; -1: none."""
    one, rest = message.keys[at], message.keys[at + 2]
    grouped = message.keys[at + 1] == "," and one.isdecimal() and rest.isdecimal()
    return int(one + rest) if grouped and len(rest) == _GROUP else -1
