"""A line of the protocol, as what is asked for."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from pydantic import ValidationError

from engine.errors import InputError
from ratiba.conversing.business import Business, Read
from ratiba.conversing.conversation import Conversation
from ratiba.talk.acts import Event, Waits, read_span


class Start(Read):
    """A new conversation with a business of its own; the one before is over."""

    conversation: Conversation
    business: Business


@dataclass(frozen=True, slots=True)
class Say:
    """Messages, sent back to back before any reply is read."""

    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tap:
    """A chip: of the reply to a turn, counted from 0, or of what was shown last."""

    value: str
    from_turn: int | None = None


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What stands in the database."""


Asked: TypeAlias = Start | Say | Tap | Event | Waits | Snapshot
WORDS = ("start", "say", "tap", "event", "wait", "snapshot")


def read_line(line: str) -> Asked:
    """Read one line.

    Raises:
        InputError: it is none of the protocol's, or a part of it is wrong.
    """
    try:
        raw = json.loads(line)
    except json.JSONDecodeError as error:
        raise InputError("converse.json", f"No JSON: {error}.") from None
    if not isinstance(raw, dict) or sum(word in raw for word in WORDS) != 1:
        message = f"A line is an object with one of: {', '.join(WORDS)}."
        raise InputError("converse.line", message)
    return _meant(raw)


def _meant(raw: Mapping[str, Any]) -> Asked:
    word = next(word for word in WORDS if word in raw)
    found = _read(word, raw[word], raw)
    if found is None:
        raise InputError("converse.value", f"'{word}' cannot be {json.dumps(raw[word])[:80]}.")
    return found


def _read(word: str, told: object, raw: Mapping[str, object]) -> Asked | None:
    """None: it can be no such thing."""
    match word, told:
        case "start", _:
            return _started(told)
        case "say", _:
            return _said(told)
        case "tap", str(value):
            return _tapped(value, raw.get("from_turn"))
        case "event", str(name):
            return Event(name)
        case "wait", str(span):
            return Waits(read_span(span))
    return Snapshot() if word == "snapshot" and told is True else None


def _said(told: object) -> Say | None:
    texts = [told] if isinstance(told, str) else told if isinstance(told, list) else []
    if not texts or not all(isinstance(text, str) for text in texts):
        return None
    return Say(tuple(texts))


def _tapped(value: str, turn: object) -> Tap | None:
    if turn is None or (isinstance(turn, int) and not isinstance(turn, bool)):
        return Tap(value, turn)
    return None


def _started(raw: object) -> Start:
    try:
        return Start.model_validate(raw)
    except ValidationError as error:
        faults = (f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors())
        raise InputError("converse.start", f"start: {'; '.join(faults)}.") from None
