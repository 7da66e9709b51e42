"""What is said to an offer beside a booking: "add it", "both", "next time", "hiyo tu"."""

from engine.model.understanding import Hearing
from engine.nlu.acts.told import CERTAIN, IMPLIED, ROUTED, Told, Weights
from engine.nlu.phrases import holds, table
from engine.nlu.tokens import Message
from engine.nlu.words.offers import AROUND_TAKING, LEAVING, ONLY, TAKING, TAKING_PHRASES

ONLY_IT = "only"
"""An act: of what is named, nothing but that."""
_LEAVING = table(LEAVING)
_TAKING = table(TAKING_PHRASES)


def offered(message: Message, hearing: Hearing, weights: Weights, told: Told) -> None:
    """Weigh the words of taking and leaving where something is on offer."""
    if not hearing.standing.offers:
        return
    only = told.service and bool(ONLY & {*message.keys})
    if weights.get("affirm", 0.0) < ROUTED and (only or _leaves(message, told)):
        for name in ("change", "skip", "stop", "affirm"):
            weights.pop(name, None)
        weights["deny"] = CERTAIN
        if only:
            weights[ONLY_IT] = IMPLIED  # the one on offer, perhaps: who knows it decides
    elif "deny" not in weights and _takes(message, told):
        for name in ("book", "repeat"):
            weights.pop(name, None)
        weights["affirm"] = CERTAIN


def _leaves(message: Message, told: Told) -> bool:
    """Whether it is put off; "an hour later" names another time for the booking instead."""
    return holds(message.without(told.tokens) if told.values else message, _LEAVING)


def _takes(message: Message, told: Told) -> bool:
    """Whether nothing else is said: money stands behind this yes."""
    if holds(message, _TAKING) and len(message) <= max(map(len, TAKING_PHRASES)):
        return True
    rest = [
        token.key
        for at, token in enumerate(message.tokens)
        if token.word and at not in told.tokens and token.key not in AROUND_TAKING
    ]
    return bool(rest) and all(key in TAKING for key in rest)
