"""A conversation without a place begins its flow again, or goes to a person; it never hangs."""

from collections.abc import Mapping
from dataclasses import replace

from engine.machine.relocate import sealed
from engine.model.flow import Flow, FlowSet
from engine.model.session import Frame, How, Session
from engine.model.value import SlotValue, Source, Status

HANDOFF = "handoff"
_HEARD = {Source.CUSTOMER, Source.CARD}


def take_in(session: Session, flows: FlowSet) -> Session:
    """Give a conversation that has no place in `flows` one all the same.

    What the customer said is not asked twice: the flow begins again with it as wishes. Where
    something was done for good, or is under way, a person takes over instead.
    """
    if (sealed(session) or _under_way(session)) and HANDOFF in flows.flows:
        return _begun(session, flows.flows[HANDOFF], _slots(session))
    task = next((frame.flow for frame in session.frames if _begins(flows, frame.flow)), None)
    if task is None:
        return replace(session, frames=(), prompt=None, timers=(), clarifying=False)
    flow = flows.flows[task]
    return _begun(session, flow, _wishes(flow, _slots(session)))


def _begins(flows: FlowSet, name: str) -> bool:
    flow = flows.flows.get(name)
    return flow is not None and not flow.pattern and not flow.start.called


def _under_way(session: Session) -> bool:
    return any(frame.memo.get(frame.step) == "" for frame in session.frames)


def _slots(session: Session) -> dict[str, SlotValue]:
    return {name: held for frame in session.frames for name, held in frame.slots.items()}


def _wishes(flow: Flow, slots: Mapping[str, SlotValue]) -> dict[str, SlotValue]:
    """What the customer gave, to be checked anew."""
    return {
        name: replace(held, status=Status.WISH)
        for name, held in slots.items()
        if held.source in _HEARD
        and name in flow.slots
        and flow.slots[name].step
        and held.value.type in {flow.slots[name].type.name, ""}
    }


def _begun(session: Session, flow: Flow, slots: Mapping[str, SlotValue]) -> Session:
    uid = session.serial + 1
    frame = Frame(uid, flow.name, flow.digest, flow.first, How.TASK, slots=slots, anew=True)
    return replace(
        session,
        serial=uid,
        frames=(frame,),
        prompt=None,
        timers=(),
        clarifying=False,
        rungs=0,
        spent=(),
    )
