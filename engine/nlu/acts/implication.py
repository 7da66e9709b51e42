"""What a value or a word wants without saying so: a service named alone is to be booked."""

from engine.model.understanding import Hearing
from engine.nlu.acts.courtesy import COURTESIES
from engine.nlu.acts.cues import Cues, Match
from engine.nlu.acts.strange import strange
from engine.nlu.acts.told import (
    AGAIN,
    CERTAIN,
    DOUBTED,
    IMPLIED,
    INQUIRIES,
    ROUTED,
    TASKS,
    TURNING,
    Told,
    Weights,
)
from engine.nlu.said.lists import lists
from engine.nlu.said.table import rows
from engine.nlu.tokens import Message
from engine.nlu.words.classes import CLASSES

_PAST = Cues(rows("both/past"), CLASSES)
_TOLD = lists("both/telling")
_WISHED = _TOLD.words("wishing") | _TOLD.words("wished_again")
"""Beside what was, of these it is wished for: "I had a haircut last week, I want another"."""
_OTHER_TALK = 4
"""Words that nothing explains, from which on a service is only spoken of."""
_AND = frozenset({"and", "na", "plus"})
_JE = "je"
"""Behind a thing it asks after that as well: `twist je?`."""


def as_before(weights: Weights, told: Told) -> None:
    """Whoever wants again what was booked before books; which booking that was the flow knows."""
    if AGAIN not in weights:
        return
    if told.asks or weights.keys() & INQUIRIES:
        weights[AGAIN] = DOUBTED  # "was the same as last time fine?"
    else:
        weights["book"] = max(weights.get("book", 0.0), CERTAIN)
        weights.pop("change", None)  # "another one like last time"


def implied(
    message: Message, hearing: Hearing, cues: dict[str, Match], weights: Weights, told: Told
) -> None:
    """A service, or a person and a time, named on a fresh thread: a booking is wanted."""
    if not hearing.standing.idle or _said_otherwise(cues, weights, told):
        return
    if told.service and not _WISHED & {*message.keys} and _PAST.matches(message):
        weights.setdefault("book", DOUBTED)
    elif told.service and _unlikely(message, weights, told):
        if not message.foreign:
            weights.setdefault("services" if told.asks else "book", DOUBTED)
    elif told.service and (told.asks or (_goes_on(message) and not told.whole)):
        likely = ROUTED if told.exact else DOUBTED
        weights["services"] = max(weights.get("services", 0.0), likely)
    elif told.service:
        weights["book"] = IMPLIED
    elif told.person_and_time:
        weights["book"] = ROUTED


def _said_otherwise(cues: dict[str, Match], weights: Weights, told: Told) -> bool:
    """Whether what is wanted is said, or what sounds like a service is part of what is."""
    if any(weights.get(name, 0) >= ROUTED for name in TASKS | {"late"}):
        return True
    if weights.get("language", 0) >= ROUTED and not told.whole:
        return True  # whoever teaches English is asked to speak it as well
    return bool(told.services) and _only_a_courtesy(cues, told)


def _only_a_courtesy(cues: dict[str, Match], told: Told) -> bool:
    """Whether what sounds like a service is a word of thanks or of a farewell."""
    said = [cues[name] for name in COURTESIES & cues.keys()]
    return any(all(one.start <= at < one.end for at in told.services) for one in said)


def _goes_on(message: Message) -> bool:
    """Whether a question goes on to another thing: "and graduation?", "what about gel?"."""
    keys = message.keys
    opens = keys[0] in _AND or (keys[0] in {"what", "how"} and keys[1] == "about")
    said = [key for key in keys[: len(message)] if key != "?"]
    return (opens and keys[len(message) - 1] == "?") or said[-1:] == [_JE]


def _unlikely(message: Message, weights: Weights, told: Told) -> bool:
    """Whether what sounds like a service is none: other things are spoken of, or ordered."""
    if told.exact and told.whole:
        return False
    if told.asks and message.foreign and "services" not in weights:
        return True  # "how many feet in a mile"
    if not told.exact and any(weights.get(n, 0) >= ROUTED for n in TURNING | COURTESIES):
        return True
    explained = told.tokens | message.serving
    unknown = sum(
        token.word and at not in explained and strange(token.key)
        for at, token in enumerate(message.tokens)
    )
    return unknown >= (_OTHER_TALK if told.exact else 1)
