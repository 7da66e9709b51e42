"""A summary that is approved of: "great, thank you", "Correct. What is the address?"."""

from engine.model.understanding import Hearing
from engine.nlu.acts.clauses import CLAUSE
from engine.nlu.acts.cues import FILLERS
from engine.nlu.acts.told import CERTAIN, DOUBTED, INQUIRIES, ROUTED, TURNING, Told, Weights
from engine.nlu.tokens import Message
from engine.nlu.words.approving import APPROVE, AROUND, ASKS, BESIDE, FACTS, FIRM, REQUESTS
from engine.nlu.words.turns import HEDGES, NOT_BEFORE
from engine.nlu.words.yesno import NO, YES

CONFIRM = "confirm"
_STOP = frozenset({".", "!", ";"})
_AGAINST = TURNING | {"deny", "book", "skip"}
_THE = frozenset({"the", "your", "this", "their", "that"})
_TONE = frozenset({"thanks", "greeting"})


def approved(message: Message, hearing: Hearing, weights: Weights, told: Told) -> None:
    """Make a yes of words of approval, where a whole booking is shown and nothing else is said.

    A fact that is asked for behind them changes nothing of the booking.
    """
    here = hearing.standing
    if hearing.kind != CONFIRM or not here.sums_up or "cancel" in here.tasks:
        return
    refused = told.time_refused or told.only_refused or _against(weights)
    end = None if refused or _valued(message, told) else _approving(message)
    if end is None:
        return
    asks = _asks_facts(message, end)
    counts = _parted(message, end) or weights.get("affirm", 0.0) >= ROUTED
    if end < len(message) and not (asks and counts):
        return
    weights["affirm"] = max(weights.get("affirm", 0.0), CERTAIN)
    for name in _TONE & weights.keys():
        weights[name] = DOUBTED
    if asks and not any(weights.get(name, 0.0) >= ROUTED for name in INQUIRIES):
        weights["other"] = ROUTED


def _against(weights: Weights) -> bool:
    return any(weights.get(name, 0.0) >= DOUBTED for name in _AGAINST)


def _valued(message: Message, told: Told) -> bool:
    """Whether a value is told; "the salon" whose address is asked for is only spoken of."""
    spoken = all(message.keys[at - 1] in _THE or at - 1 in told.services for at in told.services)
    return told.values and not (told.service and spoken and not told.answers)


def _approving(message: Message) -> int | None:
    """Where the first sentences end that only approve; None: there are none."""
    end, approving = 0, False
    for at, token in enumerate(message.tokens):
        key = token.key
        if key in CLAUSE:
            end = at + 1 if approving and key != "?" else end
        elif key in APPROVE or key in YES:
            approving = True
        elif token.word and key not in AROUND and key not in FILLERS:
            return end or None
    return len(message) if approving and "?" not in message.keys else end or None


def _parted(message: Message, end: int) -> bool:
    """Whether a full stop stands between, or the approval is a firm one: "okay, where ..." asks."""
    said = message.keys[:end]
    return message.keys[end - 1] in _STOP or any(key in FIRM or key in YES for key in said)


def _asks_facts(message: Message, start: int) -> bool:
    """Whether the rest asks for a fact about the place, and for nothing else."""
    at = start
    while message.keys[at] in BESIDE or message.keys[at] in FILLERS:
        at += 1
    rest = message.keys[start : len(message)]
    doubts = any(key in NOT_BEFORE or key in NO for key in rest)
    asks = REQUESTS if HEDGES & {*message.keys[start:at]} else ASKS
    return not doubts and message.keys[at] in asks and any(key in FACTS for key in rest)
