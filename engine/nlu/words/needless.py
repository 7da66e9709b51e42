"""Words around "no need": what is not needed may be the deed itself."""

from engine.nlu.said.lists import lists

_SAID = lists("both/needless")
NONE = _SAID.words("none")
NEED = _SAID.words("need")
LED = _SAID.words("led")
DEEDS = _SAID.words("deeds")
CLOSING = _SAID.words("closing")
DETAILS = _SAID.words("details")
"""These are not needed beside a yes, and it is one all the same."""
