"""What is said right after a booking was let go: how it should be instead, and little else."""

from engine.model.understanding import Hearing
from engine.nlu.acts.courtesy import COURTESIES
from engine.nlu.acts.cues import FILLERS
from engine.nlu.acts.told import BESIDE_VALUES, ROUTED, Told, Weights
from engine.nlu.tokens import Message
from engine.nlu.words.in_mind import AROUND, COUNTED

OPENING = "opening"
STAFF = "staff"
_BESIDE = frozenset({"change", "book", "affirm", "deny"})


def gone_on(message: Message, hearing: Hearing, weights: Weights, told: Told) -> None:
    """A time or a person alone changes what was let go: "Friday then", `na Jane`.

    "I'll call you tomorrow" and "see you at 3" say more, and of something else.
    """
    kept = hearing.standing.in_mind
    fits = OPENING in kept if told.timed else STAFF in kept
    valued = told.timed or told.named or told.only_refused
    if not fits or not valued or weights.keys() & COURTESIES:
        return
    if any(weights[name] >= ROUTED for name in weights.keys() - _BESIDE):
        return
    cued = weights.get("change", 0.0) >= BESIDE_VALUES
    if cued or (not told.service and _says_no_more(message, told)):
        weights["change"] = max(weights.get("change", 0.0), ROUTED)


def _says_no_more(message: Message, told: Told) -> bool:
    """Whether nothing is around the value but words that put it in another's place."""
    if COUNTED & {*message.keys}:
        return False
    return all(
        at in told.tokens or not token.word or token.key in AROUND or token.key in FILLERS
        for at, token in enumerate(message.tokens)
    )
