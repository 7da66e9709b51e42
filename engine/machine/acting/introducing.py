"""Customers who say who they are, while something else is asked."""

from engine.machine.working.desk import Desk
from engine.model.understanding import Understanding
from engine.model.value import Value

NAME = "name"
SURE = 0.90
"""A name is kept for long: better asked once more than guessed (seeds/003, 5.2)."""


def introduced(desk: Desk, understanding: Understanding) -> bool:
    """Greet by name whoever says it, and ask the open question again: nothing was misunderstood."""
    told = (one for one in understanding.mentions if one.type == NAME and not one.excluded)
    called = next((str(one.value) for one in told if one.confidence >= SURE), None)
    if called is None:
        return False
    desk.say_of("talk.introduced", {NAME: Value(NAME, called)})
    desk.reask = True
    return True
