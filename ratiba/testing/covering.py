"""Which transitions fixtures have taken: of what is shipped for all, and of what verticals add."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from engine.explore.transitions import Transition, taken, transitions
from engine.rehearsal.fixtures.fixture import PLAIN
from engine.rehearsal.playing.report import Played
from ratiba.testing.found import Case
from ratiba.testing.worlds import world_of
from tools.tenants.verticals import list_verticals


@dataclass(frozen=True, slots=True)
class Covered:
    """The transitions of one flow, or those that a kind of business adds to it.

    Attributes:
        name: `booking`, `booking (carwash)`.
    """

    name: str
    known: tuple[Transition, ...]
    taken: frozenset[Transition]

    @property
    def never(self) -> tuple[Transition, ...]:
        """Those that no fixture takes."""
        return tuple(one for one in self.known if one not in self.taken)


def covered(cases: Sequence[Case], played: Sequence[Played], *, every: bool) -> list[Covered]:
    """What the fixtures took, flow by flow.

    Args:
        cases: the fixtures.
        played: what came of them, in their order.
        every: kinds of business count that have no fixture, too.
    """
    moves = {move for one in played for move in one.moves}
    found: list[Covered] = []
    for vertical, ways in _ways(cases, every=every):
        for flow in dict.fromkeys(one.flow for one in ways):
            known = tuple(one for one in ways if one.flow == flow)
            name = flow if vertical == PLAIN else f"{flow} ({vertical})"
            found.append(Covered(name, known, taken(moves, known)))
    return found


def _ways(cases: Sequence[Case], *, every: bool) -> Iterator[tuple[str, tuple[Transition, ...]]]:
    """The transitions of what is shipped for all, then what each kind of business adds."""
    shipped = transitions(world_of(PLAIN).flows)
    seen = set(shipped)
    yield PLAIN, shipped
    for vertical in _verticals(cases, every=every):
        added = tuple(o for o in transitions(world_of(vertical).flows) if o not in seen)
        seen.update(added)
        yield vertical, added


def _verticals(cases: Iterable[Case], *, every: bool) -> Iterator[str]:
    played = {case.fixture.vertical for case in cases}
    return (one for one in list_verticals() if one != PLAIN and (every or one in played))
