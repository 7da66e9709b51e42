"""One message on the scales: what stands on them while its acts are weighed."""

from dataclasses import dataclass

from engine.model.understanding import Hearing
from engine.nlu.acts.cues import Match
from engine.nlu.acts.told import Told, Weights
from engine.nlu.tokens import Message


@dataclass(frozen=True, slots=True)
class Weighing:
    """What every pass weighs with.

    Attributes:
        message: what was said; `hearing` what the state expects; `told` what else it holds.
        cues: what was found, by act; a pass takes out what means nothing here.
        weights: how surely each act is meant, so far.
    """

    message: Message
    hearing: Hearing
    told: Told
    cues: dict[str, Match]
    weights: Weights
