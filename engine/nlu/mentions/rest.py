"""Who is left where somebody is turned down and nobody named: "on Friday, I don't want Anna"."""

from engine.model.understanding import Hearing, Mention
from engine.model.value import ANYONE

STAFF = "staff"
_SURE = 0.95


def anyone_else(mentions: tuple[Mention, ...], hearing: Hearing, *, timed: bool) -> list[Mention]:
    """Anyone but them, where a person is still to be chosen; who had been chosen falls elsewhere.

    Args:
        mentions: what is named.
        hearing: what the state expects.
        timed: whether a time is told beside it.
    """
    people = [one for one in mentions if one.type == STAFF]
    if not people or not all(one.excluded for one in people):
        return []
    asked = any(one.asked and one.type.name == STAFF for one in hearing.expected)
    named = any(one.type == "service" and not one.excluded for one in mentions)
    wishes = hearing.standing.idle and (named or timed)
    return [Mention(STAFF, ANYONE, _SURE, text=people[0].text)] if asked or wishes else []
