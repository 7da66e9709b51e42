"""Several things wanted in one wish: which of them comes first."""

from engine.machine.walking.prompting import WHICH
from engine.machine.working.desk import Desk
from engine.model.value import Value

SEVERAL = "several"
"""The fact of a wish whose every reading is wanted, one after the other."""


def which_first(desk: Desk, wish: Value) -> bool:
    """Ask with which to begin, if each is wanted: nothing was misunderstood, no rung is climbed."""
    if not wish.facts.get(SEVERAL):
        return False
    desk.say(WHICH, of=wish.type, several=True)
    desk.clarified = True
    return True
