"""Every cue of an act that the language itself has, in English, Swahili and Sheng."""

from engine.nlu.said.table import rows

ANSWERS = rows("en/answers", "en/courtesies", "sw/answers")
WAITING = rows("en/waiting", "sw/waiting")
RELAYED = rows("both/relayed")
"""The yes and no of whom the customer has asked."""
CUES = (
    *rows("en/tasks", "en/commands", "sw/tasks", "sw/commands"),
    *rows("both/again", "both/own_booking", "both/assistant"),
    *ANSWERS,
    *WAITING,
    *RELAYED,
)
ELSEWHERE = rows("both/elsewhere")
"""Wishes put to another trade, or to a calendar: to be asked about, never routed."""
COMPLAINTS = rows("both/complaints")
