"""Greetings, thanks and farewells beside what else is said."""

from engine.model.understanding import Hearing
from engine.nlu.acts.cues import Match
from engine.nlu.acts.told import DOUBTED, Told, Weights
from engine.nlu.tokens import Message
from engine.nlu.words.turns import AT_ONCE

COURTESIES = frozenset({"greeting", "thanks"})
_QUOTING = frozenset({"say", "says", "saying", "word", "words", "phrase", "translate"})
"""Before "thank you" they speak of the words."""
_ASKING = frozenset({"how", "what", "whats", "translate", "can", "could", "tell", "who"})
_WORDING = frozenset({"how", "what", "whats", "translate"})
_JUDGING = frozenset({"affirm", "deny"})
_SPOKEN = frozenset({"repeat", "change"})
_ONESELF = frozenset({"i", "we"})
_OF = frozenset({"what", "that", "of", "with", "in", "to", "which", "everything"})


def courteous(
    message: Message, hearing: Hearing, cues: dict[str, Match], weights: Weights, told: Told
) -> None:
    """A greeting or thanks beside a task is its tone; a day in a farewell is none of a wish."""
    valued = told.values and not (hearing.standing.idle and _in_passing(message, cues, told))
    beside = valued or weights.keys() - COURTESIES
    for courtesy in COURTESIES & weights.keys():
        if beside:
            weights[courtesy] = DOUBTED
    if weights.keys() >= COURTESIES:
        weights["greeting"] = DOUBTED


def _in_passing(message: Message, cues: dict[str, Match], told: Told) -> bool:
    """Whether all that is told is a day in "see you soon", "you were of great use today"."""
    found = cues.get("thanks") or cues.get("greeting")
    now = {message.keys[at] for at in told.tokens} <= AT_ONCE
    if found is None or (told.hour and not now) or told.person_and_time:
        return False
    if told.service:  # "take care"
        return not told.timed and all(found.start <= at < found.end for at in told.services)
    last = len(message) if message.keys[found.end] == "for" else found.end + 3
    return told.timed and all(found.start <= at <= last for at in told.tokens)


def _spoken_of(message: Message, found: Match, first: str) -> bool:
    """Whether it is the words that are asked for; "can we say goodbye" does say it."""
    before = message.keys[found.start - 1] if found.start else ""
    return before in _QUOTING or (first in _WORDING and message.keys[found.start] in _QUOTING)


def quoted(message: Message, cues: dict[str, Match]) -> None:
    """Drop what is only spoken of: "how do I say thank you", "I agree with what you said"."""
    first = next((t.key for t in message.tokens if t.word), "")
    for courtesy in COURTESIES & cues.keys():
        if first in _ASKING and _spoken_of(message, cues[courtesy], first):
            del cues[courtesy]
    for spoken in _SPOKEN & cues.keys():
        said = cues[spoken]
        if not said.start or message.keys[said.start - 1] not in _OF:
            continue
        if message.keys[said.start] in _ONESELF and message.keys[said.start - 1] == "what":
            del cues[spoken]  # "that is exactly what I meant"
            continue
        if any(name in cues and cues[name].start < said.start for name in _JUDGING):
            del cues[spoken]  # "yes that is what I meant"
