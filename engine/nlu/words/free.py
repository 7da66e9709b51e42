"""Words of a question whether a time is free."""

from engine.nlu.said.lists import lists

_SAID = lists("both/free")
OF_A_TIME = _SAID.words("of_a_time")
"""With nothing else around a time they ask for that time, whatever they could ask of a service."""
