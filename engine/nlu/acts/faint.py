"""A wish of another trade, of which it is asked what it may be."""

from engine.nlu.acts.cues import Cues
from engine.nlu.acts.elsewhere import wishes
from engine.nlu.acts.found import is_refused
from engine.nlu.acts.told import ROUTED
from engine.nlu.acts.weighing import Weighing
from engine.nlu.words.classes import CLASSES_ELSEWHERE
from engine.nlu.words.cues import ELSEWHERE

_FAINT = Cues(ELSEWHERE, CLASSES_ELSEWHERE)


def faintly(scales: Weighing) -> None:
    """Add such a wish on a fresh thread, where nothing surer was said."""
    message, told = scales.message, scales.told
    decided = any(weight >= ROUTED for weight in scales.weights.values())
    ours = told.service and (told.exact or not message.foreign)
    if decided or ours or not scales.hearing.standing.idle or not wishes(message):
        return
    for match in _FAINT.matches(message):
        if not is_refused(message, match):
            scales.weights.setdefault(match.cue.act, match.cue.confidence)
