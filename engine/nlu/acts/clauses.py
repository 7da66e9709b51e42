"""A message cut where its marks cut it."""

from engine.nlu.tokens import Message

SENTENCE = frozenset({".", ";", "!", "?"})
CLAUSE = SENTENCE | {","}


def bounds(message: Message, at: int, ends: frozenset[str] = CLAUSE) -> tuple[int, int]:
    """The tokens from mark to mark around `at`: first, and behind the last (the mark itself)."""
    keys, first, last = message.keys, at, at
    while first and keys[first - 1] not in ends:
        first -= 1
    while last < len(message) and keys[last] not in ends:
        last += 1
    return first, last
