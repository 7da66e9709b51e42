"""A day that is turned down, and the time beside it that is to do instead."""

from engine.nlu.acts.clauses import bounds
from engine.nlu.acts.cues import Match
from engine.nlu.acts.told import Told
from engine.nlu.phrases import longest, table
from engine.nlu.tokens import Message
from engine.nlu.words.turns import PROPOSES

_PROPOSES = table(PROPOSES)
_BESIDE = 1
"""Words beside the new time: "Friday 3pm works"; more tell why it does not."""
_NEAR = 2
"""Words between a proposal and its time: "how about this Friday"."""


def told_behind(message: Message, turned_down: Match, told: Told) -> bool:
    """Whether another time is put forward: `kesho siwezi, keshokutwa je`, "..., Friday 3pm"."""
    first, end = bounds(message, turned_down.start)
    if told.timed and _proposed(message, turned_down.start, told):
        return True
    dayed = any(at in told.tokens for at in range(first, end))
    if not told.timed or not dayed or end + 1 not in told.tokens:
        return False
    behind = range(end + 1, len(message))
    other = [at for at in behind if message.tokens[at].word and at not in told.tokens]
    return len(other) <= (_BESIDE if told.hour else 0)


def _proposed(message: Message, start: int, told: Told) -> bool:
    """Whether words that put a time forward stand beside one: "how about Friday", "labda kesho"."""
    for at in range(start, len(message)):
        words = longest(message, at, _PROPOSES)
        near = range(at - _NEAR, at + len(words or ()) + _NEAR + 1)
        if words and any(one in told.tokens for one in near):
            return True
    return False
