"""Customers who say that they were taken wrongly: for watching how well words are understood."""

from engine.nlu.acts.cues import Cues
from engine.nlu.tokens import read
from engine.nlu.words.classes import CLASSES
from engine.nlu.words.cues import COMPLAINTS

_CUES = Cues(COMPLAINTS, CLASSES)


def complains(text: str) -> bool:
    """Whether a message says that the one before it was misunderstood."""
    return bool(_CUES.matches(read(text)))
