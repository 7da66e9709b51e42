"""Who runs late tells the team; with another time put forward the booking is to be moved."""

from engine.nlu.acts.cues import Match
from engine.nlu.acts.told import Told
from engine.nlu.phrases import holds, table
from engine.nlu.tokens import Message
from engine.nlu.words.turns import PROPOSES

_PROPOSES = table(PROPOSES)
_LATE, _MOVE = "late", "reschedule"
_IF = "if"
"""Is it fine if I am late: a question about the rules of the house."""
_SURER = frozenset({"reschedule", "cancel", "unable", "other"})
"""What is wished for besides, or asked: it says more than why."""


def late(message: Message, cues: dict[str, Match], told: Told) -> dict[str, Match]:
    """The cues; "running late, there in 15" is a message to the team and neither books nor moves.

    A time in it is when they come; put forward, it is another time for the booking: "running
    late, can I come at 4?"
    """
    found = cues.pop(_LATE, None)
    if found is None or cues.keys() & _SURER or _IF in message.keys:
        return cues
    proposed = told.timed and holds(message, _PROPOSES)
    return {_MOVE if proposed else _LATE: found, **cues}
