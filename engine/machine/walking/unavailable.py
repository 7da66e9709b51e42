"""What was wished for and cannot be had is told, with the reason that its list gives."""

from collections.abc import Mapping

from engine.machine.hearing.hours import OPENING, hours_of
from engine.machine.working.desk import Desk
from engine.machine.working.vain import in_vain
from engine.model.value import Scalar, Value

SOUGHT = "sought"
"""What a list looked for in the place of a wish that says less: "Friday" at the booked hour."""
UNKNOWN = "unknown"
"""Nothing is called so: it may as well be no name at all."""
_NOT_LISTED = {OPENING: "full", "staff": "not_theirs"}
"""Why an answer of a type is none of the choices, where the list does not say."""


def say_unavailable(desk: Desk, kind: str, wanted: Value, said: Mapping[str, Scalar]) -> None:
    """Say that a wish cannot be had, and why.

    Args:
        desk: the working copy.
        kind: the type of what is asked.
        wanted: the wish; one that has no words of its own is not named.
        said: what its list says of it.
    """
    why = said.get("why", _NOT_LISTED.get(kind, UNKNOWN))
    sought = Value(kind, said[SOUGHT]) if SOUGHT in said else wanted
    desk.lost = desk.lost or why == UNKNOWN
    rung = in_vain(desk) if why == UNKNOWN else 0
    desk.say_of("talk.unavailable", _named(sought), rung=rung, **{**said, "why": why})


def _named(wanted: Value) -> dict[str, Value]:
    hours = hours_of(wanted)
    if hours:
        return {"hour": Value("clock", hours[0])}
    return {"wanted": wanted} if wanted.value is not None else {}
