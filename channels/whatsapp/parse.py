"""A WhatsApp Cloud API webhook as messages and delivery statuses. Pure, and never an exception."""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import TypeAlias

from channels.loose import EMPTY, items, mapping, text
from engine.model.message import (
    Content,
    DeliveryStatus,
    Inbound,
    Sender,
    TapReceived,
    TextReceived,
    Unsupported,
)

CHANNEL = "whatsapp"
Json: TypeAlias = Mapping[str, object]

TEXT_LIMIT = 4096
ID_LIMIT = 512
NAME_LIMIT = 128
KIND_LIMIT = 40
_PHONE = re.compile(r"[1-9][0-9]{6,14}", re.ASCII)
_SECONDS = re.compile(r"[0-9]{1,11}", re.ASCII)


def parse(payload: object, received_at: datetime) -> tuple[Inbound | DeliveryStatus, ...]:
    """Read one webhook body.

    Args:
        payload: the body as decoded JSON, of any shape.
        received_at: stands in for a message's own time where that is missing, absurd or ahead.

    Returns:
        What concerns conversations, in the body's order. Other news of the account (templates,
        calls, echoes of our own messages) is left out; a message without an id or a sender
        cannot be stored once or answered, so it is left out too.
    """
    return tuple(
        piece for value in _values(payload) for piece in _pieces(value, received_at) if piece
    )


def _values(payload: object) -> Iterator[Json]:
    for entry in items(mapping(payload).get("entry")):
        for change in items(mapping(entry).get("changes")):
            if mapping(change).get("field") == "messages":
                yield mapping(mapping(change).get("value"))


def _pieces(value: Json, received_at: datetime) -> Iterator[Inbound | DeliveryStatus | None]:
    account = text(mapping(value.get("metadata")).get("phone_number_id"), ID_LIMIT)
    contacts = [mapping(contact) for contact in items(value.get("contacts"))]
    for message in items(value.get("messages")):
        yield _inbound(mapping(message), account, contacts, received_at)
    for status in items(value.get("statuses")):
        yield _status(mapping(status), account)


def _inbound(
    message: Json, account: str, contacts: list[Json], received_at: datetime
) -> Inbound | None:
    provider_id = text(message.get("id"), ID_LIMIT)
    sender = _sender(message, contacts)
    if not (provider_id and account and sender):
        return None
    sent_at = _time(message.get("timestamp"), received_at)
    return Inbound(provider_id, account, sender, _content(message), sent_at)


def _status(status: Json, account: str) -> DeliveryStatus | None:
    provider_id = text(status.get("id"), ID_LIMIT)
    name = text(status.get("status"), KIND_LIMIT).lower()
    if not (provider_id and account and name):
        return None
    errors = items(status.get("errors"))
    code = mapping(errors[0]).get("code") if errors else None
    return DeliveryStatus(provider_id, account, name, code if type(code) is int else None)


def _sender(message: Json, contacts: list[Json]) -> Sender | None:
    """Since usernames came, `from` and `wa_id` may be missing; the user id is then the name."""
    number = text(message.get("from"), ID_LIMIT)
    user = text(message.get("from_user_id"), ID_LIMIT)
    contact, is_theirs = _contact(number, user, contacts)
    if is_theirs:
        number = number or text(contact.get("wa_id"), ID_LIMIT)
        user = user or text(contact.get("user_id"), ID_LIMIT)
    name = text(mapping(contact.get("profile")).get("name"), NAME_LIMIT).strip()
    phone = f"+{number}" if _PHONE.fullmatch(number) else None
    who = number or user
    return Sender(CHANNEL, who, phone, name or None) if who else None


def _contact(number: str, user: str, contacts: list[Json]) -> tuple[Json, bool]:
    """The sender's contact, and whether it is surely theirs; a lone one lends its name."""
    for contact in contacts:
        known = {text(contact.get("wa_id"), ID_LIMIT), text(contact.get("user_id"), ID_LIMIT)}
        if (known - {""}) & {number, user}:
            return contact, True
    if len(contacts) == 1:
        return contacts[0], not (number or user)
    return EMPTY, False


def _content(message: Json) -> Content:
    kind = text(message.get("type"), KIND_LIMIT)
    body = mapping(message.get(kind))
    if "group_id" in message:
        return Unsupported("group")
    match kind:
        case "text" if isinstance(body.get("body"), str):
            return TextReceived(text(body["body"], TEXT_LIMIT))
        case "button":
            return _tap(body.get("payload"), body.get("text"), kind)
        case "interactive":
            inner = text(body.get("type"), KIND_LIMIT)
            reply = mapping(body.get(inner))
            if inner in {"button_reply", "list_reply"}:
                return _tap(reply.get("id"), reply.get("title"), inner)
            return Unsupported(inner or kind)
        case _:
            return Unsupported(kind or "unknown")


def _tap(tap_id: object, title: object, kind: str) -> Content:
    sent = text(tap_id, ID_LIMIT)
    return TapReceived(sent, text(title, TEXT_LIMIT)) if sent else Unsupported(kind)


def _time(value: object, received_at: datetime) -> datetime:
    seconds = text(value, ID_LIMIT)
    if not _SECONDS.fullmatch(seconds):
        return received_at
    return min(datetime.fromtimestamp(int(seconds), UTC), received_at)
