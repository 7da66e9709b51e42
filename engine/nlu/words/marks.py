"""Marks that a voice note's transcript may spell out."""

SPOKEN = {
    ("full", "stop"): ".",
    ("question", "mark"): "?",
    ("exclamation", "mark"): "!",
    ("exclamation", "point"): "!",
    ("alama", "ya", "kuuliza"): "?",
}
COMMA = "comma"
PERIOD = "period"
"""A mark only as the last word."""
TELLING = frozenset({*(words[-1] for words in SPOKEN), COMMA, PERIOD})
"""The words by which a spelled mark is noticed."""
