"""Answers that the channel vouches for, taken for the customer's own.

A number that WhatsApp vouches for need not be shown before it is charged; one that the customer
has typed must. Whatever may be done with the second may be done with the first: where nothing is
wrong with answers of the customer nothing is wrong with those of the channel.
"""

from collections.abc import Callable, Sequence

from engine.machine.working.altered import altered
from engine.machine.working.desk import Desk
from engine.model.flow import FlowSet
from engine.model.session import Frame
from engine.model.value import SlotValue, Source
from engine.proof.oracle import Oracle

Counts = Callable[[str, str], bool]
"""Whether an answer to a slot of a flow counts as the customer's own, whoever gave it."""


def adopt(desk: Desk, oracle: Oracle, flows: FlowSet, counts: Counts) -> None:
    """Take what the channel has just vouched for as said by the customer."""
    if any(flows.tools[tool].verified for tool, _ in oracle.answers):
        desk.frames = [_adopted(frame, counts) for frame in desk.frames]


def _adopted(frame: Frame, counts: Counts) -> Frame:
    found = _of_channel(frame, counts)
    if not found:
        return frame
    own = {name: altered(frame.slots[name], source=Source.CUSTOMER) for name in found}
    return altered(frame, slots={**frame.slots, **own})


def _of_channel(frame: Frame, counts: Counts) -> Sequence[str]:
    def is_one(name: str, content: SlotValue) -> bool:
        return content.source is Source.CHANNEL and counts(frame.flow, name)

    return [name for name, content in frame.slots.items() if is_one(name, content)]
