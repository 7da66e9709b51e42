"""Words that nothing explains, and prices without a service: what they make doubtful."""

from engine.nlu.acts.cues import Match
from engine.nlu.acts.strange import strange
from engine.nlu.acts.told import CERTAIN, DOUBTED, PLAIN, Told, Weights
from engine.nlu.tokens import Message

_EASILY_MISTAKEN = {
    "change": 1, "skip": 1, "affirm": 1, "restart": 1, "back": 1, "hours": 1, "stop": 2,
    "services": 1, "other": 2, "greeting": 3, "help": 1, "bot": 2,
}  # fmt: skip
"""How many unexplained words make an act doubtful."""


def doubted(message: Message, cues: dict[str, Match], weights: Weights, told: Told) -> None:
    """Words that nothing explains make some acts doubtful: "change my oil", "skip this song"."""
    explained = told.tokens | message.serving
    for name in _EASILY_MISTAKEN.keys() & cues.keys():
        match = cues[name]
        if match.cue.confidence >= PLAIN or (name == "services" and told.exact):
            continue
        outside = [
            token.key
            for at, token in enumerate(message.tokens)
            if token.word and not match.start <= at < match.end and at not in explained
        ]
        if sum(strange(key) for key in outside) >= _EASILY_MISTAKEN[name]:
            weights[name] = DOUBTED


def priced(weights: Weights, told: Told) -> None:
    """A bare word of price asks for one beside a service; of what else there is we know none."""
    if weights.get("services", DOUBTED) < DOUBTED:
        if told.service:
            weights["services"] = CERTAIN
        else:
            weights.pop("services")
