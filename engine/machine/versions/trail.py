"""From version to version: a conversation that was silent through several publishes."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from engine.machine.versions.homeless import Homeless
from engine.machine.versions.relocate import relocate
from engine.machine.versions.renames import Older
from engine.model.flow import Flow, FlowSet
from engine.model.session import Session


@dataclass(frozen=True, slots=True)
class Hop:
    """One set of flows on the way, with the versions that came before it, by digest."""

    flows: FlowSet
    older: Older = field(default_factory=dict)


def hops(trail: Sequence[FlowSet]) -> tuple[Hop, ...]:
    """The way through sets of flows, the oldest first."""
    older: dict[str, Flow] = {}
    found: list[Hop] = []
    for flows in trail:
        found.append(Hop(flows, dict(older)))
        older.update((flow.digest, flow) for flow in flows.flows.values())
    return tuple(found)


def along(session: Session, way: Sequence[Hop]) -> Session | Homeless:
    """Take a conversation from version to version, by the map of each; none: as it is."""
    for hop in way:
        moved = relocate(session, hop.flows, hop.older)
        if isinstance(moved, Homeless):
            return moved
        session = moved
    return session
