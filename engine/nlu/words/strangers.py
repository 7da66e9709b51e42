"""Words around a person whom nobody here knows, and what is named in that place but is nobody."""

from engine.nlu.words.lists import word_set

WITH_SOMEONE = frozenset({"with", "w"})
OFTEN_THINGS = frozenset({"na", "by"})
"""Before a capital only: `na` is "and" as well."""

NO_PERSON_AFTER = word_set(
    """
    help start begin fine ok okay wrong problem problems issue issues deal pay paying come coming
    came go going stuck along talk speak chat ongea kuongea zungumza shida lipa kulipa begin done
    happy cool mix mixed meeting bring trouble familiar
    """
)
"""Before "with" these make it companionship, talk or means."""

MAKES_THINGS = ("ing", "tion", "sion", "ment", "ness", "ure", "age")
"""Endings of things, not of people."""
