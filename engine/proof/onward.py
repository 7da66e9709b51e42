"""A conversation as it stands at the end of a flow that goes on with another.

The engine itself takes it from there, and carries along what it carries. Each answer may be there
or not, and be the customer's own or what a tool made; whatever else the flow has done is over.
"""

from collections.abc import Iterator
from dataclasses import replace

from engine.model.flow import FlowSet
from engine.model.session import Frame, How, Session
from engine.model.value import SlotValue, Source
from engine.proof.happening import Happening, Sort
from engine.proof.oracle import Oracle

NOTHING_ELSE = "nothing.else"
"""An event that nobody listens to: the walk goes on from where the conversation stands."""
_ABSENT, _OWN = 0, 1
_FORMS = 3
_TURNS = 2
"""The first turn, or any later one."""


def staged(flows: FlowSet, oracle: Oracle, happening: Happening, session: Session) -> Session:
    """Where a happening finds the conversation: at rest, or at the end of another flow."""
    if happening.sort is not Sort.ONWARD:
        return session
    flow, _, end = happening.name.partition(".")
    turns = 1 + oracle.pick(_TURNS)
    slots = dict(_carried(flows, oracle, flow, happening.slots))
    frame = Frame(session.serial + 1, flow, flows.flows[flow].digest, end, How.TASK, slots)
    return replace(session, frames=(frame,), turns=turns, serial=frame.uid)


def _carried(
    flows: FlowSet, oracle: Oracle, flow: str, names: tuple[str, ...]
) -> Iterator[tuple[str, SlotValue]]:
    for name in names:
        form = oracle.pick(_FORMS)
        if form != _ABSENT:
            value = oracle.value(flows.flows[flow].slots[name].type.name, name)
            source = Source.CUSTOMER if form == _OWN else Source.TOOL
            yield name, SlotValue(value, source=source)
