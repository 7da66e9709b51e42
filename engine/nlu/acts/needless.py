"""What is not needed: "no need" turns the deed down, "no need for a receipt" nothing."""

from engine.nlu.acts.clauses import CLAUSE
from engine.nlu.acts.cues import FILLERS
from engine.nlu.tokens import Message
from engine.nlu.words.needless import CLOSING, DEEDS, DETAILS, LED, NEED, NONE

_PASSED = LED - DEEDS


def needless(message: Message, at: int) -> bool | None:
    """Whether "no need" at `at` turns the deed down; None: nobody speaks of a need there."""
    keys = message.keys
    if keys[at] not in NONE or keys[at + 1] not in NEED:
        return None
    for key in keys[at + 2 : len(message)]:
        if key in CLAUSE:
            return True
        if key in DEEDS:
            return True
        if key not in _PASSED and key not in CLOSING and key not in FILLERS:
            return False
    return True


def spared(message: Message) -> frozenset[int]:
    """Tokens of "no need for a receipt", `hakuna haja ya risiti`: details that are let go."""
    keys, found = message.keys, set[int]()
    for start in range(len(message)):
        if needless(message, start) is None:
            continue
        end = start + 2
        while keys[end] in _PASSED:
            end += 1
        found |= set(range(start, end + 1)) if keys[end] in DETAILS else set()
    return frozenset(found)
