"""What a conversation hears of a turn that broke down for good."""

from engine.model.builtin import TURN_FAILED
from engine.model.event import Happened
from engine.runtime.kit import Kit
from engine.store.records import Conversation, Incoming


def told_by_a_flow(conversation: Conversation, kit: Kit) -> bool:
    """Whether a conversation stands open over which a flow can tell that a turn broke."""
    session = conversation.session
    tells = any(TURN_FAILED in flow.start.events for flow in kit.flows.flows.values())
    return tells and session is not None and bool(session.frames)


def failed(conversation: Conversation) -> Incoming:
    """What the conversation hears of a turn that broke down for good."""
    key = f"failed:{conversation.claimed.provider_id}"
    thread = conversation.session.thread_id if conversation.session else None
    return Incoming(key, conversation.customer_id, Happened(TURN_FAILED), thread)
