"""What a slot can hold, and how sure we are of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

Scalar: TypeAlias = bool | int | float | str | None
"""A fact: JSON-like, never an object with behaviour."""

ANYONE = "*"
"""The value of an optional slot whose answer was "anyone" or "skip"."""
LAST = "~"
"""A wish for what the customer had the last time: whoever lists the choices knows what that was."""


WORDED = "phrase"
"""The fact of a value whose words are a phrase: its id, `heard_about.source.friend`."""


class Status(StrEnum):
    """How far a slot has come; the order is the order of certainty."""

    EMPTY = "empty"
    WISH = "wish"
    """Heard, not checked."""
    FILLED = "filled"
    """Checked against what exists, or made by a tool."""
    CONFIRMED = "confirmed"
    """Shown in a confirm, and the answer was yes."""
    SEALED = "sealed"
    """Used by something that cannot be undone."""


class Source(StrEnum):
    """Who gave a value."""

    CUSTOMER = "customer"
    CHANNEL = "channel"
    """Verified by the channel itself: a WhatsApp number needs no confirmation."""
    CARD = "card"
    """Remembered from an earlier conversation."""
    TOOL = "tool"


@dataclass(frozen=True, slots=True)
class Value:
    """One answer or result, ready to be shown.

    Attributes:
        type: the kind of answer (`service`, `opening`, `phone`, ...); decides how it is shown.
        value: the thing itself: an id, an ISO local minute for an opening, E.164 for a phone.
        names: words for it by locale; the key "" serves every locale.
        facts: what rules and phrases may ask of it: `price`, `minutes`, `day`, ...
        items: of a list (type `list`): what it holds, in order; a phrase goes through it.
    """

    type: str
    value: Scalar
    names: Mapping[str, str] = field(default_factory=dict)
    facts: Mapping[str, Scalar] = field(default_factory=dict)
    items: tuple["Value", ...] = ()


@dataclass(frozen=True, slots=True)
class SlotValue:
    """A slot's content with its certainty."""

    value: Value
    status: Status = Status.FILLED
    confidence: float = 1.0
    source: Source = Source.CUSTOMER
    candidates: tuple[str, ...] = ()
    """What else a wish may mean, best first; asked as chips when no one reading is sure."""
