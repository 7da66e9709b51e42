"""A conversation without a place begins its flow again, or goes to a person; it never hangs."""

from dataclasses import replace

from engine.machine.versions.relocate import sealed
from engine.machine.versions.renames import renames
from engine.machine.versions.reseat import reseat
from engine.model.builtin import HANDOFF
from engine.model.flow import Flow, FlowSet
from engine.model.session import Frame, How, Session
from engine.model.value import SlotValue, Status


def take_in(session: Session, flows: FlowSet) -> Session:
    """Give a conversation that has no place in `flows` one all the same.

    Its flow walks again from the top over what it knows: nothing is asked twice, and every yes is
    asked for again. Where something was done for good, or is under way, a person takes over.
    """
    if (sealed(session) or _under_way(session)) and HANDOFF in flows.flows:
        return _with_person(session, flows.flows[HANDOFF])
    task = next((frame for frame in session.frames if _begins(flows, frame.flow)), None)
    if task is None:
        return _alone(session, ())
    return _alone(session, (_from_top(task, flows.flows[task.flow]),))


def _begins(flows: FlowSet, name: str) -> bool:
    flow = flows.flows.get(name)
    return flow is not None and not flow.pattern and not flow.start.called


def _under_way(session: Session) -> bool:
    return any(frame.memo.get(frame.step) == "" for frame in session.frames)


def _from_top(frame: Frame, flow: Flow) -> Frame:
    named = renames(flow, frame.digest)
    moved = {named.slot(name): held for name, held in frame.slots.items()}
    slots = {
        name: _unsaid(held) for name, held in moved.items() if name and _fits(flow, name, held)
    }
    again = reseat(frame, slots, flow, None, named).frame
    memo = {step: way for step, way in again.memo.items() if way}
    return replace(again, step=flow.first, how=How.TASK, memo=memo, fired=(), anew=True)


def _fits(flow: Flow, name: str, held: SlotValue) -> bool:
    slot = flow.slots.get(name)
    return slot is not None and held.value.type in {slot.type.name, ""}


def _unsaid(held: SlotValue) -> SlotValue:
    """A yes was to a question of the older version: it is asked for again."""
    return replace(held, status=Status.FILLED) if held.status is Status.CONFIRMED else held


def _with_person(session: Session, flow: Flow) -> Session:
    slots = {name: held for frame in session.frames for name, held in frame.slots.items()}
    uid = session.serial + 1
    frame = Frame(uid, flow.name, flow.digest, flow.first, How.TASK, slots=slots, anew=True)
    return replace(_alone(session, (frame,)), serial=uid, spent=())


def _alone(session: Session, frames: tuple[Frame, ...]) -> Session:
    return replace(
        session, frames=frames, prompt=None, timers=(), clarifying=False, rungs=0, lost=0
    )
