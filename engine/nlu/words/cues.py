"""Every cue of an act that the language itself has, in English, Swahili and Sheng."""

from engine.nlu.words import (
    acts_en,
    acts_sw,
    again,
    answers_en,
    answers_sw,
    commands_en,
    commands_sw,
    courtesies_en,
)

ANSWERS = (*answers_en.CUES, *courtesies_en.CUES, *answers_sw.CUES)
CUES = (*acts_en.CUES, *commands_en.CUES, *acts_sw.CUES, *commands_sw.CUES, *again.CUES, *ANSWERS)
