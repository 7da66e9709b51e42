"""Messages as every channel shares them."""

from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Sender:
    """Who wrote: (channel, channel_user_id); the phone may be missing on any channel.

    Attributes:
        phone: E.164 with `+` if the channel verified it, else None.
        name: the profile's name, untrusted, for display only.
    """

    channel: str
    user_id: str
    phone: str | None = None
    name: str | None = None

    @property
    def customer_id(self) -> str:
        """One id over all channels that know the phone: that phone, else channel and user."""
        return self.phone or f"{self.channel}:{self.user_id}"


@dataclass(frozen=True, slots=True)
class TextReceived:
    """Typed or spoken words; `text` is at most 4,096 characters, the rest is cut."""

    text: str


@dataclass(frozen=True, slots=True)
class TapReceived:
    """A tapped button or row: its id as we sent it, `<thread>|<prompt>|<value>`, and title."""

    id: str
    title: str


UNANSWERED = frozenset({"reaction", "system", "revoke", "edit", "group"})
"""Kinds of message that say nothing to the business: stored, and met with silence."""


@dataclass(frozen=True, slots=True)
class Unsupported:
    """Something we do not read (yet): `image`, `reaction`, `sticker`, ..."""

    kind: str


Content: TypeAlias = TextReceived | TapReceived | Unsupported


@dataclass(frozen=True, slots=True)
class Inbound:
    """One message from a customer, whatever the channel.

    Attributes:
        provider_id: the provider's own id (`wamid....`); the de-duplication key.
        account: the business's address on that channel (phone_number_id): names the tenant.
        sent_at: by the provider's clock, UTC.
    """

    provider_id: str
    account: str
    sender: Sender
    content: Content
    sent_at: datetime


@dataclass(frozen=True, slots=True)
class DeliveryStatus:
    """What became of a message we sent: `sent`, `delivered`, `read`, `failed`."""

    provider_id: str
    account: str
    status: str
    code: int | None = None


@dataclass(frozen=True, slots=True)
class Button:
    """A chip as it is sent: `id` at most 200 characters, `label` in the customer's words."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Outbound:
    """One reply before a channel gives it its wire shape.

    Attributes:
        menu: the words on the button that opens the chips where a channel shows them as a list.
    """

    text: str
    buttons: tuple[Button, ...] = ()
    menu: str = "☰"
