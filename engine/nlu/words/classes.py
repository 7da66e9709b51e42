"""Classes of words for the cues: English, Swahili and Sheng together."""

from engine.nlu.said.table import HERE, word_classes
from engine.nlu.words.calendar import WEEKDAYS

_SAID = word_classes(HERE / "both" / "classes.yaml")
CLASSES = _SAID | {"day": (*WEEKDAYS, *_SAID["day"])}
CLASSES_ELSEWHERE = CLASSES | word_classes(HERE / "both" / "classes_elsewhere.yaml")
"""With what other trades have, which explains nothing where a surer cue is weighed."""
