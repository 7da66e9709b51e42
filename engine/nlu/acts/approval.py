"""A summary that is approved of: "great, thank you", "All fine. Where do I find you?"."""

from engine.model.understanding import Hearing
from engine.nlu.acts.clauses import CLAUSE
from engine.nlu.acts.cues import FILLERS
from engine.nlu.acts.told import CERTAIN, DOUBTED, INQUIRIES, ROUTED, TURNING, Told, Weights
from engine.nlu.tokens import Message
from engine.nlu.words.approving import APPROVE, AROUND, ASKS, BESIDE, FACTS, FIRM, JUDGED, REQUESTS
from engine.nlu.words.turns import HEDGES, NOT_BEFORE
from engine.nlu.words.yesno import NO, YES

CONFIRM = "confirm"
_STOP = frozenset({".", "!", ";"})
_AGAINST = TURNING | {"deny", "skip"}
_THE = frozenset({"the", "your", "this", "their", "that"})
_TONE = frozenset({"thanks", "greeting"})


def approved(message: Message, hearing: Hearing, weights: Weights, told: Told) -> bool:
    """Make a yes of words of approval, where a whole booking is shown and nothing else is said.

    A fact that is asked for behind them changes nothing of the booking.

    Returns:
        Whether it is approved of, every word weighed.
    """
    if not _summed_up(hearing):
        return False
    refused = told.time_refused or told.only_refused or _against(weights)
    end = None if refused or _valued(message, told) else _approving(message)
    if end is None:
        return False
    facts = _asks_facts(message, end)
    counts = _parted(message, end) or weights.get("affirm", 0.0) >= ROUTED
    asks = (facts and counts) or _asks_behind_a_yes(message, end)
    if end < len(message) and (not asks or "book" in weights):
        return False
    weights["affirm"] = max(weights.get("affirm", 0.0), CERTAIN)
    for name in (_TONE | {"book"}) & weights.keys():
        weights[name] = DOUBTED
    if asks and not any(weights.get(name, 0.0) >= ROUTED for name in INQUIRIES):
        weights["other"] = ROUTED
    return True


def _summed_up(hearing: Hearing) -> bool:
    """Whether a booking is shown to be agreed to; a payment that did not come is none."""
    here = hearing.standing
    asked = hearing.kind == CONFIRM and here.sums_up
    return asked and not here.once_more and "cancel" not in here.tasks


def _against(weights: Weights) -> bool:
    return any(weights.get(name, 0.0) >= DOUBTED for name in _AGAINST)


def _valued(message: Message, told: Told) -> bool:
    """Whether a value is told; "the salon" whose address is asked for is only spoken of."""
    spoken = all(message.keys[at - 1] in _THE or at - 1 in told.services for at in told.services)
    return told.values and not (told.service and spoken and not told.answers)


def _approving(message: Message) -> int | None:
    """Where the first sentences end that only approve; None: there are none."""
    end, approving = 0, False
    if _opens(message) in ASKS:
        return None
    for at, token in enumerate(message.tokens):
        key = token.key
        if key in CLAUSE:
            end = at + 1 if approving and key != "?" else end
        elif key in APPROVE or key in YES:
            approving = True
        elif (token.word or token.number is not None) and key not in AROUND | FILLERS:
            beside = BESIDE & {key, message.keys[at - 1]}
            leads = approving and (key in REQUESTS or beside)
            return end or (at if leads else None)
    return len(message) if approving and "?" not in message.keys else end or None


def _opens(message: Message) -> str:
    passed = FILLERS - APPROVE
    words = (token.key for token in message.tokens if token.word and token.key not in passed)
    return next(words, "")


def _parted(message: Message, end: int) -> bool:
    """Whether the approval stands by itself: "okay, where is it?" only asks, "ok great, ..." not.

    It has a full stop, or is firm, or a whole sentence, or is said twice.
    """
    said = message.keys[:end]
    approving = [key for key in said if key in APPROVE or key in YES]
    firm = any(key in FIRM or key in YES or key in JUDGED for key in said)
    return message.keys[end - 1] in _STOP or firm or len(approving) > 1


def _asks_behind_a_yes(message: Message, end: int) -> bool:
    """Whether a question follows a plain agreement and its full stop: "Exactly. Are you ...?"."""
    firm = any(key in FIRM or key in YES for key in message.keys[:end])
    rest = message.keys[end : len(message)]
    asks = bool(rest) and rest[0] in ASKS and not HEDGES & {*rest}
    return firm and asks and message.keys[end - 1] in _STOP


def facts_beside(message: Message, weights: Weights) -> None:
    """A fact that is asked for behind thanks: "Thanks, can you tell me your address?"."""
    if not weights or any(weights[name] >= ROUTED for name in weights.keys() - _TONE):
        return
    at = next((at for at, key in enumerate(message.keys) if key in CLAUSE), len(message))
    if at < len(message) and _asks_facts(message, at + 1):
        weights["other"] = ROUTED
        weights |= dict.fromkeys(_TONE & weights.keys(), DOUBTED)


def _asks_facts(message: Message, start: int) -> bool:
    """Whether the rest asks for a fact about the place, and for nothing else."""
    at = start
    while message.keys[at] in BESIDE or message.keys[at] in FILLERS:
        at += 1
    rest = message.keys[start : len(message)]
    doubts = any(key in NOT_BEFORE or key in NO for key in rest)
    asks = REQUESTS if HEDGES & {*message.keys[start:at]} else ASKS
    return not doubts and message.keys[at] in asks and any(key in FACTS for key in rest)
