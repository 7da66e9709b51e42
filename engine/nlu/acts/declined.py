"""A booking is declined, or what was asked: "no, don't book it", "don't cancel", "not today"."""

from engine.model.understanding import Hearing
from engine.nlu.acts.clauses import CLAUSE
from engine.nlu.acts.cues import FILLERS, Cues
from engine.nlu.acts.told import TORN, Told, Weights
from engine.nlu.said.lists import lists
from engine.nlu.said.table import rows
from engine.nlu.tokens import Message
from engine.nlu.words.classes import CLASSES
from engine.nlu.words.yesno import HEARD, NO, YES

_CUES = Cues(rows("both/declined"), CLASSES)
_NOT_THEN = Cues(rows("both/none_then"), CLASSES)
_FORBIDDEN = Cues(rows("both/forbidden"), CLASSES)
_SURE = 0.95
_BOOK, _STOP = "book", "stop"
_BESIDE = frozenset({"skip", _BOOK, "change", "cancel"})
"""What the same words are heard as."""
ASKS = frozenset(
    {"why", "?", "mbona", "kwanini", "or", "au", "ama", "unless", "until", "mpaka", "hadi"}
)
_AROUND = FILLERS | YES | NO | HEARD | lists("both/needless").words("around")


def none_then(message: Message, hearing: Hearing, covered: frozenset[int]) -> bool:
    """Whether no booking is wanted at the time told, and nothing more is said of it.

    Args:
        message: what was said.
        hearing: what the state expects; only a fresh thread and a summary are asked.
        covered: the tokens that the time explains.
    """
    here = hearing.standing
    if not covered or not (here.idle or here.sums_up) or ASKS & {*message.keys}:
        return False
    found = _NOT_THEN.matches(message)
    said = {at for match in found for at in range(match.start, match.end)} | covered
    keys = message.keys
    if not found or CLAUSE & {*keys[min(said) : max(said)]}:
        return False  # "not booking today, tomorrow at 3pm"
    rest = (at for at in range(len(message)) if at not in said and message.tokens[at].word)
    return all(keys[at] in _AROUND for at in rest)


def declined(message: Message, hearing: Hearing, weights: Weights, told: Told) -> None:
    """End the booking, where nothing is named that would only be booked otherwise.

    At a summary it is the no that is asked for. "Why don't you book it?" declines nothing.
    """
    here = hearing.standing
    if told.none_then:
        _none_then(hearing, weights)
        return
    if here.idle or _BOOK not in here.tasks or told.named or told.only_refused:
        return
    if told.time_refused or ASKS & {*message.keys} or not _CUES.matches(message):
        return
    for name in _BESIDE:
        weights.pop(name, None)
    if here.sums_up or here.offers:
        weights["deny"] = max(weights.get("deny", 0.0), _SURE)
    else:
        weights.pop("deny", None)
        weights[_STOP] = max(weights.get(_STOP, 0.0), _SURE)


def _none_then(hearing: Hearing, weights: Weights) -> None:
    """Whoever begins nothing ends it; at a summary it may as well be another day that is wanted."""
    for name in _BESIDE:
        weights.pop(name, None)
    if hearing.standing.idle:
        weights.pop("deny", None)
        weights[_STOP] = _SURE
    else:
        weights |= {"affirm": TORN, "deny": TORN}


def left_alone(message: Message, hearing: Hearing, weights: Weights, told: Told) -> None:
    """Asked whether to cancel or move, "don't cancel it" and `usihamishe` are the no."""
    here = hearing.standing
    if not here.sums_up or told.named or ASKS & {*message.keys}:
        return
    tasks = here.tasks & {match.cue.act for match in _FORBIDDEN.matches(message)}
    if not tasks:
        return
    for name in (*tasks, "change", _STOP):
        weights.pop(name, None)
    if not YES & {*message.keys}:
        weights.pop("affirm", None)
    weights["deny"] = max(weights.get("deny", 0.0), _SURE)
