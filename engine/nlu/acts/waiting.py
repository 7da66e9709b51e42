"""Whoever asks for a moment decides nothing yet: "ok, let me ask my husband first" is no yes."""

from engine.model.understanding import Hearing
from engine.nlu.acts.cues import Match
from engine.nlu.acts.told import ROUTED, TASKS, TURNING, Told, Weights
from engine.nlu.tokens import Message

WAIT = "wait"
_FEW = 5
_OTHERS = (TASKS | TURNING | {"deny", "skip", "opt_out", "opt_in", "language", "late"}) - {WAIT}


def waiting(
    message: Message, hearing: Hearing, cues: dict[str, Match], weights: Weights, told: Told
) -> None:
    """Let a wish for time stand alone: what is said beside it counts more, but for a yes before it.

    "Wait, yes, book it" has been decided meanwhile. Where nothing is asked, only few words are
    such a wish: "let me check my balance" is none.
    """
    if WAIT not in weights:
        return
    whole, yes = cues[WAIT], cues.get("affirm")
    for name in [name for name in _OTHERS & cues.keys() if _within(cues[name], whole)]:
        weights.pop(name, None)  # `wacha nifikirie`, `nipe dakika moja`
    other = any(weights.get(name, 0) >= ROUTED for name in _OTHERS)
    decided = yes is not None and yes.start > whole.start
    idle = hearing.standing.idle and len(message) > _FEW
    if idle or told.named or other or (decided and "affirm" in weights):
        weights.pop(WAIT)
    else:
        weights.pop("affirm", None)


def _within(part: Match, whole: Match) -> bool:
    """Whether words that mean something by themselves are part of the wish for time."""
    return whole.start <= part.start and part.end <= whole.end
