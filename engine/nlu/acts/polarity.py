"""Judgements of what was said: "this is not so", "you are not wrong", "it would be false"."""

from collections.abc import Sequence

from engine.nlu.acts.assent import assent
from engine.nlu.acts.clauses import CLAUSE
from engine.nlu.acts.cues import FILLERS
from engine.nlu.acts.unsaid import unsaid
from engine.nlu.tokens import Message
from engine.nlu.words.judging import (
    ABOUT,
    AGAINST,
    ASKING,
    DOUBTLESS,
    DOUBTS,
    FLIPS,
    FOR,
    MAYBE,
    POSSIBLE,
)

_BEHIND = ABOUT | FILLERS | FLIPS | FOR | AGAINST | frozenset({"and", "to", "in", "for", "i"})
_NO_QUESTION = {("what", "you"), ("what", "i"), ("what", "u")}
_LONGEST = 18
_NEAR = 5
"""Words between a judgement and what it is about."""


def polarity(message: Message) -> str | None:
    """`affirm` or `deny` where the message judges; None where it says something else or asks."""
    said = assent(message) or _judgement(message)
    return None if said == "affirm" and unsaid(message) else said


def refused(message: Message) -> bool:
    """Whether a first sentence does nothing but refuse: "hell no, that would be terrible"."""
    end = next((at for at, key in enumerate(message.keys) if key in CLAUSE), len(message))
    asks = "?" in message.keys[: len(message)]
    return end < len(message) and not asks and assent(message.only(message.tokens[:end])) == "deny"


def _judgement(message: Message) -> str | None:
    """The same for a judgement with more around it: "what you said of the weather is true"."""
    keys = message.keys
    if not 0 < len(message) <= _LONGEST or {"?", *MAYBE} & {*keys} or _asks(message):
        return None
    known = FOR | AGAINST | POSSIBLE
    judged = [at for at in range(len(message)) if keys[at] in known and not _moment(keys, at)]
    judged = [at for at in judged if keys[at] not in POSSIBLE or _denied(message, at)]
    if not judged or not _about(message, judged[-1]) or not _rests(message, judged[-1] + 1):
        return None
    said = {_judged(message, judged, place) for place in range(len(judged))}
    if said == {"affirm", "deny"}:
        return "deny"  # a yes of both would be half of what was said
    return said.pop()


def _moment(keys: Sequence[str], at: int) -> bool:
    """Whether "right" only says when: "what is the time there right now"."""
    return keys[at] == "right" and keys[at + 1] in {"now", "away"}


def _asks(message: Message) -> bool:
    """Whether it begins as questions do; "what you said is true" does not."""
    return message.keys[0] in ASKING and message.keys[:2] not in _NO_QUESTION


def _judged(message: Message, places: list[int], place: int) -> str:
    """What one judgement says: each "not" since the one before it turns it round."""
    at = places[place]
    start = max(places[place - 1] + 1 if place else 0, _clause(message, at))
    flips = sum(message.keys[one] in FLIPS or _doubts(message, one) for one in range(start, at))
    return "affirm" if (message.keys[at] not in AGAINST) == (flips % 2 == 0) else "deny"


def _doubts(message: Message, at: int) -> bool:
    """Whether a doubt turns round what follows: "I doubt that is correct", not "beyond doubt"."""
    return message.keys[at] in DOUBTS and not DOUBTLESS & {*message.keys[max(at - 2, 0) : at]}


def _denied(message: Message, at: int) -> bool:
    """Whether what may be is said not to be: "I can't see how it is possible"."""
    return any(key in FLIPS for key in message.keys[_clause(message, at) : at])


def _clause(message: Message, at: int) -> int:
    """Where the clause of a judgement begins."""
    marks = (one for one in range(at, -1, -1) if message.keys[one] in CLAUSE or one == 0)
    return next(marks)


def _rests(message: Message, at: int) -> bool:
    """Whether the judgement is over there: "positive reviews" judges nothing that was said."""
    key = message.keys[at]
    return at >= len(message) or not message.tokens[at].word or key in _BEHIND


def _about(message: Message, at: int) -> bool:
    """Whether the judgement has a subject near, or stands nearly alone."""
    before = message.keys[max(at - _NEAR, 0) : at]
    return any(key in ABOUT for key in before)
