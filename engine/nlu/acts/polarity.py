"""Judgements of what was said: "that is not true", "you are not wrong", "the answer is no"."""

from engine.nlu.acts.cues import FILLERS
from engine.nlu.tokens import Message
from engine.nlu.words.judging import ABOUT, AGAINST, ASKING, FLIPS, FOR

_BEHIND = ABOUT | FILLERS | FLIPS | FOR | AGAINST | frozenset({"and", "to", "in", "for", "i"})
_LONGEST = 18
_NEAR = 5
"""Words between a judgement and what it is about."""


def polarity(message: Message) -> str | None:
    """`affirm` or `deny` where the message judges; None where it says something else or asks."""
    keys = message.keys
    if not 0 < len(message) <= _LONGEST or "?" in keys or keys[0] in ASKING:
        return None
    judged = [at for at in range(len(message)) if keys[at] in FOR or keys[at] in AGAINST]
    if not judged or not _about(message, judged[-1]) or not _rests(message, judged[-1] + 1):
        return None
    at = judged[-1]
    flips = sum(key in FLIPS for key in keys[:at])
    positive = (keys[at] in FOR) == (flips % 2 == 0)
    return "affirm" if positive else "deny"


def _rests(message: Message, at: int) -> bool:
    """Whether the judgement is over there: "positive reviews" judges nothing that was said."""
    key = message.keys[at]
    return at >= len(message) or not message.tokens[at].word or key in _BEHIND


def _about(message: Message, at: int) -> bool:
    """Whether the judgement has a subject near, or stands nearly alone."""
    before = message.keys[max(at - _NEAR, 0) : at]
    return any(key in ABOUT for key in before)
