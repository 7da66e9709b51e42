"""What can happen to a thread."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from engine.model.understanding import Understanding
from engine.model.value import Value


@dataclass(frozen=True, slots=True)
class Words:
    """The customer said something, and this is what was understood."""

    understanding: Understanding


@dataclass(frozen=True, slots=True)
class Tap:
    """The customer tapped a chip; `prompt` may be an old one."""

    prompt: int
    value: str


@dataclass(frozen=True, slots=True)
class Unread:
    """The customer sent something we do not read: a picture, a contact, a sticker."""

    kind: str


@dataclass(frozen=True, slots=True)
class Happened:
    """Something outside: `initiate_stk_push.settled`, `notify_admin.handed_back`.

    `gives` fills slots of the step that waits for it.
    """

    name: str
    gives: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Due:
    """A timer ran out; stale ones do nothing."""

    frame: int
    step: str
    name: str


Event: TypeAlias = Words | Tap | Unread | Happened | Due
