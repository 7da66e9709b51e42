"""Acts of a message: cues found, weighed by what else was said and by what the state expects."""

from engine.model.understanding import Act, Hearing
from engine.nlu.acts.contradiction import outdone
from engine.nlu.acts.courtesy import quoted
from engine.nlu.acts.cues import Cues, Match
from engine.nlu.acts.expectation import forbidden, unable
from engine.nlu.acts.extent import length
from engine.nlu.acts.found import found
from engine.nlu.acts.lateness import late
from engine.nlu.acts.stages import STAGES
from engine.nlu.acts.told import Told
from engine.nlu.acts.weighing import Weighing
from engine.nlu.tokens import Message


def weigh(
    message: Message, hearing: Hearing, told: Told, own: Cues | None = None
) -> tuple[Act, ...]:
    """The acts of a message, strongest first.

    Args:
        message: what was said.
        hearing: what the state expects.
        told: what else the message holds.
        own: cues that come with the vocabulary.
    """
    cues = _meaning(message, hearing, told, found(message, told, own))
    weights = {name: match.cue.confidence for name, match in cues.items()}
    scales = Weighing(message, hearing, told, cues, weights)
    for stage in STAGES:
        stage(scales)
    order = sorted(weights, key=lambda name: (-weights[name], -length(cues, name)))
    return tuple(Act(name, weights[name]) for name in order)


def _meaning(
    message: Message, hearing: Hearing, told: Told, cues: dict[str, Match]
) -> dict[str, Match]:
    """The cues, with those decided that are acts only where the conversation stands."""
    cues = unable(message, hearing, late(message, cues, told), told)
    forbidden(hearing, cues)
    outdone(cues)
    quoted(message, cues)
    return cues
