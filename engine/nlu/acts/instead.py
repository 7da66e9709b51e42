"""A day that is turned down, and behind the comma the time that is to do instead."""

from engine.nlu.acts.clauses import bounds
from engine.nlu.acts.cues import Match
from engine.nlu.acts.told import Told
from engine.nlu.tokens import Message

_BESIDE = 1
"""Words beside the new time: "Friday 3pm works"; more tell why it does not."""


def told_behind(message: Message, turned_down: Match, told: Told) -> bool:
    """Whether another hour stands for itself behind a day: `leo siwezi, kesho saa nane mchana`."""
    first, end = bounds(message, turned_down.start)
    dayed = any(at in told.tokens for at in range(first, end))
    if not told.hour or not dayed or end + 1 not in told.tokens:
        return False
    behind = range(end + 1, len(message))
    other = [at for at in behind if message.tokens[at].word and at not in told.tokens]
    return len(other) <= _BESIDE
