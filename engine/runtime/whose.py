"""Whose a turn is: who wrote, what, from which number, and where the reply goes."""

from dataclasses import replace

from engine.model.message import Inbound, Sender, TapReceived, TextReceived
from engine.model.session import Session
from engine.store.records import Contact, Conversation


def addressed(session: Session, contact: Contact | None) -> Session:
    """A thread that an event begins goes to where the customer wrote last."""
    if contact is None:
        return session
    return replace(session, channel=contact.channel, address=contact.channel_user_id)


def sender_of(conversation: Conversation) -> Sender | None:
    """Who wrote; None for what nobody wrote: an event, a timer."""
    matter = conversation.claimed.matter
    return matter.sender if isinstance(matter, Inbound) else None


def words_of(conversation: Conversation) -> str:
    """What the customer typed, or the label they tapped; "" for anything else."""
    matter = conversation.claimed.matter
    content = matter.content if isinstance(matter, Inbound) else None
    match content:
        case TextReceived(text):
            return text
        case TapReceived():
            return content.title
        case _:
            return ""


def verified_phone(conversation: Conversation, sender: Sender | None) -> str | None:
    """A channel that knows the phone makes it the customer's id."""
    if sender is not None:
        return sender.phone
    return conversation.customer_id if conversation.customer_id.startswith("+") else None
