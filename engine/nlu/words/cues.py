"""Every cue of an act that the language itself has, in English, Swahili and Sheng."""

from engine.nlu.words import (
    acts_en,
    acts_sw,
    again,
    answers_en,
    answers_sw,
    assistant,
    commands_en,
    commands_sw,
    courtesies_en,
    mine,
)

ANSWERS = (*answers_en.CUES, *courtesies_en.CUES, *answers_sw.CUES)
ASKS = (*mine.CUES, *assistant.CUES)
CUES = (
    *acts_en.CUES,
    *commands_en.CUES,
    *acts_sw.CUES,
    *commands_sw.CUES,
    *again.CUES,
    *ASKS,
    *ANSWERS,
)
