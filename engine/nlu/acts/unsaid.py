"""A yes that is only spoken of: "I would have said yes", "must I agree", "they say it is true"."""

from engine.nlu.acts.cues import Cues
from engine.nlu.said.table import rows
from engine.nlu.tokens import Message
from engine.nlu.words.classes import CLASSES
from engine.nlu.words.cues import RELAYED

_UNSAID = Cues(rows("both/unsaid"), CLASSES)
_RELAYED = Cues(RELAYED, CLASSES)


def unsaid(message: Message) -> bool:
    """Whether some words make of a yes one that is imagined, past, wished for or another's."""
    return bool(_UNSAID.matches(message)) and not _RELAYED.matches(message)
