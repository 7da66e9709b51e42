"""An opening as the conversation keeps it, with all that holding it will need."""

from bisect import bisect_left
from dataclasses import dataclass

from engine.model.value import Scalar, Value
from tools.catalog.model import MAIN
from tools.scheduling.openings import FreeDay
from tools.scheduling.place import Place, read_places, write_places
from tools.scheduling.wish import clock

NAMES_APART = "|"
"""Between names: a person's name may hold a comma, and this sign is refused in it."""

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def shown_value(free: FreeDay, label: int) -> Value:
    """Make the value of an opening that is only shown; what is tapped is looked up again."""
    at = f"{free.day.date.isoformat()}T{clock(label)}"
    return Value("opening", at, facts=_when(free, label))


def opening_value(free: FreeDay, label: int, needs: tuple[str, ...]) -> Value:
    """Make the value of the opening that the wall clock shows as `label`."""
    index = bisect_left(free.day.labels, label)
    people = free.at(index)
    places = [
        Place(person.branch, tuple(free.lanes_at(index, person.branch, kind) for kind in needs))
        for person in people
    ]
    facts = {
        **_when(free, label),
        "people": ",".join(person.id for person in people),
        "names": NAMES_APART.join(person.name for person in people),
    }
    if any(place != Place(MAIN) for place in places):
        facts["places"] = write_places(places)
    return Value("opening", f"{free.day.date.isoformat()}T{clock(label)}", facts=facts)


def _when(free: FreeDay, label: int) -> dict[str, Scalar]:
    """What rules may ask of when it is: an opening that they turn down is not put forward."""
    day = free.day.date
    return {"day": day.isoformat(), "weekday": WEEKDAYS[day.weekday()], "clock": clock(label)}


@dataclass(frozen=True, slots=True)
class Choice:
    """One person of an opening."""

    id: str
    name: str
    place: Place


def choices(opening: Value) -> tuple[Choice, ...]:
    """Read who is free at an opening, first choice first."""
    ids = str(opening.facts.get("people", "")).split(",")
    names = str(opening.facts.get("names", "")).split(NAMES_APART)
    fact = opening.facts.get("places")
    places = read_places(fact) if isinstance(fact, str) else (Place(MAIN),) * len(ids)
    return tuple(
        Choice(id_, name, place) for id_, name, place in zip(ids, names, places, strict=True) if id_
    )


def first_choice(opening: Value, wanted: frozenset[str], unwanted: frozenset[str]) -> Choice | None:
    """Choose who serves: the first who is free, wanted (nobody named: anyone) and not unwanted."""
    return next(
        (
            choice
            for choice in choices(opening)
            if (not wanted or choice.id in wanted) and choice.id not in unwanted
        ),
        None,
    )
