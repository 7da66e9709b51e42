"""Whether a message says yes or no, by its cues, by its grammar and by how it judges."""

from engine.nlu.acts.agreement import agreed, hedged
from engine.nlu.acts.found import CUES
from engine.nlu.acts.polarity import polarity, refused
from engine.nlu.acts.told import CERTAIN, DOUBTED, PLAIN
from engine.nlu.acts.weighing import Weighing


def answered(scales: Weighing) -> bool:
    """Settle yes and no; whether the yes is beyond doubt."""
    message, weights = scales.message, scales.weights
    sure = agreed(message, CUES, scales.cues.get("affirm"))
    _judged(scales)
    if sure and "deny" not in weights:
        weights["affirm"] = PLAIN
    elif "affirm" in weights and hedged(message):
        weights["affirm"] = DOUBTED
    return sure


def _judged(scales: Weighing) -> None:
    """Let a judgement of what was said stand before the cues: "you are not wrong"."""
    weights, judged = scales.weights, polarity(scales.message)
    if judged is not None:
        for name in ("affirm", "deny"):
            weights.pop(name, None)
            scales.cues.pop(name, None)
        weights[judged] = CERTAIN
        weights.pop("repeat", None)  # "what you say is right"
    elif refused(scales.message):
        weights.setdefault("deny", CERTAIN)
