"""How an opening tells the hold which branch, rooms and bays go with each person, as one fact.

One entry a person, in the order of `people`, with `;` between: the branch, then `/` and the free
lanes of each needed kind, `|` between lanes and `+` between kinds: `main/room:1|room:2+bay:1`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import LiteralString

KEPT: LiteralString = """
SELECT r.id, r.name, bool_or(l.live) FROM {t}.appointment_resources l
  JOIN {t}.resources r ON r.id = split_part(l.resource_id, '#', 1)
 WHERE l.appointment_id = %(id)s
 GROUP BY r.id, r.name ORDER BY r.id
"""
"""The places of an appointment, and whether they are still its own."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a person would serve.

    Attributes:
        lanes: for each kind of resource needed, the lanes that were free, first choice first.
    """

    branch: str
    lanes: tuple[tuple[str, ...], ...] = ()


def write_places(places: Sequence[Place]) -> str:
    """Write the fact."""
    return ";".join(_write(place) for place in places)


def read_places(fact: str) -> tuple[Place, ...]:
    """Read it back."""
    return tuple(_read(entry) for entry in fact.split(";"))


def _write(place: Place) -> str:
    kinds = "+".join("|".join(kind) for kind in place.lanes)
    return f"{place.branch}/{kinds}" if kinds else place.branch


def _read(entry: str) -> Place:
    branch, _, kinds = entry.partition("/")
    lanes = tuple(tuple(kind.split("|")) for kind in kinds.split("+")) if kinds else ()
    return Place(branch, lanes)
