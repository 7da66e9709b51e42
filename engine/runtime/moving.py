"""A conversation at the versions of its turn: where it stands, or where it goes on instead."""

from dataclasses import dataclass

import structlog

from engine.machine.versions.homeless import Homeless
from engine.machine.versions.renames import at_home, renamed
from engine.machine.versions.take_in import take_in
from engine.machine.versions.trail import Hop, along, hops
from engine.model.event import Event
from engine.model.flow import FlowSet
from engine.model.session import Session
from engine.model.tenant import Tenant
from engine.runtime.kit import Kit

log = structlog.get_logger("turn")


@dataclass(frozen=True, slots=True)
class Placed:
    """A session in the flows of its turn.

    Attributes:
        session: as it goes on.
        before: as it was stored; the same one if its flows have not changed.
        way: the versions it was taken through.
        lost: why it had no place there, and began again or went to a person.
    """

    session: Session
    before: Session
    way: tuple[Hop, ...] = ()
    lost: Homeless | None = None

    def event(self, event: Event) -> Event:
        """An event in the newer names: a chip that was shown, a timer that was armed earlier."""
        session: Session | Homeless = self.before
        for hop in self.way:
            if isinstance(session, Homeless):
                break
            event = renamed(event, session, hop.flows)
            session = along(session, (hop,))
        return event

    def tell(self, tenant: Tenant) -> None:
        """Log that a conversation was moved; one that had no place is a warning."""
        if self.session is self.before:
            return
        bound = log.bind(tenant=tenant.slug, thread=self.session.thread_id)
        for frame in self.before.frames[:1]:
            bound = bound.bind(flow=frame.flow, step=frame.step, version=frame.digest[:12])
        if self.lost is None:
            bound.info("flow.moved", state=_state(self.session))
        else:
            lost = self.lost
            where = f"{lost.flow}.{lost.step}"
            bound.warning(
                "flow.place_lost", at=where, why=lost.why.value, state=_state(self.session)
            )


def placed(session: Session, kit: Kit) -> Placed:
    """Put a session into the flows of its turn; never fails.

    One that the newer version has no place for (what is shipped was upgraded beneath it) begins
    its flow again with what was said, or goes to a person.
    """
    if at_home(session, kit.flows):
        return Placed(session, session)
    way = hops((*kit.trail, kit.flows)) if kit.trail else (Hop(kit.flows),)
    moved = along(session, way)
    if isinstance(moved, Homeless):
        return Placed(_taken_in(session, way, kit.flows), session, way, moved)
    return Placed(moved, session, way)


def _taken_in(session: Session, way: tuple[Hop, ...], flows: FlowSet) -> Session:
    """Straight to the newest if a version on the way has no place but the newest does."""
    straight = along(session, (Hop(flows, way[-1].older),))
    return take_in(session, flows) if isinstance(straight, Homeless) else straight


def _state(session: Session) -> str:
    return session.frames[-1].step.upper() if session.frames else "IDLE"
