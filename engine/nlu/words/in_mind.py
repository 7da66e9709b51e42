"""Words around a value that is for what was let go just before."""

from engine.nlu.said.lists import lists

_SAID = lists("both/in_mind")
AROUND = _SAID.words("around_a_value")
"""With nothing else around a value they say that it is to be so instead."""
COUNTED = _SAID.words("counted")
"""A time with one of these is counted from something booked, or said in passing."""
