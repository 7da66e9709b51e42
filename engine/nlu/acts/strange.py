"""Words that no table of this room knows: a sign that the talk is of something else."""

from functools import lru_cache

from engine.nlu.acts.cues import FILLERS
from engine.nlu.verbs import stem
from engine.nlu.words import assent, calendar, clock, numbers
from engine.nlu.words.classes import CLASSES
from engine.nlu.words.common import ENGLISH, SHARED, SWAHILI
from engine.nlu.words.cues import CUES

_SHORTEST = 3
_FORM = str.maketrans("|?^$.@~", "       ")


def _of_cues() -> frozenset[str]:
    """Every word that a cue is made of."""
    return frozenset(word for _, _, text in CUES for word in text.translate(_FORM).split())


_KNOWN = frozenset(
    {
        *_of_cues(), *(word for words in CLASSES.values() for word in words), *ENGLISH, *SWAHILI,
        *SHARED, *FILLERS, *assent.EVERY, *calendar.WEEKDAYS, *calendar.MONTHS, *calendar.OFFSETS,
        *calendar.UNITS,
        *clock.PARTS, *numbers.UNITS_EN, *numbers.UNITS_SW, *numbers.TENS_SW, *numbers.TENS_EN,
        *numbers.ORDINALS_EN, *numbers.ORDINALS_SW,
    }
)  # fmt: skip


@lru_cache(maxsize=8192)
def strange(word: str) -> bool:
    """Whether a word is long enough to mean something and in no table."""
    return len(word) >= _SHORTEST and word not in _KNOWN and stem(word) is None
