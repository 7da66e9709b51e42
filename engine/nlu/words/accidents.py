"""Words for what was done and not meant: pressed by mistake, nilibonyeza kimakosa."""

from engine.nlu.said.lists import lists

_SAID = lists("both/accidents")
BY_MISTAKE = _SAID.phrases("by_mistake")
PRESSED = _SAID.words("pressed")
"""Before the name of a button."""
BETWEEN = _SAID.words("between")
