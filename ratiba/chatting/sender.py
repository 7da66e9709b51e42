"""Who talks in `chat`."""

import secrets

from engine.errors import InputError
from engine.model.message import Sender
from engine.phones import e164

KNOWING = frozenset({"whatsapp", "voice"})
"""Channels that tell the customer's number."""
CHANNELS = ("whatsapp", "voice", "web", "webchat")
"""`webchat` is what files of conversations call the web."""


def sender_of(given: str | None, channel: str, *, live: bool) -> Sender:
    """Give the customer: by a phone in any spelling, or a new one who is nobody.

    Raises:
        InputError: it is no phone, or no channel; or it is left out where somebody really gets the
            messages.
    """
    if channel not in CHANNELS:
        known = ", ".join(CHANNELS)
        raise InputError("chat.channel", f"No channel '{channel}'. There are: {known}.")
    if given is None:
        if live:
            raise InputError(
                "chat.live", "With --live somebody gets the messages. Say who: --from."
            )
        given = f"+254700{secrets.randbelow(10**6):06}"
    phone = _phone(given)
    return Sender(channel, phone.removeprefix("+"), phone if channel in KNOWING else None)


def _phone(text: str) -> str:
    phone = e164(text)
    if phone is None:
        raise InputError("chat.phone", f"'{text}' is no phone. Write one such as 0712345678.")
    return phone
