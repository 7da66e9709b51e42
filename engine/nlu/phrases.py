"""Set phrases found in a message: a table by first word, the longest that fits."""

from collections.abc import Iterable

from engine.nlu.tokens import Message

Phrase = tuple[str, ...]
Table = dict[str, list[Phrase]]


def table(*lists: Iterable[Phrase]) -> Table:
    """Phrases by their first word, longest first."""
    found: Table = {}
    for phrases in lists:
        for phrase in phrases:
            found.setdefault(phrase[0], []).append(phrase)
    for phrases in found.values():
        phrases.sort(key=len, reverse=True)
    return found


def longest(message: Message, at: int, phrases: Table) -> Phrase | None:
    """The longest phrase of the table that begins at `at`."""
    for phrase in phrases.get(message.keys[at], ()):
        if message.keys[at : at + len(phrase)] == phrase:
            return phrase
    return None


def holds(message: Message, phrases: Table) -> bool:
    """Whether any phrase of the table is in the message."""
    return any(longest(message, at, phrases) for at in range(len(message)))
