"""Who runs late tells the team; with another time put forward the booking is to be moved."""

from engine.model.understanding import Act
from engine.nlu.acts.cues import FILLERS, Match
from engine.nlu.acts.told import ROUTED, Told
from engine.nlu.phrases import holds, table
from engine.nlu.tokens import Message
from engine.nlu.words.turns import NOT_BEFORE, PROPOSES

_PROPOSES = table(PROPOSES)
_LATE, _MOVE = "late", "reschedule"
_IF = "if"
"""Is it fine if I am late: a question about the rules of the house."""
_OURSELVES = frozenset({"i", "we"})
_OPENS_ASKING = frozenset({"am", "are", "will", "was", "were", "do"})
_JE = frozenset({"je", "kwani", "eti", "ati"})
_SMALL = FILLERS | _JE | {"too", "already", "sana", "very", "so"}
_ORDERS = frozenset({"book", "reschedule", "cancel", "change", "other", "status", "hours"})
_SURER = frozenset({"reschedule", "cancel", "unable", "other"})
"""What is wished for besides, or asked: it says more than why."""


def late(message: Message, cues: dict[str, Match], told: Told) -> dict[str, Match]:
    """The cues; "running late, there in 15" is a message to the team and neither books nor moves.

    A time in it is when they come; put forward, it is another time for the booking: "running
    late, can I come at 4?"
    """
    found = cues.pop(_LATE, None)
    if found is None or _not_said(message, found) or cues.keys() & _SURER or _IF in message.keys:
        return cues
    proposed = told.timed and holds(message, _PROPOSES)
    return {_MOVE if proposed else _LATE: found, **cues}


def only_late(acts: tuple[Act, ...]) -> bool:
    """Whether it is only told that somebody is late: times and services are of what is booked."""
    sure = {act.name for act in acts if act.confidence >= ROUTED}
    return _LATE in sure and not sure & _ORDERS


def _not_said(message: Message, found: Match) -> bool:
    """Whether nobody is late: "I'm not late", "am I late?", `nimechelewa?`."""
    keys = message.keys
    if NOT_BEFORE & {*keys[max(found.start - 1, 0) : found.end]}:
        return True
    if keys[0] in _OPENS_ASKING and keys[1] in _OURSELVES:
        return True
    rest = (at for at in range(len(message)) if not found.start <= at < found.end)
    return "?" in keys and all(keys[at] in _SMALL or not message.tokens[at].word for at in rest)
