"""What a state expects, without a conversation that stands in it."""

from engine.document.problem import suggest
from engine.errors import InputError
from engine.machine.step import state_name
from engine.model.flow import FlowSet
from engine.model.session import Frame, How, Session
from engine.model.understanding import Hearing
from engine.runtime.kit import Kit
from engine.runtime.perceive import hearing_of


def hearing_in(state: str, locale: str, kit: Kit) -> Hearing:
    """Give the hearing of a fresh conversation that stands in `state`; "" has not begun.

    Raises:
        InputError: no flow has such a state.
    """
    return hearing_of(_standing(state, locale, kit.flows), kit)


def _standing(state: str, locale: str, flows: FlowSet) -> Session:
    session = Session("", locale=locale)
    if not state or state.upper() == state_name(session):
        return session
    for flow in flows.flows.values():
        if state.lower() in flow.states:
            frame = Frame(1, flow.name, flow.digest, state.lower(), How.TASK)
            return Session("", locale=locale, serial=1, frames=(frame,))
    known = [step.upper() for flow in flows.flows.values() for step in flow.states]
    raise InputError("understand.state", f"No state '{state}'. {suggest(state, known)}.")
