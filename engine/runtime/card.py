"""What is kept on a customer's card: answers of steps that say `remember`."""

from collections.abc import Mapping

from engine.model.session import Session
from engine.model.value import Source, Status, Value
from engine.runtime.kit import Kit
from engine.store.records import Contact

_CHECKED = {Status.FILLED, Status.CONFIRMED, Status.SEALED}


def remembered(session: Session, kit: Kit, contact: Contact | None) -> Mapping[str, Value]:
    """The answers that are news to the card, by slot: given by the customer, and checked."""
    card = contact.card if contact else {}
    return {
        name: content.value
        for frame in session.frames
        for name, content in frame.slots.items()
        if content.status in _CHECKED
        and content.source is Source.CUSTOMER
        and _kept(kit, frame.flow, name)
        and card.get(name) != content.value
    }


def _kept(kit: Kit, flow: str, name: str) -> bool:
    slot = kit.flows.flows[flow].slots.get(name)
    return slot is not None and slot.remember
