"""A yes that is only spoken of: "I would have said yes", "must I agree", "they say it is true"."""

from engine.nlu.acts.cues import Cues
from engine.nlu.said.table import rows
from engine.nlu.tokens import Message
from engine.nlu.words.classes import CLASSES
from engine.nlu.words.cues import RELAYED

_UNSAID = Cues(rows("both/unsaid"), CLASSES)
_RELAYED = Cues(RELAYED, CLASSES)
_WONDERS = frozenset({"so", "and"})
"""Before them it is rather asked: "so they agreed"."""


def unsaid(message: Message) -> bool:
    """Whether some words make of a yes one that is imagined, past, wished for or another's."""
    told = message.keys[0] not in _WONDERS and bool(_RELAYED.matches(message))
    return not told and bool(_UNSAID.matches(message))
