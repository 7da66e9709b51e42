"""Words of what else is on: an event may give the day of a visit, and never its hour."""

from engine.nlu.said.lists import lists

_SAID = lists("both/events")
EVENTS = _SAID.words("events")
ACTIVITIES = _SAID.words("activities")
"""Only where they begin or end: "my shift ends at 2pm", never "will 2pm work"."""
BEGINS_ENDS = _SAID.words("begins_ends")
BETWEEN = _SAID.words("between")
THEN_ON = _SAID.words("then_on")
LEAVING = _SAID.phrases("leaving")
AROUND_IT = _SAID.words("around_it")
