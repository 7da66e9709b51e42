"""A question whether a time is free wants that time: "do you have a quarter to five?"."""

from engine.model.understanding import Hearing
from engine.nlu.acts.clauses import SENTENCE, bounds
from engine.nlu.acts.cues import FILLERS, Match
from engine.nlu.acts.told import DOUBTED, ROUTED, Told, Weights
from engine.nlu.tokens import Message
from engine.nlu.words.free import OF_A_TIME
from engine.nlu.words.judging import ASKING

_MAY_ASK = frozenset({"services", "other"})


def whether_free(
    message: Message, hearing: Hearing, cues: dict[str, Match], weights: Weights, told: Told
) -> None:
    """What sounds like a question about services is none where only a time is spoken of."""
    if not told.timed:
        return
    for name in _MAY_ASK & cues.keys():
        if _of_a_time(message, cues[name], told):
            weights[name] = DOUBTED
            if hearing.standing.idle:
                weights["book"] = max(weights.get("book", 0.0), ROUTED)


def no_status(message: Message, hearing: Hearing, weights: Weights, told: Told) -> None:
    """Who says which day their appointment should be tells when, and asks of nothing booked."""
    choosing = hearing.standing.chooses_time and told.timed
    if choosing and "status" in weights and "?" not in message.keys and not opens(message):
        weights["status"] = DOUBTED


def opens(message: Message) -> bool:
    """Whether the first word asks."""
    words = (t.key for t in message.tokens if t.word and t.key not in FILLERS)
    return next(words, "") in ASKING


def _of_a_time(message: Message, match: Match, told: Told) -> bool:
    """Whether nothing else is in the sentence; there is a time in it.

    A service on a day may only be asked about: "do you have massage on Sundays?".
    """
    first, last = bounds(message, match.start, SENTENCE)
    wished = told.hour or told.person_and_time
    timed = told.tokens if wished else told.tokens - told.services
    return any(at in timed for at in range(first, last)) and all(
        at in timed or not token.word or token.key in OF_A_TIME or token.key in FILLERS
        for at, token in enumerate(message.tokens[first:last], first)
    )
