"""Words by which several things are wanted, one beside the other."""

from engine.nlu.said.lists import lists

_SAID = lists("both/several")
JOINS = _SAID.words("joins")
"""Between two services: both are wanted."""
PARTS = _SAID.words("parts")
"""Between two services: they belong to no one wish."""
ADDS = _SAID.words("adds")
"""With a service in the midst of booking another: both are wanted."""
ADDS_BOTH = _SAID.phrases("adds_both")
OPENS = _SAID.words("first_joins")
"""The same, where a message begins with it."""
KEPT_TOGETHER = _SAID.words("kept_together")
"""With one of these in it, a message with several times may be no wish for several bookings."""
WHOSE = _SAID.words("whose")
"""Around who comes and when: "and at 4 for my son"."""
OWNED = _SAID.words("owned")
STATED = _SAID.words("stated")
"""Around a word of several that only tells what it is about: "my hair is long, a trim please"."""
ASKED_FOR = _SAID.words("asked_for")
"""Between how many want something and what they want."""
OTHERS = _SAID.words("others")
"""Before a service they are whoever is left."""
EACH_ONE = _SAID.words("each_one")
"""With them everyone wants all of it."""
NO_COUNT = _SAID.words("no_count")
"""Before a number they make it an hour or an amount."""
CALLED_OFF = _SAID.words("calling_off")
"""Of several things these call some off, and the next ones keep others."""
KEEPS = _SAID.words("keeps")
BEFORE_KEPT = _SAID.words("before_kept")
KEPT = _SAID.words("standing")
DROPPED = _SAID.words("dropped")
"""Before a service, which is booked already; what the next ones stand before may be wanted."""
TAKEN_OFF = _SAID.words("taken_off")
GROUPS = _SAID.words("groups")
"""Several who come along without a number, and what stands around them."""
WHOSE_GROUP = _SAID.words("whose_group")
OF_GROUP = _SAID.words("of_group")
BEFORE_GROUP = _SAID.words("before_group")
AND_GROUP = _SAID.words("and_group")
MANY = _SAID.words("many")
OCCASIONS = _SAID.words("occasions")
