"""Words beside a wish that is put to another trade, or to a calendar."""

from engine.nlu.said.lists import lists
from engine.nlu.words.classes import CLASSES
from engine.nlu.words.lists import word_set

_SAID = lists("both/talk_elsewhere")
VISITS = frozenset(CLASSES["visit"])

INQUIRING = _SAID.words("inquiring")
"""At the head of a message, or behind a wish to know: only told about."""
ORDERS = _SAID.words("orders")
"""At the head of a message these tell another machine, or another trade, what to do."""
TO_KNOW = _SAID.words("to_know")
OF_A_THING = _SAID.words("of_a_thing")
"""Before "book" these make a book of it, and no wish."""
FOR_A_VISIT = VISITS | word_set("for at on me us with now")
SOLD = _SAID.words("sold")
"""What is sold or kept elsewhere by booking it: it is meant, whatever stands beside it."""
WISHES = _SAID.words("wishes")
"""One of these makes a wish of it all the same."""
